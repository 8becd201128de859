//! Clusters as they were recorded: what the core counts in them, against what Kubernetes wrote.
//!
//! Those of `tests/recorded` are held against the oracle's answers, real dumps against the status that their own
//! controllers left in them.

use crate::conformance::rollout;
use crate::shared::{files, folder, folders};
use everynode::ffi::{DaemonSetPlacement, DaemonSetStatus, Options, PlaceAnswer, Session};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// What a folder of manifests is answered.
fn place(folder: &Path, now: Option<&str>) -> PlaceAnswer {
    let mut session = Session::new();
    let options = Options {
        now: now.map(str::to_owned),
        ..Options::default()
    };
    session.set_options(&options).unwrap();
    for (name, bytes) in files(folder) {
        if !["expected.json", "rollout.jsonl"].contains(&name.as_str()) {
            session.set_bytes(&name, &bytes);
        }
    }
    session.place()
}

fn counters(status: &DaemonSetStatus) -> Value {
    serde_json::to_value(status).unwrap()
}

fn name(placement: &DaemonSetPlacement) -> String {
    let reference = &placement.reference;
    format!("{}/{}", reference.namespace, reference.name)
}

#[test]
fn recorded_clusters_are_counted_as_the_controller_counts_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded");
    let (mut total, mut differences) = (0, Vec::new());
    for (case, folder) in folders(&root) {
        let files: BTreeMap<String, Vec<u8>> = files(&folder).into_iter().collect();
        let expected: Value = serde_json::from_slice(&files["expected.json"]).unwrap();
        let answer = place(&folder, expected["now"].as_str());
        assert_eq!(answer.diagnostics, [], "{case}");
        let expected = expected["daemonSets"].as_array().unwrap();
        let names: Vec<String> = answer.daemon_sets.iter().map(name).collect();
        let wanted: Vec<&str> = expected
            .iter()
            .filter_map(|e| e["daemonSet"].as_str())
            .collect();
        assert_eq!(names, wanted, "{case}");
        for (ours, expected) in answer.daemon_sets.iter().zip(expected) {
            total += 1;
            let misscheduled: Vec<&str> =
                ours.misscheduled.iter().map(|m| m.node.as_str()).collect();
            let row = [&ours.kubectl.header, &ours.kubectl.row].map(|line| format!("{line}\n"));
            let wide = [&ours.kubectl.wide_header, &ours.kubectl.wide_row];
            let wide = wide.map(|line| format!("{line}\n"));
            for (what, ours, expected) in [
                ("status", counters(&ours.status), &expected["status"]),
                (
                    "recorded status",
                    json!(ours.recorded_status),
                    &expected["status"],
                ),
                (
                    "misscheduled Nodes",
                    json!(misscheduled),
                    &expected["misscheduledNodes"],
                ),
                (
                    "row",
                    json!(row.concat()),
                    &expected["kubectl"]["default"]["text"],
                ),
                (
                    "wide row",
                    json!(wide.concat()),
                    &expected["kubectl"]["wide"]["text"],
                ),
            ] {
                if ours != *expected {
                    differences.push(format!(
                        "{case} {what}: Kubernetes {expected}, the core {ours}"
                    ));
                }
            }
        }
    }
    println!("recorded clusters of our own: {total} DaemonSets");
    assert!(total >= 15, "{total} DaemonSets");
    assert_eq!(differences, Vec::<String>::new());
}

#[test]
fn recorded_clusters_go_on_as_they_would_under_kubernetes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded");
    let (mut total, mut differences) = (0, Vec::new());
    for (name, folder) in folders(&root) {
        let files: BTreeMap<String, Vec<u8>> = files(&folder).into_iter().collect();
        let now = serde_json::from_slice::<Value>(&files["expected.json"]).unwrap()["now"].clone();
        let cluster: Value = serde_yaml::from_slice(&files["cluster.yaml"]).unwrap();
        let courses = std::str::from_utf8(&files["rollout.jsonl"]).unwrap();
        for course in courses.lines() {
            total += 1;
            let course: Value = serde_json::from_str(course).unwrap();
            let scenario = json!({"startupSeconds": 20, "terminationSeconds": 10});
            let objects = objects_of(&cluster, &course);
            let input = json!({"objects": objects, "scenario": scenario, "now": now});
            let case = json!({"input": input, "expected": course["expected"]});
            for difference in rollout::differences(&case) {
                let (of, image) = (&course["daemonSet"], &course["image"]);
                differences.push(format!("{name} {of} {image}: {difference}"));
            }
        }
    }
    println!("recorded clusters go on: {total} courses");
    assert!(total >= 30, "{total} courses");
    assert_eq!(differences, Vec::<String>::new());
}

