//! What holds of every patch, whatever it says: the corpus' patches, and the same with letters changed.

#![expect(
    clippy::disallowed_methods,
    reason = "the core reads no file; its tests do"
)]

use crate::random::Random;
use everynode::apiserver::{PatchType, changes, stored_daemon_set};
use everynode::manifest::{Limits, read_value};
use everynode::model::Json;
use everynode::source::FileId;
use everynode::workspace::apply_patch;
use serde_json::Value;

/// A stored DaemonSet, a patch, and its type.
struct Case {
    stored: Json,
    patch: String,
    kind: PatchType,
}

fn value(text: &str) -> Json {
    let reading = read_value(FileId(0), text, &Limits::default());
    reading.value.unwrap_or_default()
}

fn cases() -> Vec<Case> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/patch.jsonl");
    let lines = std::fs::read_to_string(path).unwrap();
    let cases = lines.lines().map(|line| {
        let case: Value = serde_json::from_str(line).unwrap();
        let input = &case["input"];
        let (stored, _) = stored_daemon_set(value(&input["objects"][0].to_string()));
        Case {
            stored,
            patch: input["patch"].as_str().unwrap().to_owned(),
            kind: match input["type"].as_str().unwrap() {
                "merge" => PatchType::Merge,
                "json" => PatchType::Json,
                _ => PatchType::Strategic,
            },
        }
    });
    cases.collect()
}

#[test]
fn what_is_stored_is_stored_as_it_is() {
    for case in cases() {
        let (again, misfits) = stored_daemon_set(case.stored.clone());
        assert_eq!(again, case.stored);
        assert_eq!(misfits, []);
    }
}

#[test]
fn changes_are_named_exactly_where_what_is_stored_differs() {
    let mut named = 0;
    for case in cases() {
        assert_eq!(changes(&case.stored, &case.stored), []);
        let Ok(patched) = apply_patch(&case.stored, &case.patch, case.kind) else {
            continue;
        };
        let found = changes(&case.stored, &patched.stored);
        assert_eq!(
            found.is_empty(),
            case.stored == patched.stored,
            "{}",
            case.patch
        );
        let back = changes(&patched.stored, &case.stored);
        assert_eq!(found.len(), back.len(), "{}", case.patch);
        named += found.len();
    }
    assert!(named > 300, "{named} changes");
}

#[test]
fn no_text_is_too_wrong_for_a_patch() {
    let letters = br#"{}[]:,"'$/-~ 0129aeinpt"#;
    let mut random = Random(7);
    for case in cases() {
        let mut text = case.patch.clone().into_bytes();
        for _ in 0..=random.below(4) {
            let at = random.index(text.len());
            text[at] = letters[random.index(letters.len())];
        }
        let text = String::from_utf8_lossy(&text);
        for kind in [PatchType::Strategic, PatchType::Merge, PatchType::Json] {
            match apply_patch(&case.stored, &text, kind) {
                Ok(patched) => {
                    assert_eq!(stored_daemon_set(patched.stored.clone()).0, patched.stored);
                }
                Err(found) => assert!(!found.is_empty(), "{text}"),
            }
        }
    }
}

#[test]
fn a_large_patch_takes_no_longer_than_its_size_lets_expect() {
    let volumes: Vec<String> = (0..20_000)
        .map(|n| format!(r#"{{"name":"v{n}"}}"#))
        .collect();
    let list = volumes.join(",");
    let text = format!(
        r#"{{"spec":{{"template":{{"spec":{{"$setElementOrder/volumes":[{list}],"volumes":[{list}]}}}}}}}}"#
    );
    let first = cases().into_iter().next().unwrap();
    let once = apply_patch(&first.stored, &text, PatchType::Strategic).unwrap();
    let twice = apply_patch(&once.stored, &text, PatchType::Strategic).unwrap();
    assert_eq!(once.stored, twice.stored);
    let found = changes(&first.stored, &once.stored);
    assert!(found.len() <= 20_000, "{}", found.len());
}
