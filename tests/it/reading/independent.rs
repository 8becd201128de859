//! Manifests read by another reader of YAML, which knows nothing of this one: where the versions of YAML agree, so do they.

use super::hostile::traps;
use super::kubectl::value;
use serde_json::Value;
use std::fmt::Write as _;

/// Whether a text may mean something else to YAML 1.1 than to 1.2: words that are booleans there, octal numbers, digits
/// with underscores.
fn may_differ(text: &str) -> bool {
    let words = ["y", "n", "yes", "no", "on", "off"];
    let differs = |word: &str| {
        let number = word.trim_start_matches(['-', '+']);
        let digits = number.bytes().all(|b| b.is_ascii_digit() || b == b'_');
        let octal = number.len() > 1 && number.starts_with('0');
        let numeric = number.starts_with(|c: char| c.is_ascii_digit());
        words.contains(&word.to_ascii_lowercase().as_str())
            || numeric && digits && (octal || number.contains('_'))
    };
    text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '[' | ']' | '{' | '}' | ':'))
        .any(differs)
}

/// Without the directive that canonical templates leave out, and with numbers of one type.
fn normal(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let fields = map.into_iter().filter(|(key, _)| key != "$patch");
            fields.map(|(key, value)| (key, normal(value))).collect()
        }
        Value::Array(items) => items.into_iter().map(normal).collect(),
        Value::Number(number) => number.as_f64().into(),
        other => other,
    }
}

/// What the other reader makes of a document; nothing where it refuses it, or JSON has no such thing.
fn independent(document: &str) -> Option<Value> {
    let read: serde_yaml::Value = serde_yaml::from_str(document).ok()?;
    serde_json::to_value(read).ok()
}

/// Compares the documents of a text: how many were, how many were left out, and what differs.
fn compare(name: &str, text: &str, counts: &mut (usize, usize), wrong: &mut String) {
    let text = format!("\n{text}");
    // The first one has no separator before it, unless it begins with one.
    for document in text.split("\n---") {
        let (_, rest) = document.split_once('\n').unwrap_or_default();
        let document = &format!("{rest}\n");
        if may_differ(document) {
            counts.1 += 1;
            continue;
        }
        let Some(other) = independent(document) else {
            counts.1 += 1;
            continue;
        };
        let indented: String = document.lines().fold("\n".into(), |mut all, line| {
            let indent = if line.is_empty() { "" } else { "        " };
            writeln!(all, "{indent}{line}").unwrap();
            all
        });
        let ours = value(&indented);
        counts.0 += 1;
        if normal(ours.clone()) != normal(other.clone()) {
            write!(wrong, "{name}: {ours}\nis to the other reader: {other}\n").unwrap();
        }
    }
}

#[test]
fn our_own_manifests_are_read_as_another_reader_reads_them() {
    let (mut counts, mut wrong) = ((0, 0), String::new());
    for (number, text) in traps().iter().enumerate() {
        compare(&format!("trap {number}"), text, &mut counts, &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(
        counts.0 > 100 && counts.1 < 20,
        "compared, left out: {counts:?}"
    );
}

#[test]
fn real_manifests_are_read_as_another_reader_reads_them() {
    let Some(folder) = crate::shared::folder("corpus") else {
        return;
    };
    let (mut counts, mut wrong) = ((0, 0), String::new());
    for (name, bytes) in crate::shared::files(&folder) {
        let is_manifest = [".yaml", ".yml"].iter().any(|end| name.ends_with(end));
        if let (true, Ok(text)) = (is_manifest, String::from_utf8(bytes)) {
            compare(&name, &text, &mut counts, &mut wrong);
        }
    }
    println!(
        "independent: {} documents compared, {} left out",
        counts.0, counts.1
    );
    assert!(
        wrong.is_empty(),
        "{}",
        wrong.chars().take(3_000).collect::<String>()
    );
    assert!(counts.0 > 400, "{counts:?}");
}
