//! The comment of every rule: it says what there is to say, and its examples are true.

use super::{alone, folder, ids, text};
use everynode::diagnostic::{DiagnosticSource, RULES as OF_READING};
use everynode::ffi::{LintQuestion, Session};
use everynode::lint::RULES;

/// What stands under a heading of a rule's comment, up to the next one.
pub(super) fn section(rule: &str, heading: &str) -> String {
    let name = format!("{}.rs", rule.replace('-', "_"));
    let folder = match RULES.iter().any(|own| own.id == rule) {
        true => folder("src/lint/rules"),
        false => folder("src/lint/server"),
    };
    let source = text(&folder.join(name));
    let lines = source.lines().map_while(|line| line.strip_prefix("//!"));
    let lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(line));
    let wanted = format!("## {heading}");
    let after = lines.skip_while(|line| *line != wanted).skip(1);
    let lines: Vec<&str> = after.take_while(|line| !line.starts_with("## ")).collect();
    lines.join("\n")
}

/// The fenced blocks of a section.
pub(super) fn examples(rule: &str, heading: &str) -> Vec<String> {
    let section = section(rule, heading);
    let blocks = section.split("```yaml\n").skip(1);
    blocks
        .map(|block| block.split("```").next().unwrap().to_owned())
        .collect()
}

#[test]
fn every_rule_says_why_and_when_not() {
    for id in ids() {
        // What the API server says is there whoever likes it.
        let off = RULES.iter().any(|rule| rule.id == id);
        for heading in ["Why", "When to switch off"]
            .iter()
            .take(1 + usize::from(off))
        {
            let said = section(id, heading);
            assert!(said.trim().ends_with(|c| c != ' '), "{id}: {heading}");
            assert!(said.trim().len() > 30, "{id}: `## {heading}` says nothing");
        }
    }
}

#[test]
fn what_is_shown_as_wrong_is_found_and_what_is_shown_as_right_is_not() {
    for id in ids() {
        for (heading, is_wrong) in [("Invalid", true), ("Valid", false)] {
            let examples = examples(id, heading);
            assert!(
                !examples.is_empty(),
                "{id}: no example under `## {heading}`"
            );
            for example in examples {
                let found = alone(id, "example.yaml", &example);
                let others = found.iter().filter(|found| found.source == "reader");
                let errors: Vec<_> = others.filter(|found| found.severity == "error").collect();
                assert_eq!(errors, Vec::<&everynode::ffi::Diagnostic>::new(), "{id}");
                let own = found.iter().any(|found| found.rule == id);
                assert_eq!(own, is_wrong, "{id}: `## {heading}`\n{example}");
            }
        }
    }
}

/// Pages about what reading finds, which are written by hand.
#[test]
fn examples_of_what_reading_finds_are_true() {
    let mut pages = 0;
    for rule in OF_READING
        .iter()
        .filter(|rule| rule.source == DiagnosticSource::Reader)
    {
        let page = folder("docs/rules").join(format!("{}.md", rule.id));
        if !page.exists() {
            continue;
        }
        pages += 1;
        let page = text(&page);
        assert!(
            page.contains(&format!("- severity: {}\n", rule.severity.as_str())),
            "{}",
            rule.id
        );
        for (heading, is_wrong) in [("Invalid", true), ("Valid", false)] {
            let (_, section) = page
                .split_once(&format!("## {heading}\n```yaml\n"))
                .unwrap();
            let example = section.split("```").next().unwrap();
            let mut session = Session::new();
            session.set_text("example.yaml", example);
            let answer = session.lint(&LintQuestion::default()).unwrap();
            let mut found = answer.diagnostics.iter();
            let own = found.any(|found| found.rule == rule.id);
            assert_eq!(own, is_wrong, "{}: `## {heading}`\n{example}", rule.id);
        }
    }
    assert!(pages > 5, "{pages} pages");
}
