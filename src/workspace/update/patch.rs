use crate::apiserver::{self, Misfit, MisfitKind, PatchType, daemon_set_of, stored_daemon_set};
use crate::diagnostic::{Diagnostic, Rule};
use crate::manifest::{Limits, read_value};
use crate::model::{DaemonSet, Defaulted, Json};
use crate::source::{FieldPath, FileId, Place, Segment, SourceMap, TextRange, find};
use crate::workspace::{ObjectId, Workspace};
use std::rc::Rc;

/// The file that places in a patch are of: no open text has this number.
pub const PATCH: FileId = FileId(u32::MAX);

/// The longest patch that the API server takes, in bytes.
///
/// Upstream: staging/src/k8s.io/apiserver/pkg/server/config.go MaxRequestBodyBytes (v1.36.3)
const LONGEST: usize = 3 << 20;

/// A DaemonSet that a patch was applied to.
#[derive(Clone, Debug)]
pub struct Patched {
    /// As the API server stores it, fields included that nobody judges.
    pub stored: Json,
    /// In its own type.
    pub daemon_set: Defaulted<DaemonSet>,
    /// What was found that does not keep the patch from being applied.
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
    let mut found = reading.diagnostics;
    let text = PatchText {
        text,
        places: &reading.places,
    };
    let Some(value) = reading.value.filter(|value| *value != Json::Null) else {
        if found.is_empty() {
            found.push(text.fails(None, "the patch says nothing".to_owned()));
        }
        return Err(found);
    };
    let patched = match apiserver::patch(stored.clone(), value, kind) {
        Ok(patched) => patched,
        Err(fault) => {
            let place = reading.places.nearest(&fault.at);
            found.push(text.fails(place.map(|entry| entry.value), fault.message));
            return Err(found);
        }
    };
    // What does not fit in the DaemonSet itself is none of the patch's making.
    let (_, before) = stored_daemon_set(stored.clone());
    let (stored, misfits) = stored_daemon_set(patched);
    let mut fits = true;
    for misfit in misfits.iter().filter(|misfit| !before.contains(misfit)) {
        fits &= matches!(misfit.kind, MisfitKind::Unknown(_));
        found.push(text.misfit(misfit));
    }
    match daemon_set_of(&stored).filter(|_| fits) {
        Some(daemon_set) => Ok(Patched {
            stored,
            daemon_set,
            diagnostics: found,
        }),
        None => {
            if fits {
                found.push(text.fails(None, "the patch leaves no DaemonSet".to_owned()));
            }
            Err(found)
        }
    }
}

/// The text of a patch, to point into.
#[derive(Clone, Copy)]
struct PatchText<'a> {
    text: &'a str,
    places: &'a SourceMap,
}

impl PatchText<'_> {
    fn place(self, range: Option<TextRange>) -> Place {
        let everything = || TextRange::from_usize(0, self.text.trim_end().len());
        Place {
            file: PATCH,
            range: range.unwrap_or_else(everything),
        }
    }

    fn fails(self, range: Option<TextRange>, message: String) -> Diagnostic {
        Diagnostic::new(Rule::PATCH_FAILS, self.place(range), message)
            .why("The API server refuses the patch: nothing changes.")
    }

    fn misfit(self, misfit: &Misfit) -> Diagnostic {
        let (at, range) = (&misfit.at, self.range_of(&misfit.at));
        let finding = match misfit.kind {
            MisfitKind::Type(wanted) => self.fails(range, format!("`{at}` must be {wanted}")),
            MisfitKind::Unknown(nearest) => {
                let place = self.place(range);
                let message = format!("the API has no field `{at}`");
                let finding = Diagnostic::new(Rule::PATCH_UNKNOWN_FIELD, place, message)
                    .why("The API server leaves it out; kubectl warns.");
                match nearest {
                    Some(nearest) => finding.help(format!("The nearest name is `{nearest}`.")),
                    None => finding,
                }
            }
        };
        finding.at(at.clone())
    }

    /// Where a patch sets a field: positions in the object are others than in the patch, and a JSON patch names the way
    /// as text.
    fn range_of(self, at: &FieldPath) -> Option<TextRange> {
        let names = |path: &FieldPath| -> Vec<Rc<str>> {
            let names = path.segments().iter().filter_map(|segment| match segment {
                Segment::Field(name) => Some(name.clone()),
                Segment::Index(_) => None,
            });
            names.collect()
        };
        let wanted = names(at);
        let same = self.places.iter().find(|(path, _)| names(path) == wanted);
        same.map(|(_, entry)| entry.whole()).or_else(|| {
            let name = wanted.last()?;
            let start = find(self.text, name)?;
            Some(TextRange::from_usize(start, start + name.len()))
        })
    }
}

impl Workspace {
    /// A DaemonSet of an open text as the API server stores it, fields included that nobody judges. `None` when its text
    /// has been closed or replaced.
    #[must_use]
    pub fn stored(&self, id: ObjectId) -> Option<Json> {
        let object = self.object(id)?;
        let value = object.json(&self.file(id.file)?.text)?;
        Some(stored_daemon_set(value).0)
    }
}
