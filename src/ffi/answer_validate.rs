use super::convert;
use super::shapes::{Head, Range};
use super::validate::{ApiCause, ApiWarning, DecodingError, ValidateAnswer, ValidatedObject};
use crate::diagnostic::Rule;
use crate::manifest::StrictError;
use crate::source::Place;
use crate::workspace::{Validated, Workspace};

/// The answers with places as editors count. That an object stands in a file of `old`, too, is the point.
pub(super) fn answer(
    workspace: &mut Workspace,
    found: Vec<Validated>,
    old: &[&str],
) -> ValidateAnswer {
    let mut diagnostics = workspace.diagnostics();
    let workspace = &*workspace;
    let is_old = |place: Place| {
        let file = workspace.file(place.file);
        file.is_some_and(|file| old.contains(&&*file.name))
    };
    diagnostics.retain(|finding| {
        let mut others = finding.related.iter().map(|related| related.place);
        finding.rule != Rule::OBJECT_DUPLICATE || !is_old(finding.place) && !others.any(is_old)
    });
    ValidateAnswer {
        head: Head::default(),
        objects: found
            .into_iter()
            .filter_map(|validated| object(workspace, validated))
            .collect(),
        diagnostics: convert::diagnostics(workspace, &diagnostics),
    }
}

fn object(workspace: &Workspace, validated: Validated) -> Option<ValidatedObject> {
    let object = workspace.object(validated.object)?;
    let file = workspace.file(validated.object.file)?;
    let range = |place: Place| -> Range { convert::place(workspace, place).1 };
    let decoding_errors = decoding_errors(workspace, &validated.undecoded);
    let causes = validated.refusal.into_iter().map(|said| ApiCause {
        reason: said.what.kind.name(),
        message: said.what.to_string(),
        field: said.what.field,
        bad_value: said.what.bad_value,
        detail: said.what.detail,
        path: said.path.to_string(),
        range: range(said.place),
    });
    let causes: Vec<ApiCause> = causes.collect();
    let warnings = validated.warnings.into_iter().map(|said| ApiWarning {
        message: said.what,
        path: said.path.to_string(),
        range: range(said.place),
    });
    Some(ValidatedObject {
        reference: object.reference().into(),
        file: file.name.clone(),
        operation: if validated.is_update {
            "update"
        } else {
            "create"
        },
        allowed: decoding_errors.is_empty() && causes.is_empty(),
        decoding_errors,
        causes,
        warnings: warnings.collect(),
        kubectl: validated.kubectl,
    })
}

/// Mistakes that keep the server from decoding an object, with their places.
pub(super) fn decoding_errors(workspace: &Workspace, errors: &[StrictError]) -> Vec<DecodingError> {
    let errors = errors.iter().map(|error| DecodingError {
        message: error.text.clone(),
        path: error.path.to_string(),
        range: convert::place(workspace, error.place).1,
        help: error.hint.as_ref().map(ToString::to_string),
    });
    errors.collect()
}
