//! tests/fixtures/rules.csv: every rule that there is to be, and what is known of it, held against the rules that there are.

use super::documentation::examples;
use super::{alone, folder, ids, text};
use crate::shared::files;
use everynode::diagnostic::RULES as OF_READING;
use everynode::lint::{Preset, RULES, Rule, SERVER_RULES, ServerRule};
use std::collections::BTreeMap;

/// The cells of a row, by the names of their columns.
type Row = BTreeMap<String, String>;

fn rows() -> Vec<Row> {
    let text = text(&folder("tests/fixtures/rules.csv"));
    let mut lines = text.lines().map(cells);
    let columns = lines.next().unwrap();
    let rows = lines.map(|cells| {
        assert_eq!(cells.len(), columns.len(), "{cells:?}");
        columns.iter().cloned().zip(cells).collect()
    });
    rows.collect()
}

/// The cells of a row; quoted ones may have commas.
fn cells(row: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    for c in row.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => cells.last_mut().unwrap().push(c),
        }
    }
    cells
}

fn of_server(id: &str) -> Option<&'static ServerRule> {
    let mut rules = SERVER_RULES.iter().copied();
    rules.find(|rule| rule.name.id == id)
}

fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}

#[test]
fn every_rule_of_the_catalogue_is_there_or_says_why_not() {
    let mut wrong = Vec::new();
    let rows = rows();
    for row in &rows {
        let id = row["id"].as_str();
        let is_there = find(id).is_some();
        let is_told = !row["reason"].is_empty();
        let fits = match row["status"].as_str() {
            "keep" => is_there || of_server(id).is_some(),
            "exists" => !is_there && is_told && OF_READING.iter().any(|rule| rule.id == id),
            "dropped" => !is_there && is_told,
            status => {
                let into = status.strip_prefix("merged into ").unwrap_or_default();
                let is_rule = find(into).is_some() || OF_READING.iter().any(|rule| rule.id == into);
                !is_there && is_told && is_rule
            }
        };
        if !fits {
            wrong.push(format!("{id}: {}", row["status"]));
        }
    }
    for id in ids().filter(|id| !rows.iter().any(|row| row["id"] == *id)) {
        wrong.push(format!("{id}: not in the catalogue"));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn rules_are_as_bad_as_the_catalogue_says_and_where_it_says() {
    let mut wrong = Vec::new();
    for row in rows().iter().filter(|row| row["status"] == "keep") {
        let id = row["id"].as_str();
        let Some(rule) = find(id) else {
            let rule = of_server(id).unwrap();
            if rule.name.severity.as_str() != row["severity"] {
                wrong.push(format!("{id}: {:?}", rule.name.severity));
            }
            continue;
        };
        let preset = match row["preset"].as_str() {
            // On where the configuration gives what it needs.
            "configured" => Preset::Recommended.as_str(),
            preset => preset,
        };
        let security = rule.security.map_or("", |severity| severity.as_str());
        let is = [rule.severity.as_str(), rule.preset.as_str(), security];
        let said = [row["severity"].as_str(), preset, row["security"].as_str()];
        if is != said {
            wrong.push(format!("{id}: {said:?} is said, {is:?} is there"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Which rules mend what they find, and whether the object means the same then.
#[test]
fn a_rule_has_the_fix_that_the_catalogue_names() {
    let rows = rows();
    let mut wrong = Vec::new();
    for id in ids() {
        let row = rows.iter().find(|row| row["id"] == id);
        let wanted = row.map_or("none", |row| &row["fix"]);
        let mut safeties = Vec::new();
        let mut texts: Vec<(String, String)> = Vec::new();
        let fixtures = folder("tests/lint").join(id);
        for (name, bytes) in files(&fixtures) {
            texts.push((name, String::from_utf8(bytes).unwrap()));
        }
        if of_server(id).is_some() {
            let examples = examples(id, "Invalid").into_iter();
            texts.extend(examples.map(|text| ("example.yaml".to_owned(), text)));
        }
        for (name, text) in texts {
            let found = alone(id, &name, &text);
            let found = found.iter().filter(|found| found.rule == id);
            safeties.extend(found.flat_map(|found| &found.fixes).map(|fix| fix.safety));
        }
        safeties.sort_unstable();
        safeties.dedup();
        let is_right = match wanted {
            "safe" => safeties == ["safe"],
            // Of some things that it finds, an object is the same without them.
            "changes behaviour" => safeties.first() == Some(&"changes-behaviour"),
            _ => safeties.is_empty(),
        };
        if !is_right {
            wrong.push(format!("{id}: {wanted}, not {safeties:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
