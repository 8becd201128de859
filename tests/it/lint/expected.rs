//! tests/fixtures/expected.csv: what a good reviewer says of the traps and of our own manifests.

use super::{folder, ids, text};
use crate::shared::files;
use everynode::diagnostic::RULES as OF_READING;
use everynode::ffi::{LintQuestion, Session};
use std::collections::{BTreeMap, BTreeSet};

/// Line, rule, severity.
type Said = (usize, String, String);

#[test]
fn the_reviewer_says_what_is_expected_and_nothing_else() {
    let csv = folder("tests/fixtures/expected.csv");
    if !csv.exists() {
        return println!("did not run: no tests/fixtures/expected.csv");
    }
    let mut expected: BTreeMap<String, BTreeSet<Said>> = BTreeMap::new();
    let of_server = text(&folder("tests/fixtures/expected-apiserver.csv"));
    let rows = [text(&csv), of_server];
    let rows = rows.iter().flat_map(|text| text.lines().skip(1));
    for row in rows.filter(|row| !row.is_empty()) {
        let cells: Vec<&str> = row.split(',').collect();
        let [file, line, rule, severity] = cells.as_slice() else {
            panic!("expected.csv: `{row}` has not four cells");
        };
        let said = expected.entry((*file).to_owned()).or_default();
        // A file of which nothing is said stands there with an empty rule.
        if !rule.is_empty() {
            let line = line
                .parse()
                .unwrap_or_else(|_| panic!("expected.csv: `{row}`"));
            said.insert((line, (*rule).to_owned(), (*severity).to_owned()));
        }
    }
    for inside in ["lint-traps", "fixtures/guides"] {
        for (name, _) in files(&folder("tests").join(inside)) {
            if !name.ends_with(".csv") && name != "README.md" {
                expected.entry(format!("{inside}/{name}")).or_default();
            }
        }
    }
    let rules: BTreeSet<&str> = ids().collect();
    // What reading finds is compared by its own tests.
    let is_known = |rule: &str| rules.contains(rule) || OF_READING.iter().any(|own| own.id == rule);
    let mut wrong = Vec::new();
    for (file, wanted) in &expected {
        for (line, rule, _) in wanted.iter().filter(|(_, rule, _)| !is_known(rule)) {
            wrong.push(format!("{file}:{line}: there is no rule {rule}"));
        }
        let mut session = Session::new();
        session.set_text(file, &text(&folder("tests").join(file)));
        let answer = session.lint(&LintQuestion::default()).unwrap();
        let found: BTreeSet<Said> = answer
            .diagnostics
            .into_iter()
            .filter(|found| rules.contains(found.rule))
            .map(|found| {
                let line = found.range.start.line as usize;
                (line, found.rule.to_owned(), found.severity.to_owned())
            })
            .collect();
        let wanted: BTreeSet<Said> = wanted
            .iter()
            .filter(|(_, rule, _)| rules.contains(&**rule))
            .cloned()
            .collect();
        for (line, rule, severity) in wanted.difference(&found) {
            wrong.push(format!(
                "{file}:{line}: {rule} ({severity}) is expected, and not found"
            ));
        }
        // Further advice is nobody's alarm.
        let further = found.difference(&wanted);
        for (line, rule, severity) in further.filter(|(_, _, severity)| severity != "info") {
            wrong.push(format!(
                "{file}:{line}: {rule} ({severity}) is found, and not expected"
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
