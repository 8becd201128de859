use crate::apiserver::{self, PatchType, daemon_set_of, stored_daemon_set};
use crate::diagnostic::{Diagnostic, Rule};
use crate::manifest::{Limits, read_value};
use crate::model::{DaemonSet, Defaulted, Json};
use crate::source::{FileId, Place, TextRange};
use crate::workspace::{ObjectId, Workspace};

/// The file that places in a patch are of: no open text has this number.
pub const PATCH: FileId = FileId(u32::MAX);

/// The longest patch that the API server takes, in bytes.
///
/// Upstream: staging/src/k8s.io/apiserver/pkg/server/config.go MaxRequestBodyBytes (v1.36.3)
const LONGEST: usize = 3 << 20;

/// A DaemonSet that a patch was applied to.
#[derive(Clone, Debug)]
pub struct Patched {
    /// As the API server stores it, fields included that no type has.
    pub stored: Json,
    /// In its own type.
    pub daemon_set: Defaulted<DaemonSet>,
    /// What reading found that does not keep the patch from being applied.
    pub diagnostics: Vec<Diagnostic>,
}

/// Applies a patch to a stored DaemonSet: `text` is YAML or JSON.
///
/// ```
/// use everynode::apiserver::PatchType;
/// use everynode::workspace::{Workspace, apply_patch};
/// let mut workspace = Workspace::new();
/// workspace.set_text("ds.yaml", "kind: DaemonSet\napiVersion: apps/v1\nmetadata: {name: agent}\nspec: {template: {spec: {containers: [{name: agent, image: a:1}]}}}\n");
/// let cluster = workspace.cluster();
/// let stored = workspace.stored(cluster.daemon_sets[0].object).unwrap();
/// let text = "spec: {template: {spec: {containers: [{name: agent, image: a:2}]}}}";
/// let patched = apply_patch(&stored, text, PatchType::Strategic).unwrap();
/// assert_eq!(patched.daemon_set.spec.template.spec.containers[0].image, "a:2");
/// ```
///
/// # Errors
/// Why it cannot be applied; places are of the file [`PATCH`].
pub fn apply_patch(stored: &Json, text: &str, kind: PatchType) -> Result<Patched, Vec<Diagnostic>> {
    let limits = Limits {
        bytes: LONGEST,
        ..Limits::default()
    };
    let reading = read_value(PATCH, text, &limits);
    let at = |range| Place { file: PATCH, range };
    let everything = at(TextRange::from_usize(0, text.len()));
    let fails = |place, message: String| {
        let mut all = reading.diagnostics.clone();
        all.push(Diagnostic::new(Rule::PATCH_FAILS, place, message));
        all
    };
    let Some(value) = reading.value.clone() else {
        return Err(match reading.diagnostics.is_empty() {
            true => fails(everything, "the patch says nothing".to_owned()),
            false => reading.diagnostics,
        });
    };
    let patched = apiserver::patch(stored.clone(), value, kind).map_err(|fault| {
        let mut path = Some(fault.at);
        let mut place = None;
        // What a directive stands for has no place of its own.
        while let (None, Some(at)) = (place, &path) {
            place = reading.places.get(at).map(|entry| entry.value);
            path = at.parent();
        }
        fails(place.map_or(everything, at), fault.message)
    })?;
    let (stored, _) = stored_daemon_set(patched);
    let daemon_set = daemon_set_of(&stored)
        .ok_or_else(|| fails(everything, "the patch leaves no DaemonSet".to_owned()))?;
    Ok(Patched {
        stored,
        daemon_set,
        diagnostics: reading.diagnostics,
    })
}

impl Workspace {
    /// A DaemonSet of an open text as the API server stores it, fields included that no type has. `None` when its text
    /// has been closed or replaced.
    #[must_use]
    pub fn stored(&self, id: ObjectId) -> Option<Json> {
        let object = self.object(id)?;
        let value = object.json(&self.file(id.file)?.text)?;
        Some(stored_daemon_set(value).0)
    }
}
