use super::{Cluster, compare};
use everynode::controller::{
    CurrentRevision, DaemonPodRules, StatusJudgement, StatusSkipped, daemon_set_status,
};
use everynode::model::{DaemonSet, Defaulted, Time};
use serde_json::{Value, json};

/// Where the core's answer differs from that of `oracle status`, but for kubectl's rows and the next sync.
pub(super) fn differences(case: &Value) -> Vec<String> {
    let cluster = Cluster::of(case);
    let now = Time::parse(case["input"]["now"].as_str().unwrap());
    let mut found = Vec::new();
    let expected = case["expected"].as_array().unwrap();
    if expected.len() != cluster.daemon_sets.len() {
        found.push(format!("{} DaemonSets are read", cluster.daemon_sets.len()));
    }
    for expected in expected {
        let name = expected["daemonSet"].as_str().unwrap();
        let Some(daemon_set) = cluster.daemon_set(name) else {
            found.push(format!("{name} is not there"));
            continue;
        };
        let eligibility =
            DaemonPodRules::new(daemon_set, cluster.gates).judge_all(&cluster.snapshot.nodes);
        let status = daemon_set_status(daemon_set, &eligibility, &cluster.snapshot, now);
        let mut says = |what: &str, ours: Value| {
            let expected = &expected[what];
            // Go leaves out what is empty.
            if !(expected.is_null() && ours.as_array().is_some_and(Vec::is_empty)) {
                compare(&mut found, &format!("{name} {what}"), expected, &ours);
            }
        };
        says("skipped", json!(skipped(&status)));
        if status.skipped.is_some() {
            says("status", recorded(daemon_set));
            continue;
        }
        says("status", counters(&status));
        says("revision", json!(revision(&status)));
        if let CurrentRevision::Found { hash, .. } = &status.revision {
            says("hash", json!(hash));
        }
        let pods = |positions: &[u32]| -> Value {
            let pods = positions.iter().map(|p| cluster.snapshot.pods.get(*p));
            pods.map(|pod| json!(pod.unwrap().metadata.name)).collect()
        };
        says("adopted", pods(&status.pods.adopted));
        says("released", pods(&status.pods.released));
        let misscheduled = status.misscheduled_nodes.iter().map(|m| m.node as usize);
        let names =
            misscheduled.map(|p| cluster.snapshot.nodes.get(p).unwrap().metadata.name.clone());
        says("misscheduledNodes", json!(names.collect::<Vec<_>>()));
    }
    found
}

fn skipped(status: &StatusJudgement) -> Option<&'static str> {
    status.skipped.as_ref().map(|skipped| match skipped {
        StatusSkipped::Deleted => "deletionTimestamp",
        StatusSkipped::SelectsEverything => "emptySelector",
        StatusSkipped::Selector(_) => "selector",
    })
}

fn revision(status: &StatusJudgement) -> &'static str {
    match status.revision {
        CurrentRevision::Found { .. } => "found",
        CurrentRevision::New => "stale",
        CurrentRevision::Unknown => "missing",
    }
}

fn counters(status: &StatusJudgement) -> Value {
    json!({
        "desiredNumberScheduled": status.desired,
        "currentNumberScheduled": status.current,
        "numberMisscheduled": status.misscheduled,
        "numberReady": status.ready,
        "updatedNumberScheduled": status.updated,
        "numberAvailable": status.available,
        "numberUnavailable": status.unavailable,
    })
}

/// What the object itself says.
fn recorded(daemon_set: &Defaulted<DaemonSet>) -> Value {
    let status = daemon_set.status.clone().unwrap_or_default();
    json!({
        "desiredNumberScheduled": status.desired_number_scheduled,
        "currentNumberScheduled": status.current_number_scheduled,
        "numberMisscheduled": status.number_misscheduled,
        "numberReady": status.number_ready,
        "updatedNumberScheduled": status.updated_number_scheduled,
        "numberAvailable": status.number_available,
        "numberUnavailable": status.number_unavailable,
    })
}
