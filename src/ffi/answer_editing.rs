use super::editing::{Candidate, CompleteAnswer, FieldAnswer, FieldView, PlaceQuestion};
use super::{Head, convert};
use crate::workspace::Workspace;

/// The field at a place.
pub(super) fn field(workspace: &Workspace, question: &PlaceQuestion) -> FieldAnswer {
    let byte = convert::byte_at(workspace, &question.file, question.line, question.column);
    let found = byte.and_then(|byte| workspace.field_at(&question.file, byte));
    FieldAnswer {
        head: Head::default(),
        field: found.map(|found| FieldView {
            path: found.path.to_string(),
            range: convert::place(workspace, found.place).1,
            of: found.of,
            name: found.name,
            go_type: found.go_type,
            words: found.words,
            required: found.required,
            values: found.values,
            default: found.default,
        }),
    }
}

/// What may stand at a place.
pub(super) fn complete(workspace: &mut Workspace, question: &PlaceQuestion) -> CompleteAnswer {
    let byte = convert::byte_at(workspace, &question.file, question.line, question.column);
    let found = byte.and_then(|byte| workspace.complete(&question.file, byte));
    let Some(found) = found else {
        return CompleteAnswer::default();
    };
    let candidates = found.all.into_iter().map(|candidate| Candidate {
        label: candidate.label,
        insert: candidate.insert,
        kind: candidate.kind.as_str(),
        detail: candidate.detail,
        required: candidate.required,
        of: candidate.of,
    });
    CompleteAnswer {
        head: Head::default(),
        range: Some(convert::place(workspace, found.place).1),
        candidates: candidates.collect(),
        cut: found.cut,
    }
}
