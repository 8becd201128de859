//! Rules, each by its own examples and fixtures, and all of them by what a good reviewer says.

mod catalogue;
mod corpus;
mod documentation;
mod expected;
mod fixes;
mod fixtures;
mod formats;
mod guides;
mod oracle;
mod places;
mod reviewed;
mod wording;

use everynode::ffi::{Diagnostic, LintQuestion, Session};
use everynode::lint::{RULES, SERVER_RULES};

/// The ids of all rules that have a comment and a page: those that look for something, and those of the API server.
fn ids() -> impl Iterator<Item = &'static str> {
    let server = SERVER_RULES.iter().map(|rule| rule.name.id);
    RULES.iter().map(|rule| rule.id).chain(server)
}

/// What one rule alone finds in a text, with what reading finds and what the API server says. A rule that wants a configuration or an old
/// manifest says in its comment which one.
fn alone(rule: &str, name: &str, text: &str) -> Vec<Diagnostic> {
    let mut question = LintQuestion {
        presets: vec!["off".into()],
        rules: match RULES.iter().any(|own| own.id == rule) {
            true => vec![rule.into()],
            false => Vec::new(),
        },
        ..LintQuestion::default()
    };
    let mut session = Session::new();
    for config in documentation::examples(rule, "Configuration") {
        session.set_text("everynode.yaml", &config);
    }
    for old in documentation::examples(rule, "Old") {
        session.set_text("old.yaml", &old);
        question.old = vec!["old.yaml".into()];
    }
    session.set_text(name, text);
    session.lint(&question).unwrap().diagnostics
}

/// Where a folder of the checkout is.
fn folder(path: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[expect(
    clippy::disallowed_methods,
    reason = "the core reads no file; its tests do"
)]
fn text(path: &std::path::Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}
