use super::answer_validate::decoding_errors;
use super::convert;
use super::defaults::{AddedField, DefaultedObject, DefaultsAnswer};
use super::shapes::Head;
use crate::workspace::{Defaults, Workspace};

/// The answers, with what reading found.
pub(super) fn answer(workspace: &mut Workspace, found: Vec<Defaults>) -> DefaultsAnswer {
    let diagnostics = workspace.diagnostics();
    let workspace = &*workspace;
    let mut objects = Vec::new();
    for defaults in found {
        objects.extend(object(workspace, defaults));
    }
    DefaultsAnswer {
        head: Head::default(),
        objects,
        diagnostics: convert::diagnostics(workspace, &diagnostics),
    }
}

fn object(workspace: &Workspace, defaults: Defaults) -> Option<DefaultedObject> {
    let object = workspace.object(defaults.object)?;
    let file = workspace.file(defaults.object.file)?;
    let stored = defaults.stored.unwrap_or_default();
    let mut added = Vec::new();
    for field in stored.added {
        added.push(AddedField {
            path: field.path,
            line: field.line,
            last_line: field.last_line,
        });
    }
    Some(DefaultedObject {
        reference: object.reference().into(),
        file: file.name.clone(),
        decoding_errors: decoding_errors(workspace, &defaults.undecoded),
        yaml: stored.yaml,
        json: stored.json,
        added,
    })
}
