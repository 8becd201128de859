//! What holds of every object as the API server stores it: the corpus' objects, each by way of the API.

use everynode::apiserver::{default_daemon_set, default_node, default_pod, stored_daemon_set};
use everynode::ffi::{DefaultedObject, Session};
use everynode::manifest::{Limits, Typed, read, read_value};
use everynode::model::{PodSpec, ResourceRequirements};
use everynode::source::FileId;
use everynode::words::push_block_text;
use serde_json::{Value, json};

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

/// Texts, and how kubectl prints them in a ConfigMap's data.
fn printed() -> Vec<(String, String)> {
    let answers = include_str!("../yaml/printed.jsonl");
    let lines = answers.lines().map(|line| {
        let case: Value = serde_json::from_str(line).unwrap();
        ["text", "yaml"].map(|field| case[field].as_str().unwrap().to_owned())
    });
    lines.map(|[text, yaml]| (text, yaml)).collect()
}

/// A Pod that holds all of these texts, between fields that the API server adds.
fn pod_with_texts() -> String {
    let texts: Vec<String> = printed().into_iter().map(|(text, _)| text).collect();
    let environment = texts.iter().enumerate();
    let environment: Vec<Value> = environment
        .map(|(index, text)| json!({"name": format!("A{index}"), "value": text}))
        .collect();
    let annotations: Value = texts
        .iter()
        .map(|text| (text.clone(), json!(text)))
        .collect();
    let container = json!({"name": "a", "image": "a", "args": texts, "env": environment});
    json!({
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {"name": "a", "annotations": annotations},
        "spec": {"containers": [container, container]},
    })
    .to_string()
}

/// What objects are stored of: the corpus' texts, and one with many texts of several lines.
fn inputs() -> impl Iterator<Item = String> {
    cases().map(|(input, _)| input).chain([pod_with_texts()])
}

#[test]
fn text_of_several_lines_stands_as_kubectl_prints_it() {
    // Kubectl prints them as they are, and a few are lost on the way.
    let is_hidden = |c: char| {
        matches!(
            c,
            '\u{85}' | '\u{ad}' | '\u{200b}' | '\u{2028}' | '\u{202e}'
        )
    };
    let mut blocks = 0;
    for (text, printed) in printed() {
        let mut out = String::new();
        let is_block = push_block_text(&text, 4, &mut out);
        assert_eq!(
            is_block,
            printed.starts_with('|') && !text.contains(is_hidden),
            "{text:?}"
        );
        if is_block {
            assert_eq!(out + "\n", printed);
            blocks += 1;
        }
    }
    assert!(blocks > 200, "{blocks}");
}

#[test]
fn texts_are_read_back_as_they_were() {
    let object = stored(&pod_with_texts()).remove(0);
    let json: Value = serde_json::from_str(&object.json).unwrap();
    let other_reader: Value = serde_yaml::from_str(&object.yaml).unwrap();
    assert_eq!(other_reader, json);
    let again = stored(&object.yaml).remove(0);
    assert_eq!(again.json, object.json);
    assert!(object.yaml.contains(": |2-\n"), "{}", object.yaml);
}

