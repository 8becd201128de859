//! Whole files, as people write them, held against the oracle's answers: the verdict, every message, and that each is at the
//! field that it names.
//!
//! The cases are those of tests/corpus/traps.jsonl; `cargo xtask judge FOLDER…` asks the oracle about other files and names
//! its answers in `EVERYNODE_JUDGED`.

use everynode::ffi::{Range, Session, ValidatedObject};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// The kinds that the API server is asked about here.
const KINDS: [&str; 5] = [
    "apps/v1 DaemonSet",
    "v1 Pod",
    "v1 Node",
    "v1 Service",
    "scheduling.k8s.io/v1 PriorityClass",
];

/// What was counted.
#[derive(Debug, Default)]
struct Counts {
    files: usize,
    objects: usize,
    exact: usize,
    around: usize,
}

#[test]
fn files_are_answered_as_the_api_server_answers_them() {
    let own = || Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/traps.jsonl");
    let given = std::env::var_os("EVERYNODE_JUDGED").map(PathBuf::from);
    #[expect(
        clippy::disallowed_methods,
        reason = "the core reads no file; its tests do"
    )]
    let cases = std::fs::read_to_string(given.unwrap_or_else(own)).unwrap();
    let mut counts = Counts::default();
    let mut differ = Vec::new();
    for line in cases.lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let found = differences(&case, &mut counts);
        if !found.is_empty() {
            let name = case["name"].as_str().unwrap_or_default();
            differ.push(format!("{name}\n    {}", found.join("\n    ")));
        }
    }
    let Counts {
        files,
        objects,
        exact,
        around,
    } = counts;
    println!(
        "judged: {files} files, {objects} objects, {} differ",
        differ.len()
    );
    println!("places: {exact} at the field, {around} at what is around it");
    assert!(differ.is_empty(), "{}", differ.join("\n"));
    assert!(objects > 0, "no objects");
}

fn differences(case: &Value, counts: &mut Counts) -> Vec<String> {
    let (name, yaml) = (&case["name"], case["input"]["yaml"].as_str().unwrap());
    let name = name.as_str().unwrap_or_default();
    let mut session = Session::new();
    session.set_text(name, yaml);
    let answer = session.validate(&[]);
    let expected = case["expected"].as_array().unwrap();
    let is_asked = |one: &&Value| KINDS.contains(&one["kind"].as_str().unwrap_or_default());
    let asked: Vec<&Value> = expected.iter().filter(is_asked).collect();
    counts.files += 1;
    counts.objects += asked.len();
    let mut found = Vec::new();
    // Of an old version of a kind, our reader speaks, in words of its own. Other kinds are nothing to the oracle.
    let is_old = |one: &Value| {
        let kind = one["kind"].as_str().unwrap_or_default();
        let name = kind.rsplit(' ').next().unwrap_or_default();
        let known = KINDS
            .iter()
            .any(|known| known.rsplit(' ').next() == Some(name));
        known && !KINDS.contains(&kind)
    };
    if expected.iter().any(is_old) && answer.diagnostics.is_empty() {
        found.push("nothing is said of a version that is not served".to_owned());
    }
    let unknown = |ours: &&ValidatedObject| {
        let mut errors = ours.decoding_errors.iter();
        errors.any(|error| error.message.starts_with("no kind "))
    };
    let (unknown, objects): (Vec<_>, Vec<_>) = answer.objects.iter().partition(unknown);
    for ours in unknown {
        let is_said = ours.kubectl.contains("no matches for kind");
        assert!(is_said, "{name}: {}", ours.kubectl);
    }
    if asked.len() != objects.len() {
        let (theirs, ours) = (asked.len(), objects.len());
        found.push(format!("{theirs} objects, and {ours} here"));
        return found;
    }
    for (theirs, ours) in asked.into_iter().zip(objects) {
        compare(&mut found, theirs, ours);
        places(&mut found, yaml, ours, counts);
    }
    found
}

/// What a server gives a new Service before it validates it. The oracle gives none.
const ALLOCATED: [&str; 3] = [
    "spec.clusterIPs",
    "spec.ipFamilies",
    "spec.healthCheckNodePort",
];

/// The oracle's answer without causes that no server has.
fn allocated(theirs: &Value) -> Value {
    let mut theirs = theirs.clone();
    let is_own = |error: &Value| {
        let is_given = ALLOCATED.iter().any(|field| error["field"] == **field);
        !(is_given && error["type"] == "FieldValueRequired" && theirs["kind"] == "v1 Service")
    };
    let errors = theirs["errors"].as_array().unwrap();
    let own: Vec<Value> = errors
        .iter()
        .filter(|error| is_own(error))
        .cloned()
        .collect();
    if own.is_empty() && !errors.is_empty() {
        theirs["allowed"] = json!(true);
        theirs["kubectl"] = json!("");
    }
    theirs["errors"] = json!(own);
    theirs
}

