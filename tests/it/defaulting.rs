//! What holds of every object as the API server stores it: the corpus' objects, each by way of the API.

use everynode::ffi::{DefaultedObject, Session};
use serde_json::Value;

fn stored(text: &str) -> Vec<DefaultedObject> {
    let mut session = Session::new();
    session.set_text("a.yaml", text);
    session.defaults().objects
}

/// The input of each case, and what the API server makes of it.
fn cases() -> impl Iterator<Item = (String, Vec<Value>)> {
    let corpus = include_str!("../corpus/default.jsonl");
    corpus.lines().map(|line| {
        let case: Value = serde_json::from_str(line).unwrap();
        let input = case["input"]["yaml"].as_str().unwrap().to_owned();
        (input, case["expected"].as_array().unwrap().clone())
    })
}

#[test]
fn yaml_says_what_json_says_and_both_what_the_api_server_stores() {
    for (input, expected) in cases() {
        let objects = stored(&input);
        assert_eq!(objects.len(), expected.len(), "{input}");
        for (object, expected) in objects.iter().zip(expected) {
            let json: Value = serde_json::from_str(&object.json).unwrap();
            let yaml: Value = serde_yaml::from_str(&object.yaml).unwrap();
            assert_eq!(json, expected, "{input}");
            assert_eq!(yaml, expected, "{}", object.yaml);
        }
    }
}

#[test]
fn to_what_is_stored_nothing_is_added() {
    for (input, _) in cases() {
        for object in stored(&input) {
            let again = stored(&object.yaml).remove(0);
            assert_eq!(again.yaml, object.yaml);
            assert_eq!(again.added, [], "{}", object.yaml);
        }
    }
}

/// The fields of a value, by their paths, and whether they are null.
fn fields(value: &Value, path: &str, found: &mut Vec<(String, bool)>) {
    match value {
        Value::Object(fields_of) => {
            for (name, value) in fields_of {
                let plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric());
                let path = match (plain, path) {
                    (true, "") => name.clone(),
                    (true, _) => format!("{path}.{name}"),
                    (false, _) => format!("{path}[{name}]"),
                };
                fields(value, &path, found);
                found.push((path, value.is_null()));
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                fields(item, &format!("{path}[{index}]"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn what_is_added_stands_on_its_lines_and_is_not_in_the_text() {
    for (input, _) in cases() {
        let documents = serde_yaml::Deserializer::from_str(&input);
        let documents = documents.filter_map(|document| {
            let value: Value = serde::Deserialize::deserialize(document).ok()?;
            value.is_object().then_some(value)
        });
        for (object, document) in stored(&input).iter().zip(documents) {
            let lines: Vec<&str> = object.yaml.lines().collect();
            let (mut all, mut own) = (Vec::new(), Vec::new());
            fields(&serde_json::from_str(&object.json).unwrap(), "", &mut all);
            fields(&document, "", &mut own);
            let mut before = 0;
            for added in &object.added {
                assert!(all.contains(&(added.path.clone(), false)), "{}", added.path);
                assert!(added.line > before && added.line <= added.last_line);
                before = added.last_line;
                let name = added.path.rsplit(['.', '[']).next().unwrap();
                let line = lines[added.line as usize - 1].trim_start_matches(['-', ' ']);
                let last = name.trim_end_matches(']').rsplit('/').next().unwrap();
                assert!(line.contains(&format!("{last}:")), "{name}: {line}");
            }
            // Whatever is stored and not written is within something that is added. A list that is left out is null.
            let is_own = |path: &String| own.iter().any(|(own, _)| own == path);
            for (path, _) in all.iter().filter(|(path, null)| !null && !is_own(path)) {
                let within = |added: &str| {
                    path.strip_prefix(added)
                        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
                };
                let found = object.added.iter().any(|added| within(&added.path));
                assert!(found, "{path} of {input}");
            }
        }
    }
}

#[test]
fn one_that_cannot_be_decoded_says_why_and_hides_no_other() {
    let text = "apiVersion: v1\nkind: Node\nmetadata: {name: a}\nspec: {unschedulable: 1}\n---\napiVersion: v1\nkind: Node\nmetadata: {name: b}\nspec: {unschedulabel: true}\n";
    let objects = stored(text);
    let [wrong, unknown] = objects.as_slice() else {
        panic!("{objects:?}")
    };
    assert_eq!((wrong.yaml.as_str(), wrong.json.as_str()), ("", ""));
    assert_eq!(wrong.decoding_errors.len(), 1);
    assert_eq!(unknown.decoding_errors[0].path, "spec.unschedulabel");
    assert!(unknown.yaml.contains("\nspec: {}\n"), "{}", unknown.yaml);
}
