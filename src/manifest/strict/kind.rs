//! Group, version and kind: what a document says that it is, and what the server says where it is nothing.

use super::go_text::quote;
use super::json_text;
use super::{Language, StrictFault};
use crate::manifest::scalar::Resolved;
use crate::manifest::tree::{Node, Value};
use crate::schema::{self, TypeId};

/// What a document is.
pub(super) struct Said<'a> {
    pub(super) api_version: &'a str,
    pub(super) kind: &'a str,
    pub(super) found: Result<Option<TypeId>, Refusal<'a>>,
}

/// The server's text, and where the mistake is: the value that is wrong, or the document.
pub(super) struct Refusal<'a> {
    pub(super) fault: StrictFault,
    pub(super) text: String,
    pub(super) field: &'static str,
    pub(super) node: Node<'a>,
}

/// The struct that the decoder reads the two fields into, as its messages have it.
const FIELDS: &str = "struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; Kind string \
                      \"json:\\\"kind,omitempty\\\"\" }";

/// Reads the two fields; `document` is the text of the object. `Ok(None)`: a kind that is served, and that the table does not have.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/runtime/serializer/json/meta.go SimpleMetaFactory.Interpret (v1.36.3)
pub(super) fn of<'a>(root: Node<'a>, document: &str, language: Language) -> Said<'a> {
    let mut said = Said {
        api_version: "",
        kind: "",
        found: Ok(None),
    };
    said.found = read(
        root,
        document,
        language,
        &mut said.api_version,
        &mut said.kind,
    );
    said
}

fn read<'a>(
    root: Node<'a>,
    document: &str,
    language: Language,
    api_version: &mut &'a str,
    kind: &mut &'a str,
) -> Result<Option<TypeId>, Refusal<'a>> {
    let refuse = |text: String, field, node| Refusal {
        fault: StrictFault::UnknownKind,
        text,
        field,
        node,
    };
    if let Some(what) = other_than_map(root) {
        let text = format!(
            "couldn't get version/kind; json parse error: json: cannot unmarshal {what} into Go value of type {FIELDS}"
        );
        return Err(refuse(text, "", root));
    }
    let mut places = [None, None];
    // Go's own decoder reads these two, and takes letters of any case.
    for (key, _, value) in json_text::entries(root, language) {
        let fields = ["apiVersion", "kind"].into_iter().zip(&mut places);
        for ((name, place), into) in fields.zip([&mut *api_version, &mut *kind]) {
            if !key.eq_ignore_ascii_case(name) {
                continue;
            }
            match text(value) {
                Ok(Some(text)) => {
                    *into = text;
                    *place = Some(value);
                }
                Ok(None) => *place = Some(value),
                Err(what) => {
                    let text = format!(
                        "couldn't get version/kind; json parse error: json: cannot unmarshal {what} into Go struct field .{name} of type string"
                    );
                    return Err(refuse(text, name, value));
                }
            }
        }
    }
    let [version_place, kind_place] = places.map(|place| place.unwrap_or(root));
    if api_version.matches('/').count() > 1 {
        let text = format!("unexpected GroupVersion string: {api_version}");
        return Err(refuse(text, "apiVersion", version_place));
    }
    // A group that is empty is that of `v1`.
    *api_version = api_version.strip_prefix('/').unwrap_or(api_version);
    let missing = |name: &str| {
        let mut text = format!("Object '{name}' is missing in '");
        match language {
            Language::Json => text.push_str(document),
            Language::Yaml => json_text::write(&mut text, root, language),
        }
        text.push('\'');
        text
    };
    if kind.is_empty() {
        return Err(refuse(missing("Kind"), "kind", kind_place));
    }
    if api_version.is_empty() {
        return Err(refuse(missing("apiVersion"), "apiVersion", version_place));
    }
    if let Some(id) = schema::kind(api_version, kind) {
        return Ok(Some(id));
    }
    if may_be_served(api_version, kind) {
        return Ok(None);
    }
    let text = format!(
        "no kind {} is registered for version {} in scheme \"pkg/runtime/scheme.go:111\"",
        quote(kind),
        quote(api_version),
    );
    let (field, place) = match schema::kinds().any(|(_, name, _)| name == *kind) {
        true => ("apiVersion", version_place),
        false => ("kind", kind_place),
    };
    Err(refuse(text, field, place))
}

/// Kinds that the version mirrored serves besides those of the table, in the groups whose kinds the table has.
const OTHERS: &[(&str, &[&str])] = &[
    (
        "v1",
        &[
            "Binding",
            "ComponentStatus",
            "ConfigMap",
            "Endpoints",
            "Event",
            "LimitRange",
            "Namespace",
            "PersistentVolume",
            "PersistentVolumeClaim",
            "PodTemplate",
            "ReplicationController",
            "ResourceQuota",
            "Secret",
            "ServiceAccount",
        ],
    ),
    (
        "apps/v1",
        &[
            "ControllerRevision",
            "Deployment",
            "ReplicaSet",
            "StatefulSet",
        ],
    ),
];

/// Whether a server may know a kind that the table does not have. Groups of custom resources have a point.
#[must_use]
pub fn may_be_served(api_version: &str, kind: &str) -> bool {
    let (group, _) = api_version.split_once('/').unwrap_or(("", api_version));
    match group {
        "autoscaling" | "batch" | "policy" => true,
        "scheduling.k8s.io" => !kind.eq_ignore_ascii_case("PriorityClass"),
        _ if group.as_bytes().contains(&b'.') => true,
        _ => OTHERS.iter().any(|(known, kinds)| {
            let single = kind.strip_suffix("List").unwrap_or(kind);
            *known == api_version && kinds.contains(&single)
        }),
    }
}

/// The text of a value, `None` for null; what the decoder calls anything else.
fn text(node: Node<'_>) -> Result<Option<&str>, &'static str> {
    match node.value() {
        Value::Scalar(text, Resolved::Text) => Ok(Some(text)),
        Value::Scalar(_, Resolved::Null) => Ok(None),
        _ => Err(what(node)),
    }
}

fn other_than_map(root: Node<'_>) -> Option<&'static str> {
    (!root.is_map() && !root.is_null()).then(|| what(root))
}

/// What the decoder's messages call a value.
pub(super) fn what(node: Node<'_>) -> &'static str {
    match node.value() {
        Value::Map => "object",
        Value::List => "array",
        Value::Scalar(_, Resolved::Text) => "string",
        Value::Scalar(_, Resolved::Bool(_)) => "bool",
        Value::Scalar(_, Resolved::Null) => "null",
        Value::Scalar(..) => "number",
    }
}
