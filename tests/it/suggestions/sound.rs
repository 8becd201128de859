//! Whatever is suggested must hold: the edited text, read again, is what was promised and nothing else.

use super::applied;
use everynode::ffi::{PlaceAnswer, Session, Suggestion};
use serde::Deserialize;
use serde_json::Value;

/// Makes each suggestion's edits, and asks again. Returns how many suggestions there were, and how many had edits.
///
/// # Panics
/// Where a suggestion does not keep its promise.
pub(super) fn all_hold(session: &mut Session, placed: &PlaceAnswer) -> (usize, usize) {
    let (mut suggestions, mut edited) = (0, 0);
    for (at, placement) in placed.daemon_sets.iter().enumerate() {
        for group in &placement.groups {
            let Some(suggestion) = &group.suggestion else {
                continue;
            };
            assert!(!group.should_run, "{suggestion:?}");
            assert!(!suggestion.title.is_empty() && !suggestion.diff.is_empty());
            suggestions += 1;
            if suggestion.edits.is_empty() {
                continue;
            }
            edited += 1;
            let file = &placement.file;
            let before = session.text(file).unwrap().to_owned();
            let after = applied(&before, &suggestion.edits);
            is_written_as_before(&before, &after, suggestion);
            session.set_text(file, &after);
            let again = session.place();
            let gained = &again.daemon_sets[at];
            let says = format!(": {} of {} node", gained.eligible, again.nodes.names.len());
            let effect = suggestion.effect.replace(',', "");
            assert!(
                effect.contains(&says),
                "{says}, {suggestion:#?}\n{before}\n{after}"
            );
            assert!(gained.eligible > placement.eligible, "{suggestion:#?}");
            assert_eq!(again.daemon_sets.len(), placed.daemon_sets.len(), "{after}");
            for (other, (now, was)) in again
                .daemon_sets
                .iter()
                .zip(&placed.daemon_sets)
                .enumerate()
            {
                assert!(
                    other == at || now.eligible == was.eligible,
                    "another DaemonSet changes"
                );
            }
            let findings = |answer: &PlaceAnswer| answer.diagnostics.len();
            assert!(
                findings(&again) <= findings(placed),
                "{:?}\n{after}",
                again.diagnostics
            );
            session.set_text(file, &before);
        }
    }
    (suggestions, edited)
}

/// Nothing but what decides the placement is different, and nobody's comments or line ends are lost.
fn is_written_as_before(before: &str, after: &str, suggestion: &Suggestion) {
    let comments = |text: &str| -> Vec<String> {
        let lines = text
            .lines()
            .filter(|line| line.trim_start().starts_with('#'));
        lines.map(ToOwned::to_owned).collect()
    };
    let units: Vec<u16> = before.encode_utf16().collect();
    let removed = suggestion.edits.iter().map(|edit| edit.range);
    let removed = removed.flat_map(|range| {
        let (start, end) = (range.start.offset, range.end.offset);
        comments(&String::from_utf16(&units[start as usize..end as usize]).unwrap())
    });
    let mut left = comments(before);
    for comment in removed.collect::<Vec<_>>() {
        left.remove(left.iter().position(|own| *own == comment).unwrap());
    }
    assert_eq!(left, comments(after), "{suggestion:#?}");
    let crlf = |text: &str| text.matches("\r\n").count();
    if crlf(before) > 0 && crlf(before) == before.matches('\n').count() {
        assert_eq!(crlf(after), after.matches('\n').count(), "{suggestion:#?}");
    }
    // Another reader than the core's own.
    if let (Some(before), Some(after)) = (elsewhere(before), elsewhere(after)) {
        assert_eq!(before, after, "{suggestion:#?}");
    } else {
        assert!(
            elsewhere(before).is_none(),
            "nobody else can read the edited text:\n{after}"
        );
    }
}

/// All that does not decide the placement, as another reader reads it.
fn elsewhere(text: &str) -> Option<Vec<Value>> {
    let documents = serde_yaml::Deserializer::from_str(text);
    let read = documents.map(|document| {
        let mut value = Value::deserialize(document).ok()?;
        without_placement(&mut value);
        Some(value)
    });
    read.collect()
}

fn without_placement(value: &mut Value) {
    const FIELDS: [&str; 6] = [
        "tolerations",
        "nodeSelector",
        "nodeName",
        "nodeAffinity",
        "requiredDuringSchedulingIgnoredDuringExecution",
        "nodeSelectorTerms",
    ];
    match value {
        Value::Object(fields) => {
            fields.retain(|name, _| !FIELDS.contains(&name.as_str()));
            fields.values_mut().for_each(without_placement);
        }
        // A bare list of tolerations is nothing else.
        Value::Array(items)
            if items
                .iter()
                .all(|i| i["effect"].is_string() || i["operator"].is_string()) =>
        {
            items.clear();
        }
        Value::Array(items) => items.iter_mut().for_each(without_placement),
        _ => {}
    }
}