#[test]
fn to_what_is_stored_nothing_is_added() {
    for input in inputs() {
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

/// The objects that a text in YAML holds, or in JSON, which the other reader does not always read.
fn documents(input: &str) -> Vec<Value> {
    if let Ok(value) = serde_json::from_str(input) {
        return vec![value];
    }
    let documents = serde_yaml::Deserializer::from_str(input);
    let documents = documents.filter_map(|document| {
        let value: Value = serde::Deserialize::deserialize(document).ok()?;
        value.is_object().then_some(value)
    });
    documents.collect()
}

#[test]
fn what_is_added_stands_on_its_lines_and_is_not_in_the_text() {
    for input in inputs() {
        for (object, document) in stored(&input).iter().zip(documents(&input)) {
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

/// Clears what has no typed default, because who asks knows it.
fn but_what_is_left(spec: &mut PodSpec) {
    for container in spec.containers.iter_mut().chain(&mut spec.init_containers) {
        container.image_pull_policy.clear();
        let probes = [&mut container.startup_probe, &mut container.readiness_probe];
        for probe in probes.into_iter().flatten() {
            probe.period_seconds = None;
            probe.success_threshold = None;
        }
    }
}

/// What an object is read as, in its own type and with the defaults of what judges see.
fn judged(text: &str) -> String {
    let reading = read(FileId(0), text, &Limits::default());
    let mut out = String::new();
    for object in reading.objects {
        out += &match object.typed {
            Typed::DaemonSet(mut own) => {
                but_what_is_left(&mut own.spec.template.spec);
                own.status = None;
                format!("{:#?}\n", default_daemon_set(*own))
            }
            Typed::Node(mut own) => {
                // Of one that seems recorded less is read.
                own.metadata.annotations = Default::default();
                format!("{:#?}\n", default_node(*own))
            }
            Typed::Pod(mut own) => {
                but_what_is_left(&mut own.spec);
                // Nothing asks for what a Pod needs as a whole, and of one that seems recorded less is read.
                own.spec.resources = ResourceRequirements::default();
                for container in own
                    .spec
                    .containers
                    .iter_mut()
                    .chain(&mut own.spec.init_containers)
                {
                    (container.startup_probe, container.readiness_probe) = (None, None);
                    container.lifecycle = None;
                }
                format!("{:#?}\n", default_pod(*own))
            }
            _ => String::new(),
        };
    }
    out
}

/// The first lines that are not equal.
fn apart(one: &str, other: &str) -> Option<String> {
    let ours = one.lines().map(Some).chain(std::iter::repeat(None));
    let theirs = other.lines().map(Some).chain(std::iter::repeat(None));
    let mut both = ours.zip(theirs).take_while(|both| *both != (None, None));
    let (ours, theirs) = both.find(|(ours, theirs)| ours != theirs)?;
    Some(format!("{ours:?} is {theirs:?} as it is stored"))
}

/// What is kept as it was written: amounts and the template.
const AS_WRITTEN: [&str; 2] = ["text:", "canonical:"];

/// Judges see typed objects, which have few of the fields: what they get is what is stored.
#[test]
fn judges_see_the_defaults_that_are_stored() {
    let mut found = Vec::new();
    for (input, _) in cases() {
        let stored = stored(&input);
        let stored = stored.iter().map(|object| judged(&object.json));
        let stored = stored.collect::<String>();
        let asked = |text: &str| {
            let lines = text.lines().filter(|line| {
                let field = line.trim_start();
                !AS_WRITTEN.iter().any(|own| field.starts_with(own))
            });
            lines.collect::<Vec<_>>().join("\n")
        };
        let apart = apart(&asked(&judged(&input)), &asked(&stored));
        found.extend(apart.map(|apart| format!("{apart}, of {input}")));
    }
    assert!(
        found.is_empty(),
        "{}: {:#?}",
        found.len(),
        &found[..found.len().min(8)]
    );
}

/// Updates compare DaemonSets as trees, which are walked apart from decoded objects: both get the same defaults.
#[test]
fn updates_compare_the_defaults_that_are_stored() {
    let (mut found, mut compared) = (Vec::new(), 0);
    for (input, _) in cases() {
        let stored = stored(&input);
        let [object] = stored.as_slice() else {
            continue;
        };
        if object.reference.kind != "DaemonSet" {
            continue;
        }
        let tree = |text: &str| {
            let reading = read_value(FileId(0), text, &Limits::default());
            let (stored, misfits) = stored_daemon_set(reading.value.unwrap_or_default());
            assert_eq!(misfits, [], "{text}");
            stored.to_text().replace([',', '{'], "\n")
        };
        // What a server alone sets is in neither.
        let apart = apart(&tree(&input), &tree(&object.json));
        found.extend(apart.map(|apart| format!("{apart}, of {input}")));
        compared += 1;
    }
    assert!(
        found.is_empty(),
        "{}: {:#?}",
        found.len(),
        &found[..found.len().min(8)]
    );
    assert!(compared > 100, "{compared}");
}
