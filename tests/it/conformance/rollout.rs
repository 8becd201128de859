use super::{Cluster, compare};
use everynode::apiserver::default_node;
use everynode::manifest::{Limits, Typed, read};
use everynode::model::{DaemonSet, DaemonSetStatus, Defaulted};
use everynode::simulation::{
    Change, InitialPod, NodeScenario, Outcome, Rollout, RolloutInput, Scenario, ScenarioEvent,
    Status, Step, rollout,
};
use everynode::source::FileId;
use everynode::words::rollout_status;
use serde_json::{Value, json};
use std::sync::Arc;

/// Where the core's course of an update differs from that of `oracle rollout`. Hashes are not compared.
pub(super) fn differences(case: &Value) -> Vec<String> {
    let cluster = Cluster::of(case);
    let (old, new) = match cluster.daemon_sets.as_slice() {
        [new] => (None, new),
        [old, new] => (Some(old), new),
        others => return vec![format!("{} DaemonSets", others.len())],
    };
    let scenario = scenario(&case["input"]["scenario"]);
    let course = rollout(RolloutInput {
        old,
        new,
        nodes: &cluster.snapshot.nodes,
        gates: cluster.gates,
        scenario: &scenario,
    });
    let mut found = Vec::new();
    let expected = &case["expected"];
    let mut says = |what: &str, ours: Value| compare(&mut found, what, &expected[what], &ours);
    let limits = course.limits.clone().unwrap();
    says("maxUnavailable", json!(limits.max_unavailable));
    says("maxSurge", json!(limits.max_surge));
    says("initialStatus", json!(course.initial.map(status)));
    let outcome = match course.outcome {
        Outcome::Complete => "complete",
        Outcome::Stuck => "stuck",
        Outcome::TimeOut => "timeout",
        Outcome::Halted(_) | Outcome::Restless => "error",
    };
    says("outcome", json!(outcome));
    says("endTime", json!(course.steps.last().unwrap().time));
    let generation = generation(old, new);
    let steps = expected["steps"].as_array().unwrap();
    for (index, expected) in steps.iter().enumerate() {
        let Some(ours) = course.steps.get(index) else {
            found.push(format!("step {index} is missing: {expected}"));
            break;
        };
        let mut ours = step(&course, ours, new, generation);
        if index == 0 {
            // The oracle learns the new hash only when its first step is over.
            ours.as_object_mut().unwrap().remove("deletedUpdatedPods");
        }
        if ours != *expected {
            found.push(format!(
                "step {index}: Kubernetes {expected}\n      the core {ours}"
            ));
            break;
        }
    }
    if course.steps.len() > steps.len() {
        let more = course.steps.len() - steps.len();
        found.push(format!("{more} steps too many"));
    }
    found
}

fn generation(old: Option<&Defaulted<DaemonSet>>, new: &Defaulted<DaemonSet>) -> i64 {
    1 + i64::from(old.is_some_and(|old| old.spec != new.spec))
}

/// As Go writes it: what is zero is left out, but for the first four counters.
fn status(status: Status) -> Value {
    let mut written = json!({
        "currentNumberScheduled": status.current,
        "numberMisscheduled": status.misscheduled,
        "desiredNumberScheduled": status.desired,
        "numberReady": status.ready,
    });
    for (name, count) in [
        ("observedGeneration", status.observed_generation),
        ("updatedNumberScheduled", i64::from(status.updated)),
        ("numberAvailable", i64::from(status.available)),
        ("numberUnavailable", i64::from(status.unavailable)),
    ] {
        if count != 0 {
            written[name] = json!(count);
        }
    }
    written
}

fn step(course: &Rollout, step: &Step, new: &DaemonSet, generation: i64) -> Value {
    let names = |nodes: &[u32]| -> Value {
        let names = nodes
            .iter()
            .map(|node| course.nodes[*node as usize].as_str());
        names.collect()
    };
    let counts = DaemonSetStatus {
        desired_number_scheduled: step.status.desired as i32,
        updated_number_scheduled: step.status.updated as i32,
        number_available: step.status.available as i32,
        observed_generation: step.status.observed_generation,
        ..DaemonSetStatus::default()
    };
    let message = match rollout_status(new, generation, &counts) {
        Ok((message, _)) => message + "\n",
        Err(message) => message,
    };
    let mut written = json!({
        "time": step.time,
        "deletedPods": names(&step.deleted),
        "createdPods": names(&step.created),
        "status": status(step.status),
        "message": message,
    });
    for (name, nodes) in [
        ("gone", &step.gone),
        ("ready", &step.ready),
        ("deletedUpdatedPods", &step.deleted_updated),
    ] {
        if !nodes.is_empty() {
            written[name] = names(nodes);
        }
    }
    written
}

fn scenario(written: &Value) -> Scenario {
    let seconds = |value: &Value| value.as_i64();
    let mut scenario = Scenario {
        startup_seconds: seconds(&written["startupSeconds"]).unwrap(),
        termination_seconds: seconds(&written["terminationSeconds"]).unwrap(),
        ..Scenario::default()
    };
    scenario.max_seconds = seconds(&written["maxSeconds"]).unwrap_or(scenario.max_seconds);
    for (name, node) in written["nodes"].as_object().into_iter().flatten() {
        let node = NodeScenario {
            startup_seconds: seconds(&node["startupSeconds"]),
            termination_seconds: seconds(&node["terminationSeconds"]),
            never_ready: node["neverReady"] == true,
            unschedulable: node["unschedulable"] == true,
            initial: match node["initial"].as_str() {
                None | Some("available") => InitialPod::Available,
                Some("notReady") => InitialPod::NotReady,
                Some("missing") => InitialPod::Missing,
                Some("failed") => InitialPod::Failed,
                Some("succeeded") => InitialPod::Succeeded,
                Some(other) => panic!("{other}"),
            },
        };
        scenario.nodes.insert(name.clone(), node);
    }
    for event in written["events"].as_array().into_iter().flatten() {
        let change = if event["setNode"].is_object() {
            let text = event["setNode"].to_string();
            let reading = read(FileId(0), &text, &Limits::default());
            let object = reading.objects.into_iter().next().unwrap();
            let Typed::Node(node) = object.typed else {
                panic!("{text}");
            };
            Change::SetNode(Arc::new(default_node(*node)))
        } else if let Some(node) = event["deletePod"].as_str() {
            Change::DeletePod(node.to_owned())
        } else {
            Change::NotReady(event["notReady"].as_str().unwrap().to_owned())
        };
        let time = event["time"].as_i64().unwrap();
        scenario.events.push(ScenarioEvent { time, change });
    }
    scenario
}
