//! Fixes of every rule, over all fixtures and traps: what they leave reads, and says nothing worse.

use super::{folder, text};
use everynode::ffi::{LintQuestion, Session};
use std::path::{Path, PathBuf};

/// What is wrong with a text, by rule, object and message.
fn faults(text: &str) -> Vec<(String, String)> {
    let mut session = Session::new();
    session.set_text("a.yaml", text);
    let found = session.lint(&LintQuestion::default()).unwrap().diagnostics;
    let faults = found.into_iter().filter(|one| one.severity != "info");
    faults
        .map(|one| (one.rule.to_owned(), one.message))
        .collect()
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let files = paths.flat_map(|path| match path.is_dir() {
        true => files_below(&path),
        false => vec![path],
    });
    files.collect()
}

#[test]
fn a_fix_brings_no_other_fault_about_and_ends() {
    let mut fixed = 0;
    for below in ["tests/lint", "tests/lint-traps", "tests/fixtures/guides"] {
        for path in files_below(&folder(below)) {
            let text = text(&path);
            // Both are looked at where there are few files.
            let modes: &[bool] = match below {
                "tests/lint" => &[true],
                _ => &[false, true],
            };
            for &all in modes {
                let mut session = Session::new();
                session.set_text("a.yaml", &text);
                let answer = session.fix(&LintQuestion::default(), all).unwrap();
                assert_eq!(
                    session.text("a.yaml"),
                    Some(text.trim_start_matches('\u{feff}'))
                );
                let Some(file) = answer.files.first() else {
                    continue;
                };
                fixed += answer.fixed.len();
                let before = faults(&text);
                for fault in faults(&file.text) {
                    assert!(
                        before.contains(&fault),
                        "{}: {fault:?}\n{}",
                        path.display(),
                        file.text
                    );
                }
                session.set_text("a.yaml", &file.text);
                let again = session.fix(&LintQuestion::default(), all).unwrap();
                assert_eq!(again.files, [], "{}", path.display());
            }
        }
    }
    assert!(fixed > 100, "{fixed}");
}
