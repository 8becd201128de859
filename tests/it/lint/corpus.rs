//! Manifests that others published: a review of each, and a table of what is found.

use crate::shared;
use everynode::ffi::{LintQuestion, Session};
use std::collections::BTreeMap;

#[test]
fn real_manifests_are_reviewed_at_places_that_are_theirs() {
    let Some(folder) = shared::folder("corpus/daemonsets") else {
        return;
    };
    let files = shared::files(&folder);
    let question = LintQuestion {
        presets: vec!["strict".to_owned()],
        ..LintQuestion::default()
    };
    // Errors, warnings, advice.
    let mut counts: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let mut session = Session::new();
    for (name, bytes) in &files {
        session.set_bytes(name, bytes);
        let answer = session.lint(&question).unwrap();
        let text = session.text(name).unwrap_or_default();
        for finding in &answer.diagnostics {
            let (start, end) = (finding.range.start, finding.range.end);
            assert!(
                start.offset <= end.offset && end.offset as usize <= text.encode_utf16().count(),
                "{name}: {} at {start:?}",
                finding.rule
            );
            assert!(!finding.message.contains('\n'), "{name}: {}", finding.rule);
            let severity = ["error", "warning", "info"]
                .iter()
                .position(|severity| *severity == finding.severity);
            counts.entry(finding.rule).or_default()[severity.unwrap()] += 1;
        }
        session.remove_file(name);
    }
    let mut rows: Vec<_> = counts.into_iter().collect();
    rows.sort_by_key(|(rule, counts)| (std::cmp::Reverse(counts.iter().sum::<usize>()), *rule));
    println!("{} files: errors, warnings, advice", files.len());
    for (rule, [errors, warnings, advice]) in rows {
        println!("{errors:5}{warnings:5}{advice:5}  {rule}");
    }
}
