//! The comment of every rule: it says what there is to say, and its examples are true.

use super::{alone, folder, ids, text};
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