fn compare(found: &mut Vec<String>, theirs: &Value, ours: &ValidatedObject) {
    let theirs = &allocated(theirs);
    let mut same = |what: &str, theirs: &Value, ours: Value| {
        if *theirs != ours {
            found.push(format!("{what}: Kubernetes {theirs}, here {ours}"));
        }
    };
    let text = |field: &str| theirs.get(field).cloned().unwrap_or(json!(""));
    if theirs["decodeErrors"].is_null() {
        same("name", &text("name"), json!(ours.reference.name));
    }
    same("operation", &theirs["operation"], json!(ours.operation));
    same("allowed", &theirs["allowed"], json!(ours.allowed));
    same("kubectl", &text("kubectl"), json!(ours.kubectl));
    let decodes = theirs["decodeErrors"].is_null();
    same(
        "decodes",
        &json!(decodes),
        json!(ours.decoding_errors.is_empty()),
    );
    let causes = ours.causes.iter().map(|cause| {
        json!({
            "type": cause.reason,
            "field": cause.field,
            "message": cause.message,
            "badValue": cause.bad_value,
            "detail": cause.detail,
        })
    });
    let causes: Vec<Value> = causes.collect();
    let errors = theirs["errors"].as_array().unwrap();
    same("causes", &json!(errors.len()), json!(causes.len()));
    for (theirs, ours) in errors.iter().zip(&causes) {
        // Value and detail are there where the strategy has them apart.
        for (field, value) in theirs.as_object().unwrap() {
            same(field, value, ours[field].clone());
        }
    }
    let warnings: Vec<&str> = ours.warnings.iter().map(|w| w.message.as_str()).collect();
    same("warnings", &theirs["warnings"], json!(warnings));
}

/// Whether each message is at the field that it names, or at what is around it.
fn places(found: &mut Vec<String>, yaml: &str, ours: &ValidatedObject, counts: &mut Counts) {
    let decoding = ours.decoding_errors.iter();
    let decoding = decoding.map(|error| (&error.message, &error.path, &error.path, &error.range));
    let causes = ours.causes.iter();
    let causes = causes.map(|cause| (&cause.message, &cause.field, &cause.path, &cause.range));
    for (message, field, path, range) in decoding.chain(causes) {
        if field == path {
            counts.exact += 1;
        } else {
            counts.around += 1;
        }
        if let Err(why) = at_its_place(yaml, meant(field, path), path, range) {
            found.push(format!("{message}: {why}"));
        }
    }
}

/// Some messages name the list or the map that a value is in: the place is that of the value.
fn meant<'a>(field: &'a str, path: &'a str) -> &'a str {
    let is_item = [field, path].map(|way| way.ends_with(".mountPropagation")) == [true; 2];
    if path.starts_with(field) || is_item {
        path
    } else {
        field
    }
}

/// Words by which ways of messages differ from those of the API.
const OTHERWISE: [&str; 3] = ["metadata", "gcePersistentDisk", "downwardAPI"];

/// That the path leads to the field, or as near to it as the text goes, and that the range has the field's name or its value:
/// as another reader of YAML reads the text.
fn at_its_place(yaml: &str, field: &str, path: &str, range: &Range) -> Result<(), String> {
    let [start, end] = [range.start.offset, range.end.offset].map(|at| at as usize);
    let units: Vec<u16> = yaml.encode_utf16().collect();
    let there = String::from_utf16_lossy(&units[start..end]);
    let before = String::from_utf16_lossy(&units[..start]);
    let (field_words, path_words) = (words(field), words(path));
    let mut rest = field_words.iter();
    for word in &path_words {
        let is_word = |known: &&&str| known.eq_ignore_ascii_case(word);
        let is_met = rest.clone().any(|known| is_word(&known));
        // A message may stop at what the mistake is in, and leave positions out.
        let is_further = rest.len() == 0 || word.bytes().all(|byte| byte.is_ascii_digit());
        if !is_met && !is_further && !OTHERWISE.contains(word) {
            return Err(format!("{path} is not on the way to {field}"));
        }
        if is_met {
            rest.find(is_word);
        }
    }
    let next = rest.next();
    let document = before.matches("\n---").count() + usize::from(before.starts_with("---"));
    let text = yaml
        .split("\n---")
        .nth(document - usize::from(yaml.starts_with("---")));
    let text = text.unwrap_or_default().trim_start_matches("---");
    // That reader takes no key twice.
    let Ok(root) = serde_yaml::from_str::<serde_yaml::Value>(text) else {
        return Ok(());
    };
    let items = root.get("items").and_then(|items| items.as_sequence());
    let roots = items.into_iter().flatten().chain([&root]);
    let mut why = format!("the text has no {path}");
    for root in roots {
        let Some(value) = value_at(root, path) else {
            continue;
        };
        let key = path_words.last().copied().unwrap_or_default();
        let name = there.trim_matches(['"', '\'']);
        let is_value = || {
            serde_yaml::from_str::<serde_yaml::Value>(&there)
                .ok()
                .as_ref()
                == Some(value)
        };
        let is_first = || value.as_mapping().is_some_and(|map| map.contains_key(name));
        if name != key && !is_value() && !is_first() {
            why = format!("{path} is not {there:?}");
        } else if next.is_some_and(|next| value_at(value, next).is_some()) {
            why = format!("{path} has the field {next:?}");
        } else {
            return Ok(());
        }
    }
    Err(why)
}

/// The steps of a way: names, keys and positions.
fn words(path: &str) -> Vec<&str> {
    let words = path.split(['.', '[', ']', '/']);
    words.filter(|word| !word.is_empty()).collect()
}

/// The value at the end of a way, of which keys may have points in them.
fn value_at<'v>(value: &'v serde_yaml::Value, path: &str) -> Option<&'v serde_yaml::Value> {
    let path = path.strip_prefix('.').unwrap_or(path);
    if path.is_empty() {
        return Some(value);
    }
    if let Some(items) = value.as_sequence() {
        let (index, rest) = path.strip_prefix('[').unwrap_or(path).split_once(']')?;
        return value_at(items.get(index.parse::<usize>().ok()?)?, rest);
    }
    value.as_mapping()?.iter().find_map(|(key, value)| {
        let key = key.as_str()?;
        let bracketed = path.strip_prefix(&format!("[{key}]"));
        let plain = path.strip_prefix(key);
        let plain = plain.filter(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
        value_at(value, bracketed.or(plain)?)
    })
}