/// The DaemonSet that a course is about, the one that it becomes where another image is given, and all that is no
/// DaemonSet.
fn objects_of(cluster: &Value, course: &Value) -> Vec<Value> {
    let items = cluster["items"].as_array().unwrap();
    let (daemon_sets, mut objects): (Vec<Value>, Vec<Value>) = items
        .iter()
        .cloned()
        .partition(|object| object["kind"] == "DaemonSet");
    for daemon_set in daemon_sets {
        let metadata = &daemon_set["metadata"];
        let (namespace, name) = (metadata["namespace"].as_str(), metadata["name"].as_str());
        if course["daemonSet"] == format!("{}/{}", namespace.unwrap(), name.unwrap()) {
            let mut next = daemon_set.clone();
            objects.push(daemon_set);
            if let Some(image) = course.get("image") {
                next["spec"]["template"]["spec"]["containers"][0]["image"] = image.clone();
                objects.push(next);
            }
        }
    }
    objects
}

#[test]
fn real_clusters_are_counted_as_their_controllers_counted_them() {
    let Some(dumps) = folder("corpus/dumps") else {
        return;
    };
    let (mut total, mut counted, mut rows, mut differences) = (0, 0, 0, Vec::new());
    for (dump, folder) in folders(&dumps) {
        // None of these DaemonSets has `minReadySeconds`, so that no moment has to be known.
        let answer = place(&folder, None);
        let mut recorded = recorded_daemon_sets(&folder);
        for placement in &answer.daemon_sets {
            let name = name(placement);
            let moment = &placement.kubectl.moment;
            assert_eq!(moment, "after the controller's next sync", "{dump} {name}");
            let recorded = recorded.remove(&name).unwrap();
            let expected = recorded_counters(&recorded);
            let ours = counters(&placement.status);
            total += 1;
            counted += usize::from(ours == expected);
            if ours != expected {
                differences.push(format!(
                    "{dump} {name}: the dump {expected}, the core {ours}"
                ));
            }
            let expected = recorded_row(&recorded);
            let row: Vec<&str> = placement.kubectl.row.split_whitespace().collect();
            rows += usize::from(row == expected);
            if row != expected {
                differences.push(format!(
                    "{dump} {name}: the dump {expected:?}, the core {row:?}"
                ));
            }
        }
        let missed: Vec<&String> = recorded.keys().collect();
        assert_eq!(missed, Vec::<&String>::new(), "{dump}");
        let (daemon_sets, nodes) = (answer.daemon_sets.len(), answer.nodes.names.len());
        println!("  {dump}: {daemon_sets} DaemonSets, {nodes} Nodes");
    }
    for difference in &differences {
        println!("  {difference}");
    }
    println!("recorded clusters: {counted}/{total}");
    println!("rows of recorded clusters: {rows}/{total}");
    assert_eq!(differences, Vec::<String>::new());
    assert!(total > 0, "{} holds no DaemonSet", dumps.display());
}

/// The DaemonSets of a dump by namespace and name, found by an independent reader.
fn recorded_daemon_sets(folder: &Path) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    for (file, bytes) in files(folder) {
        let document: Value = serde_yaml::from_slice(&bytes).unwrap();
        let items = document["items"].as_array().or(document.as_array());
        let counts = |object: &&Value| object["status"]["desiredNumberScheduled"].is_number();
        for object in items.into_iter().flatten().filter(counts) {
            let (namespace, name) = (
                &object["metadata"]["namespace"],
                &object["metadata"]["name"],
            );
            let key = format!("{}/{}", namespace.as_str().unwrap(), name.as_str().unwrap());
            assert!(
                found.insert(key, object.clone()).is_none(),
                "twice in {file}"
            );
        }
    }
    found
}

/// Go leaves out what is zero.
fn recorded_count(daemon_set: &Value, name: &str) -> i64 {
    daemon_set["status"][name].as_i64().unwrap_or(0)
}

fn recorded_counters(daemon_set: &Value) -> Value {
    let names = [
        "desiredNumberScheduled",
        "currentNumberScheduled",
        "numberMisscheduled",
        "numberReady",
        "updatedNumberScheduled",
        "numberAvailable",
        "numberUnavailable",
    ];
    let counts = names.map(|name| (name.to_owned(), json!(recorded_count(daemon_set, name))));
    Value::Object(counts.into_iter().collect())
}

/// The cells of `kubectl get daemonset`, at a moment that is not known.
fn recorded_row(daemon_set: &Value) -> Vec<String> {
    let count = |name| recorded_count(daemon_set, name).to_string();
    let pairs = &daemon_set["spec"]["template"]["spec"]["nodeSelector"];
    let pairs = pairs.as_object().map(|pairs| {
        let pairs = pairs.iter();
        let pairs = pairs.map(|(key, value)| format!("{key}={}", value.as_str().unwrap()));
        pairs.collect::<Vec<String>>().join(",")
    });
    vec![
        daemon_set["metadata"]["name"].as_str().unwrap().to_owned(),
        count("desiredNumberScheduled"),
        count("currentNumberScheduled"),
        count("numberReady"),
        count("updatedNumberScheduled"),
        count("numberAvailable"),
        pairs.unwrap_or_else(|| "<none>".to_owned()),
        "<unknown>".to_owned(),
    ]
}
