//! What reading finds: causes of errors, documents, pages, kinds, hostile and damaged input.

mod causes;
mod damaged;
mod documents;
mod fragments;
mod hostile;
mod independent;
mod kinds;
mod kubectl;
mod limits;
mod pages;
mod real;

use everynode::diagnostic::Diagnostic;
use everynode::workspace::Workspace;
use std::fmt::Write as _;

/// A finding in one line, its help and its fixes in lines of their own.
fn rendered(workspace: &Workspace, finding: &Diagnostic) -> String {
    let file = workspace.file(finding.place.file).expect("an open file");
    let at = file.lines().position(&file.text, finding.place.range.start);
    let mut line = format!(
        "{}:{} {}: {}",
        at.line, at.column, finding.rule.id, finding.message
    );
    if let Some(help) = &finding.help {
        write!(line, "\n    {help}").unwrap();
    }
    for related in &finding.related {
        let at = file.lines().position(&file.text, related.place.range.start);
        write!(line, "\n    {}:{} {}", at.line, at.column, related.message).unwrap();
    }
    for fix in &finding.fixes {
        let edits = fix.edits.iter().map(|edit| {
            let old = edit.place.range.of(&file.text);
            format!("`{old}` → `{}`", edit.new_text)
        });
        let edits: Vec<_> = edits.collect();
        write!(line, "\n    {}: {}", fix.title, edits.join(", ")).unwrap();
    }
    line
}

fn open(name: &str, text: &str) -> Workspace {
    let mut workspace = Workspace::new();
    workspace.set_text(name, text);
    workspace
}

/// `Kind name` of everything that one text holds.
fn objects(name: &str, text: &str) -> Vec<String> {
    let mut workspace = open(name, text);
    let objects = workspace.objects();
    objects
        .map(|object| format!("{} {}", object.kind, object.metadata.name))
        .collect()
}

/// Everything that is found in one text.
fn findings(name: &str, text: &str) -> Vec<String> {
    let mut workspace = open(name, text);
    let found = workspace.diagnostics();
    found.iter().map(|f| rendered(&workspace, f)).collect()
}
