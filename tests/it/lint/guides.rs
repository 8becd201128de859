//! tests/fixtures/seed-expected.csv: what a good reviewer says of the examples of five guides, which are not ours to ship.

use super::{folder, text};
use crate::shared;
use everynode::diagnostic::RULES as READER;
use everynode::ffi::{LintQuestion, Session};
use everynode::lint::RULES;
use std::collections::{BTreeMap, BTreeSet};

/// Rule, severity.
type Said = BTreeSet<(String, String)>;

/// On one `DaemonSet` that the API server accepts; more than that nobody reads.
const MOST: usize = 5;

#[test]
fn the_guides_hear_what_a_reviewer_says_and_no_false_alarm() {
    let Some(guides) = shared::folder("seed-examples") else {
        return;
    };
    let mut expected: BTreeMap<String, Said> = BTreeMap::new();
    for row in text(&folder("tests/fixtures/seed-expected.csv"))
        .lines()
        .skip(1)
    {
        let cells: Vec<&str> = row.split(',').collect();
        let [file, rule, severity] = cells.as_slice() else {
            panic!("seed-expected.csv: `{row}` has not three cells");
        };
        let said = expected.entry((*file).to_owned()).or_default();
        // A file of which nothing is said stands there with an empty rule.
        if !rule.is_empty() {
            said.insert(((*rule).to_owned(), (*severity).to_owned()));
        }
    }
    let names = RULES.iter().map(|rule| rule.id);
    let rules: BTreeSet<&str> = names.chain(READER.iter().map(|rule| rule.id)).collect();
    let mut wrong = Vec::new();
    for (file, wanted) in &expected {
        let mut session = Session::new();
        session.set_text(file, &text(&guides.join(file)));
        let answer = session.lint(&LintQuestion::default()).unwrap();
        let alarms = answer.diagnostics.iter();
        let alarms = alarms.filter(|found| found.severity != "info").count();
        if alarms > MOST {
            wrong.push(format!("{file}: {alarms} warnings and errors"));
        }
        let found: Said = answer
            .diagnostics
            .into_iter()
            .map(|found| (found.rule.to_owned(), found.severity.to_owned()))
            .collect();
        let known = wanted.iter().filter(|(rule, _)| rules.contains(&**rule));
        for (rule, severity) in known.filter(|said| !found.contains(*said)) {
            wrong.push(format!(
                "{file}: {rule} ({severity}) is expected, and not found"
            ));
        }
        // Further advice is nobody's alarm.
        let further = found.difference(wanted);
        for (rule, severity) in further.filter(|(_, severity)| severity != "info") {
            wrong.push(format!(
                "{file}: {rule} ({severity}) is found, and not expected"
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
