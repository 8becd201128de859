//! One object: its kind and group, its type, and what is wrong with it as a whole.

use super::decode::{self, Decode, Decoder, Path, Position, canonical_json};
use super::found::Found;
use super::kinds::{self, KindInfo};
use super::shape::{self, Fragment};
use super::strict::Early;
use super::tree::Node;
use super::{FragmentKind, Object, Origin, Typed, findings};
use crate::model::{Container, DaemonSet, ObjectMeta};

/// The kind of an object: its own word, else that of the list it is in, else what its shape tells. Empty where none does.
pub(super) fn kind<'a>(object: Node<'a>, list: &'a str) -> &'a str {
    if !object.is_map() {
        return "";
    }
    match object.get("kind").map_or("", Node::text) {
        "" => match list.strip_suffix("List") {
            Some(kind) if !kind.is_empty() => kind,
            _ => shape::kind(object).unwrap_or_default(),
        },
        kind => kind,
    }
}

/// The items of a value that is a list of objects; null where an empty list is printed so.
pub(super) fn list_items(value: Node<'_>) -> Option<Node<'_>> {
    let kind = value.get("kind").map_or("", Node::text);
    let is_list = kind.ends_with("List");
    value.get("items").filter(|items| {
        items.is_list() && (kind.is_empty() || is_list) || items.is_null() && is_list
    })
}

/// Decodes an object, whose kind is known.
pub(super) fn object(node: Node<'_>, list: &str, position: Position, found: &mut Found) -> Object {
    let place = position.place(node.range());
    let kind = kind(node, list);
    let info = kinds::find(kind);
    let origin = decode::origin(node);
    let mut decoder = Decoder { position, found };
    let (metadata, typed) = typed(info, node, origin, &mut decoder);
    let mut object = Object {
        api_version: node.get("apiVersion").map_or("", Node::text).to_owned(),
        kind: kind.to_owned(),
        metadata,
        place,
        origin,
        fragment: None,
        typed,
        early: Early::default(),
    };
    if let Some(info) = info {
        findings::object(&object, node, info, position, found);
    }
    if let Typed::DaemonSet(daemon_set) = &mut object.typed {
        daemon_set.spec.template.stored = origin == Origin::Recorded;
    }
    object
}

/// Gives a DaemonSet the text that its template is compared by.
pub(super) fn canonical(object: &mut Object, node: Node<'_>) {
    if let Typed::DaemonSet(daemon_set) = &mut object.typed
        && let Some(template) = node.get("spec").and_then(|spec| spec.get("template"))
    {
        daemon_set.spec.template.canonical = canonical_json(template);
    }
}

fn typed(
    info: Option<&KindInfo>,
    node: Node<'_>,
    origin: Origin,
    decoder: &mut Decoder<'_>,
) -> (ObjectMeta, Typed) {
    /// Decodes the type of the same name.
    macro_rules! typed {
        ($($kind:ident)*) => {
            match info.map_or("", |info| info.kind) {
                $(stringify!($kind) => {
                    let mut object: Box<crate::model::$kind> = Box::default();
                    decoder.fill(&mut *object, node, &Path::Root);
                    Typed::$kind(object)
                })*
                _ => Typed::Other,
            }
        };
    }
    let mut typed = typed!(DaemonSet Node Pod ControllerRevision PriorityClass Service PodDisruptionBudget Namespace Deployment ConfigMap ResourceQuota LimitRange NetworkPolicy HorizontalPodAutoscaler PrometheusRule);
    if let (Typed::DaemonSet(daemon_set), Origin::Proposed) = (&mut typed, origin) {
        daemon_set.status = None;
    }
    let metadata = match typed.metadata() {
        Some(metadata) => metadata.clone(),
        None => {
            let mut metadata = ObjectMeta::default();
            if node.is_map() {
                decoder.field(&mut metadata, node, &Path::Root, "metadata");
            }
            metadata
        }
    };
    (metadata, typed)
}

/// Makes a DaemonSet of a part of one. The first of a file is named `fragment`, the second `fragment-2`.
pub(super) fn fragment(
    node: Node<'_>,
    fragment: Fragment,
    number: usize,
    position: Position,
    found: &mut Found,
) -> Object {
    let place = position.place(node.range());
    let mut daemon_set = DaemonSet::default();
    let mut decoder = Decoder { position, found };
    decode_fragment(&mut daemon_set, node, fragment, &mut decoder);
    daemon_set.metadata.name = match number {
        1 => "fragment".to_owned(),
        _ => format!("fragment-{number}"),
    };
    found.push(findings::fragment(
        fragment.kind,
        &daemon_set.metadata.name,
        place,
    ));
    Object {
        api_version: String::new(),
        kind: "DaemonSet".to_owned(),
        metadata: daemon_set.metadata.clone(),
        place,
        origin: Origin::Proposed,
        fragment: Some(fragment.kind),
        typed: Typed::DaemonSet(Box::new(daemon_set)),
        early: Early::default(),
    }
}

fn decode_fragment(
    daemon_set: &mut DaemonSet,
    node: Node<'_>,
    fragment: Fragment,
    decoder: &mut Decoder<'_>,
) {
    let root = Path::Root;
    let spec = Path::Field(&root, "spec");
    let strategy = Path::Field(&spec, "updateStrategy");
    let rolling_update = Path::Field(&strategy, "rollingUpdate");
    let template = Path::Field(&spec, "template");
    let pod = Path::Field(&template, "spec");
    let affinity = Path::Field(&pod, "affinity");
    let node_affinity = Path::Field(&affinity, "nodeAffinity");
    let tolerations = Path::Field(&pod, "tolerations");
    let containers = Path::Field(&pod, "containers");
    let first = Path::Index(&containers, 0);
    let pod_spec = &mut daemon_set.spec.template.spec;
    let (target, path): (&mut dyn Decode, &Path<'_>) = match fragment.at {
        [] => (daemon_set, &root),
        [_] => (&mut daemon_set.spec, &spec),
        [_, "updateStrategy"] => (&mut daemon_set.spec.update_strategy, &strategy),
        [_, "updateStrategy", _] => (
            &mut daemon_set.spec.update_strategy.rolling_update,
            &rolling_update,
        ),
        [_, "template"] => (&mut daemon_set.spec.template, &template),
        [_, "template", _] => (pod_spec, &pod),
        [.., "affinity"] => {
            if decoder.is_map(node, &affinity) {
                let target = &mut pod_spec.node_affinity;
                decoder.field(target, node, &affinity, "nodeAffinity");
            }
            return;
        }
        [.., "nodeAffinity"] => (&mut pod_spec.node_affinity, &node_affinity),
        [.., "tolerations"] => (&mut pod_spec.tolerations, &tolerations),
        _ if fragment.kind == FragmentKind::Container => {
            pod_spec.containers.push(Container::default());
            match pod_spec.containers.last_mut() {
                Some(container) => (container, &first),
                None => return,
            }
        }
        _ => (&mut pod_spec.containers, &containers),
    };
    decoder.fill(target, node, path);
}
