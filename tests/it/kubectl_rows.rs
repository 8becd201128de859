//! What `kubectl get daemonset` prints, held against the rows that Kubernetes' own printer gave.

use everynode::apiserver::default_daemon_set;
use everynode::manifest::{Limits, Typed, read};
use everynode::model::{DaemonSetStatus, Time};
use everynode::source::FileId;
use everynode::words::daemon_set_table;
use serde_json::Value;

fn status(counters: &Value) -> DaemonSetStatus {
    let number = |name: &str| {
        counters[name]
            .as_i64()
            .and_then(|n| i32::try_from(n).ok())
            .unwrap_or(0)
    };
    DaemonSetStatus {
        desired_number_scheduled: number("desiredNumberScheduled"),
        current_number_scheduled: number("currentNumberScheduled"),
        number_ready: number("numberReady"),
        updated_number_scheduled: number("updatedNumberScheduled"),
        number_available: number("numberAvailable"),
        ..DaemonSetStatus::default()
    }
}

#[test]
fn rows_are_those_of_kubectl() {
    let corpus = include_str!("../corpus/status.jsonl");
    let (mut rows, mut differences) = (0, Vec::new());
    for line in corpus.lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let now = Time::parse(case["input"]["now"].as_str().unwrap());
        let text = case["input"]["objects"].to_string();
        let reading = read(FileId(0), &text, &Limits::default());
        for expected in case["expected"].as_array().unwrap() {
            let wanted = expected["daemonSet"].as_str().unwrap();
            let found = reading
                .objects
                .iter()
                .find_map(|object| match &object.typed {
                    Typed::DaemonSet(daemon_set) => {
                        let stored = default_daemon_set((**daemon_set).clone());
                        let name =
                            format!("{}/{}", stored.metadata.namespace, stored.metadata.name);
                        (name == wanted).then_some(stored)
                    }
                    _ => None,
                });
            let daemon_set = found.unwrap_or_else(|| panic!("{wanted} in {}", case["name"]));
            for (form, wide) in [("default", false), ("wide", true)] {
                let Some(text) = expected["kubectl"][form]["text"].as_str() else {
                    continue;
                };
                let table = daemon_set_table(&daemon_set, &status(&expected["status"]), now, wide);
                let ours = table.lines().join("\n") + "\n";
                rows += 1;
                if ours != text {
                    differences.push(format!("{}\n{text}{ours}", case["name"]));
                }
            }
        }
    }
    assert!(rows > 800, "{rows} rows");
    let first = differences.first().map(String::as_str).unwrap_or_default();
    assert!(
        differences.is_empty(),
        "{} of {rows} differ, the first: {first}",
        differences.len()
    );
}
