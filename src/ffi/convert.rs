use super::shapes;
use crate::diagnostic::{Diagnostic, ObjectRef, Safety};
use crate::lint::{self, Guess};
use crate::manifest::{Object, Origin};
use crate::source;
use crate::workspace::{ObjectId, Workspace};

impl From<ObjectRef> for shapes::ObjectRef {
    fn from(object: ObjectRef) -> Self {
        Self {
            kind: object.kind,
            namespace: object.namespace,
            name: object.name,
        }
    }
}

impl From<source::Position> for shapes::Position {
    fn from(position: source::Position) -> Self {
        Self {
            offset: position.offset,
            line: position.line,
            column: position.column,
        }
    }
}

/// The file's name and the range in UTF-16. A file that is closed has neither.
pub(super) fn place(workspace: &Workspace, place: source::Place) -> (String, shapes::Range) {
    let file = workspace.file(place.file);
    file.map_or_else(Default::default, |file| in_file(file, place))
}

fn in_file(file: &source::SourceFile, place: source::Place) -> (String, shapes::Range) {
    let at = |byte| file.lines().position(&file.text, byte).into();
    let range = shapes::Range {
        start: at(place.range.start),
        end: at(place.range.end),
    };
    (file.name.clone(), range)
}

/// A finding about a text that is not open.
pub(super) fn diagnostic_of(file: &source::SourceFile, finding: &Diagnostic) -> shapes::Diagnostic {
    diagnostic_at(finding, &|place| in_file(file, place))
}

/// Findings with their places as editors count.
pub(super) fn diagnostics(workspace: &Workspace, found: &[Diagnostic]) -> Vec<shapes::Diagnostic> {
    let in_workspace = |at| place(workspace, at);
    found
        .iter()
        .map(|finding| diagnostic_at(finding, &in_workspace))
        .collect()
}

fn diagnostic_at(
    finding: &Diagnostic,
    place: &dyn Fn(source::Place) -> (String, shapes::Range),
) -> shapes::Diagnostic {
    let (file, range) = place(finding.place);
    let related = finding.related.iter().map(|related| {
        let (file, range) = place(related.place);
        shapes::Related {
            place: shapes::Place {
                file,
                path: None,
                range,
            },
            message: related.message.clone(),
        }
    });
    let fixes = finding.fixes.iter().map(|fix| shapes::Fix {
        title: fix.title.clone(),
        safety: match fix.safety {
            Safety::Safe => "safe",
            Safety::ChangesBehaviour => "changes-behaviour",
        },
        edits: fix
            .edits
            .iter()
            .map(|edit| {
                let (file, range) = place(edit.place);
                shapes::TextEdit {
                    file,
                    range,
                    new_text: edit.new_text.clone(),
                }
            })
            .collect(),
    });
    shapes::Diagnostic {
        rule: finding.rule.id,
        severity: finding.severity.as_str(),
        source: finding.source.as_str(),
        message: finding.message.clone(),
        why: finding.why.clone(),
        help: finding.help.clone(),
        file,
        path: finding.path.as_ref().map(ToString::to_string),
        range,
        object: finding.object.clone().map(Into::into),
        url: lint::has_page(&finding.rule).then(|| [PAGES, finding.rule.id, ".md"].concat()),
        related: related.collect(),
        fixes: fixes.collect(),
    }
}

/// A finding that a fix is of.
pub(super) fn fixed(
    workspace: &Workspace,
    finding: Diagnostic,
    title: String,
) -> shapes::FixedFinding {
    let file = workspace.file(finding.place.file);
    shapes::FixedFinding {
        rule: finding.rule.id,
        file: file.map_or_else(String::new, |file| file.name.clone()),
        path: finding.path.as_ref().map(ToString::to_string),
        object: finding.object.map(Into::into),
        message: finding.message,
        title,
        brings: None,
    }
}

/// A place that editors count in UTF-16; `None` where the file is not open.
pub(super) fn byte(workspace: &Workspace, file: &str, offset: u32) -> Option<source::Place> {
    let (id, file) = workspace.named(file)?;
    let byte = file.lines().byte(&file.text, offset);
    Some(source::Place {
        file: id,
        range: source::TextRange::at(byte),
    })
}

/// A line and column that editors count, from 1 and in UTF-16; what is behind the end of the line is its end. `None` where
/// there is no such file or line.
pub(super) fn byte_at(workspace: &Workspace, file: &str, line: u32, column: u32) -> Option<u32> {
    let (_, file) = workspace.named(file)?;
    let lines = file.lines();
    let range = (1..=lines.line_count())
        .contains(&line)
        .then(|| lines.line(&file.text, line))?;
    let start = lines.position(&file.text, range.start).offset;
    let offset = start.saturating_add(column.saturating_sub(1));
    Some(lines.byte(&file.text, offset).min(range.end))
}

/// What objects are taken for.
pub(super) fn roles(workspace: &Workspace, roles: &[(ObjectId, Guess)]) -> Vec<shapes::RoleGuess> {
    let known = roles.iter().filter_map(|(id, guess)| {
        Some(shapes::RoleGuess {
            reference: workspace.object(*id)?.reference().into(),
            file: workspace.file(id.file)?.name.clone(),
            role: guess.role.as_str(),
            because: guess.because.clone(),
        })
    });
    known.collect()
}

/// Where the pages of rules are.
const PAGES: &str = "https://github.com/everynode/everynode/blob/main/docs/rules/";

/// An object in one line.
pub(super) fn summary(workspace: &Workspace, object: &Object) -> shapes::ObjectSummary {
    let (file, range) = place(workspace, object.place);
    shapes::ObjectSummary {
        reference: object.reference().into(),
        api_version: object.api_version.clone(),
        file,
        range,
        origin: origin(object.origin),
        fragment: object.fragment.is_some(),
    }
}

/// Whether a cluster printed an object.
pub(super) fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Recorded => "recorded",
        Origin::Proposed => "proposed",
    }
}
