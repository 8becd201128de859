//! The column `fix` of tests/fixtures/rules.csv: which rules mend what they find, and whether the object means the same then.

use super::{alone, folder, text};
use crate::shared::files;
use everynode::lint::RULES;

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

#[test]
fn a_rule_has_the_fix_that_the_catalogue_names() {
    let catalogue = text(&folder("tests/fixtures/rules.csv"));
    let mut rows = catalogue.lines().map(cells);
    let head = rows.next().unwrap();
    let column = head.iter().position(|name| name == "fix").unwrap();
    let rows: Vec<_> = rows.collect();
    let mut wrong = Vec::new();
    for rule in RULES {
        let row = rows.iter().find(|row| row[0] == rule.id);
        let wanted = row.map_or("none", |row| &row[column]);
        let mut safeties = Vec::new();
        for (name, bytes) in files(&folder("tests/lint").join(rule.id)) {
            let found = alone(rule.id, &name, &String::from_utf8(bytes).unwrap());
            let found = found.iter().filter(|found| found.rule == rule.id);
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
            wrong.push(format!("{}: {wanted}, not {safeties:?}", rule.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
