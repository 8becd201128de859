//! Patches, applied as the API server applies them: strategic merge patch, JSON merge patch, JSON patch.

mod json_patch;
mod merge_patch;
mod strategic;

use super::stored::daemon_set_type;
use crate::model::Json;
use crate::source::FieldPath;

/// What a patch means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PatchType {
    /// Lists of named things are merged by their names; kubectl's default.
    #[default]
    Strategic,
    /// RFC 7386: maps are merged, lists replaced.
    Merge,
    /// RFC 6902: a list of operations.
    Json,
}

/// Why a patch cannot be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatchFault {
    /// Where in the patch.
    pub at: FieldPath,
    /// One line: what was wanted, and what is there.
    pub message: String,
}

impl PatchFault {
    fn new(at: &FieldPath, message: impl Into<String>) -> Box<Self> {
        Box::new(Self {
            at: at.clone(),
            message: message.into(),
        })
    }
}

/// A DaemonSet with a patch applied to it.
///
/// ```
/// use everynode::apiserver::{PatchType, patch};
/// use everynode::model::Json;
/// let labels = |value: &str| Json::map([("labels".to_owned(), Json::map([("tier".to_owned(), Json::text(value))]))]);
/// assert_eq!(patch(labels("old"), labels("new"), PatchType::Merge), Ok(labels("new")));
/// ```
///
/// # Errors
/// Why it cannot be applied, and which part of the patch says so.
///
/// Upstream: staging/src/k8s.io/apiserver/pkg/endpoints/handlers/patch.go patcher.applyPatch (v1.36.3)
pub fn patch(object: Json, patch: Json, kind: PatchType) -> Result<Json, Box<PatchFault>> {
    let root = FieldPath::root();
    let is_map = matches!(patch, Json::Map(_));
    let patched = match kind {
        PatchType::Json => json_patch::apply(object, &patch)?,
        _ if !is_map => return Err(PatchFault::new(&root, "the patch is no map of fields")),
        PatchType::Merge => merge_patch::apply(object, patch),
        PatchType::Strategic => strategic::merge(object, patch, daemon_set_type(), &root)?,
    };
    if patched.nests_deeper(DEEPEST) {
        let message = format!("maps and lists are nested deeper than {DEEPEST}");
        return Err(PatchFault::new(&root, message));
    }
    Ok(patched)
}

/// Values nest no deeper, as those that are read: some steps recurse.
const DEEPEST: u32 = 100;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manifest::{Limits, read_value};
    use crate::source::FileId;

    fn value(text: &str) -> Json {
        let reading = read_value(FileId(0), text, &Limits::default());
        reading.value.unwrap_or_default()
    }

    fn patched(object: &str, text: &str, kind: PatchType) -> Result<Json, String> {
        let result = patch(value(object), value(text), kind);
        result.map_err(|fault| format!("{}: {}", fault.at, fault.message))
    }

    fn pod(text: &str) -> String {
        format!("{{spec: {{template: {{spec: {text}}}}}}}")
    }

    #[test]
    fn each_type_has_its_own_idea_of_a_list() {
        let object =
            pod("{volumes: [{name: a, hostPath: {path: /a}}, {name: b}], tolerations: [{key: a}]}");
        let text = pod("{volumes: [{name: b, emptyDir: {}}], tolerations: [{key: b}]}");
        for (kind, volumes) in [
            (
                PatchType::Strategic,
                "[{name: a, hostPath: {path: /a}}, {name: b, emptyDir: {}}]",
            ),
            (PatchType::Merge, "[{name: b, emptyDir: {}}]"),
        ] {
            let expected = pod(&format!(
                "{{volumes: {volumes}, tolerations: [{{key: b}}]}}"
            ));
            assert_eq!(
                patched(&object, &text, kind),
                Ok(value(&expected)),
                "{kind:?}"
            );
        }
        let text = "[{op: add, path: /spec/template/spec/tolerations/-, value: {key: b}}, \
            {op: remove, path: /spec/template/spec/volumes/-1}]";
        let expected =
            pod("{volumes: [{name: a, hostPath: {path: /a}}], tolerations: [{key: a}, {key: b}]}");
        assert_eq!(
            patched(&object, text, PatchType::Json),
            Ok(value(&expected))
        );
    }

    #[test]
    fn what_cannot_be_applied_says_where() {
        let object = pod("{volumes: [{name: a}], tolerations: [{key: a}]}");
        for (text, fault) in [
            (
                "{volumes: [{emptyDir: {}}]}",
                "volumes[0]: an item of this list has no `name`, by which its items are told apart",
            ),
            (
                "{volumes: [{$patch: swap, name: a}]}",
                "volumes[0].$patch: `$patch` is `replace` or `delete`, not `swap`",
            ),
            (
                "{$retainKeys: [volumes], tolerations: []}",
                "tolerations: `$retainKeys` does not name `tolerations`, which the patch sets",
            ),
        ] {
            let fault = format!("spec.template.spec.{fault}");
            assert_eq!(
                patched(&object, &pod(text), PatchType::Strategic),
                Err(fault)
            );
        }
        let fault = ": the patch is no map of fields".to_owned();
        assert_eq!(patched(&object, "[]", PatchType::Strategic), Err(fault));
        for (text, fault) in [
            ("{}", ": a JSON patch is a list of operations"),
            (
                "[{op: test, path: /args/0, value: b}]",
                "[0].value: the test fails: `/args/0` is `a`, not `b`",
            ),
            (
                "[{op: remove, path: /args/0}, {op: remove, path: /args/0}]",
                "[1].path: `/args/0` leads into a list that is empty",
            ),
            (
                "[{op: add, path: /no/such/way, value: 1}]",
                "[0].path: there is no `/no/such/way`",
            ),
            (
                "[{op: swap, path: /args}]",
                "[0].op: `op` is add, remove, replace, move, copy or test, not `swap`",
            ),
        ] {
            let result = patched("{args: [a]}", text, PatchType::Json);
            assert_eq!(result, Err(fault.to_owned()), "{text}");
        }
    }

    #[test]
    fn moves_into_one_another_come_to_an_end() {
        let deeper = "{op: add, path: /x, value: {}}, {op: move, from: /v, path: /x/v}, {op: move, from: /x, path: /v}";
        for (times, is_applied) in [(90, true), (2000, false)] {
            let text = format!("[{}]", vec![deeper; times].join(", "));
            let result = patched("{v: {}}", &text, PatchType::Json);
            assert_eq!(result.is_ok(), is_applied, "{times}");
        }
    }

    #[test]
    fn copies_of_copies_come_to_an_end() {
        let copies = vec!["{op: copy, from: /b, path: /b/-}"; 40].join(", ");
        let copies = format!("[{copies}]");
        let result = patched("{b: [[x]]}", &copies, PatchType::Json).unwrap_err();
        assert_eq!(result, "[18].from: copies add more than 3145728 bytes");
    }
}
