//! tests/lint/RULE/{invalid,valid}-*.yaml: what a rule finds, and on which lines, to the letter.
//!
//! Of `valid-info-*` files, advice may be found on any line. A line that something is found on ends in `# <- RULE`, or in `# <- RULE:SEVERITY` where that is to be said. A file may be
//! named for another format, `invalid-page.md`.

use super::documentation::examples;
use super::{alone, folder, ids};
use crate::shared::{files, folders};

/// Rule, line, and the severity where it is said.
type Expectation = (String, usize, String);

fn expectations(text: &str) -> Vec<Expectation> {
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let Some((_, marks)) = line.split_once("# <- ") else {
            continue;
        };
        for mark in marks.split([' ', ',']).filter(|mark| !mark.is_empty()) {
            let (rule, severity) = mark.split_once(':').unwrap_or((mark, ""));
            found.push((rule.to_owned(), index + 1, severity.to_owned()));
        }
    }
    found
}

#[test]
fn every_fixture_is_found_where_it_says() {
    let mut wrong = Vec::new();
    for (id, folder) in folders(&folder("tests/lint")) {
        let is_known = ids().any(|rule| rule == id);
        assert!(is_known, "tests/lint/{id} is named for no rule");
        for (name, bytes) in files(&folder) {
            let text = String::from_utf8(bytes).unwrap();
            let wanted: Vec<Expectation> = expectations(&text);
            let wanted: Vec<&Expectation> =
                wanted.iter().filter(|(rule, ..)| *rule == id).collect();
            let found = alone(&id, &name, &text);
            let found: Vec<Expectation> = found
                .into_iter()
                .filter(|found| found.rule == id)
                .filter(|found| found.severity != "info" || !name.starts_with("valid-info-"))
                .map(|found| {
                    (
                        id.clone(),
                        found.range.start.line as usize,
                        found.severity.into(),
                    )
                })
                .collect();
            let same = wanted.len() == found.len()
                && wanted.iter().zip(&found).all(|(wanted, found)| {
                    wanted.1 == found.1 && (wanted.2.is_empty() || wanted.2 == found.2)
                });
            let kind = match name.split_once('-') {
                Some(("invalid", _)) => !wanted.is_empty(),
                Some(("valid", _)) => wanted.is_empty(),
                _ => false,
            };
            if !same || !kind {
                wrong.push(format!(
                    "tests/lint/{id}/{name}: wanted {wanted:?}, found {found:?}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_two_wrong_and_two_right_examples() {
    let folder = folder("tests/lint");
    let mut few = Vec::new();
    for id in ids() {
        let own = folder.join(id);
        let files = if own.is_dir() {
            files(&own)
        } else {
            Vec::new()
        };
        let count = |kind: &str, heading: &str| {
            let files = files.iter().filter(|(name, _)| name.starts_with(kind));
            files.count() + examples(id, heading).len()
        };
        let (invalid, valid) = (count("invalid-", "Invalid"), count("valid-", "Valid"));
        if invalid < 2 || valid < 2 {
            few.push(format!("{id}: {invalid} invalid, {valid} valid"));
        }
    }
    assert!(few.is_empty(), "{}", few.join("\n"));
}
