//! Every error has the place of the field that is wrong, or of what should hold it: an independent reader says which text that is.

use super::folder;
use crate::shared;
use everynode::ffi::{Diagnostic, LintQuestion, Session};
use serde::Deserialize as _;
use serde_yaml::Value;

/// What a path leads to: the deepest value that is there, the last key on the way, and whether that is all of the path.
fn walk<'v>(root: &'v Value, path: &str) -> (&'v Value, String, bool) {
    let (mut at, mut key) = (root, String::new());
    for step in steps(path) {
        let next = match (at, step.parse::<usize>()) {
            (Value::Sequence(items), Ok(index)) => items.get(index),
            (Value::Mapping(map), _) => map.get(step.as_str()).filter(|value| !value.is_null()),
            _ => None,
        };
        // What is written as null has a key, which is pointed at.
        let written = at
            .as_mapping()
            .is_some_and(|map| map.contains_key(step.as_str()));
        if next.is_some() || written {
            at.is_mapping().then(|| key.clone_from(&step));
        }
        match next {
            Some(next) => at = next,
            None => return (at, key, false),
        }
    }
    (at, key, true)
}

/// `spec.containers[0].env` in parts; what stands in brackets may have dots.
fn steps(path: &str) -> Vec<String> {
    let mut steps = vec![String::new()];
    let mut inside = false;
    for c in path.chars() {
        match c {
            '[' => {
                inside = true;
                steps.push(String::new());
            }
            ']' => inside = false,
            '.' if !inside => steps.push(String::new()),
            c => steps.last_mut().unwrap().push(c),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps
}

fn unquoted(text: &str) -> &str {
    text.trim_matches(['"', '\''])
}

/// Whether a text is that of the field at a path, or of what is around it.
fn is_that_field(root: &Value, path: &str, there: &str) -> bool {
    let (value, key, is_whole) = walk(root, path);
    let starts_with = |key: &str| !key.is_empty() && unquoted(there).starts_with(unquoted(key));
    let first_key = value
        .as_mapping()
        .and_then(|map| map.keys().next()?.as_str());
    let scalar = match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(is) => Some(is.to_string()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let is_empty = matches!(there, "{}" | "[]") && (value.is_mapping() || value.is_sequence());
    let is_scalar = scalar.is_some_and(|text| unquoted(there) == text || there.contains(&text));
    starts_with(&key) || is_empty || is_whole && is_scalar || first_key.is_some_and(starts_with)
}

/// The documents of a text, and the items of its lists; `None` where the independent reader cannot read one.
fn objects(text: &str) -> Option<Vec<Value>> {
    let mut objects = Vec::new();
    for document in serde_yaml::Deserializer::from_str(text) {
        match Value::deserialize(document).ok()? {
            Value::Mapping(map) => match map.get("items") {
                Some(Value::Sequence(items)) => objects.extend(items.iter().cloned()),
                _ => objects.push(Value::Mapping(map)),
            },
            other => objects.push(other),
        }
    }
    Some(objects)
}

/// The text of a range that is counted in UTF-16.
fn of<'t>(found: &Diagnostic, text: &'t str) -> &'t str {
    let byte = |offset: u32| {
        let mut units = 0;
        let mut chars = text.char_indices();
        let at = chars.find(|(_, c)| {
            let is_there = units >= offset as usize;
            units += c.len_utf16();
            is_there
        });
        at.map_or(text.len(), |(at, _)| at)
    };
    &text[byte(found.range.start.offset)..byte(found.range.end.offset)]
}

/// How many errors there are; those whose place is none of theirs.
fn judge(name: &str, text: &str, wrong: &mut Vec<String>) -> usize {
    let mut session = Session::new();
    session.set_text(name, text);
    let answer = session.lint(&LintQuestion::default()).unwrap();
    let text = session.text(name).unwrap();
    let Some(objects) = objects(text) else {
        return 0;
    };
    let mut count = 0;
    for found in answer
        .diagnostics
        .iter()
        .filter(|found| found.severity == "error")
    {
        let there = of(found, text);
        let is_right = match &found.path {
            Some(path) => objects.iter().any(|root| is_that_field(root, path, there)),
            // Of a text that cannot be read, there is no path.
            None => found.source == "reader",
        };
        count += 1;
        if !is_right {
            let (rule, path) = (found.rule, found.path.as_deref().unwrap_or("-"));
            wrong.push(format!("{name}: {rule} at {path}: {there:?}"));
        }
    }
    count
}

#[test]
fn every_error_is_at_its_field_or_at_what_is_around_it() {
    let mut wrong = Vec::new();
    let mut traps = 0;
    for (name, bytes) in shared::files(&folder("tests/lint-traps")) {
        if name.ends_with(".yaml") {
            traps += judge(&name, &String::from_utf8(bytes).unwrap(), &mut wrong);
        }
    }
    // Those that the API server refuses, and those that cannot work.
    assert!(traps > 40, "{traps}");
    let mut own = 0;
    for (rule, folder) in shared::folders(&folder("tests/lint")) {
        for (name, bytes) in shared::files(&folder) {
            if name.ends_with(".yaml") {
                let name = format!("{rule}/{name}");
                own += judge(&name, &String::from_utf8(bytes).unwrap(), &mut wrong);
            }
        }
    }
    let mut real = 0;
    if let Some(folder) = shared::folder("corpus/daemonsets") {
        for (name, bytes) in shared::files(&folder) {
            if let Ok(text) = String::from_utf8(bytes) {
                real += judge(&name, &text, &mut wrong);
            }
        }
    }
    println!("errors: {traps} of the traps, {own} of the rules' files, {real} of real manifests");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
