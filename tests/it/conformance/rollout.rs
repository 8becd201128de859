use super::{Cluster, compare};
use everynode::controller::RollingUpdateError;
use everynode::diagnostic::Severity;
use everynode::model::{DaemonSet, DaemonSetStatus, Defaulted, Time};
use everynode::simulation::{
    Change, EventKind, Outcome, RecordedStart, Rollout, RolloutInput, Scenario, Start, Status,
    Step, Timing, rollout,
};
use everynode::words::rollout_status;
use everynode::workspace::{ScenarioGiven, read_scenario};
use serde_json::{Value, json};

/// Where the core's course of an update differs from that of `oracle rollout`. Hashes are not compared.
pub(crate) fn differences(case: &Value) -> Vec<String> {
    let cluster = Cluster::of(case);
    let now = case["input"]["now"].as_str();
    let (start, new) = match cluster.daemon_sets.as_slice() {
        [new] if now.is_none() => (Start::Nothing, new),
        [old, new] if now.is_none() => (Start::Settled(old), new),
        [old] => (recorded(&cluster, old, now), old),
        [old, new] => (recorded(&cluster, old, now), new),
        others => return vec![format!("{} DaemonSets", others.len())],
    };
    let written = &case["input"]["scenario"];
    let scenario = match scenario(written, start, new, &cluster) {
        Ok(scenario) => scenario,
        Err(errors) => return vec![errors],
    };
    let mut course = rollout(RolloutInput {
        start,
        new,
        nodes: &cluster.snapshot.nodes,
        gates: cluster.gates,
        scenario: &scenario,
    });
    // The oracle lists no step in which nothing comes of an event.
    course.steps.retain(|step| !step.idle);
    let mut found = Vec::new();
    let mut expected = case["expected"].clone();
    without_collisions(&mut expected);
    let mut says = |what: &str, ours: Value| compare(&mut found, what, &expected[what], &ours);
    let limits = course.limits.clone().unwrap();
    says("maxUnavailable", json!(limits.max_unavailable));
    says("maxSurge", json!(limits.max_surge));
    says("initialStatus", json!(course.initial.map(status)));
    let outcome = match course.outcome {
        Outcome::Complete => "complete",
        Outcome::Stuck => "stuck",
        Outcome::TimeOut => "timeout",
        Outcome::Halted(_) => "halted",
        Outcome::Restless => "error",
        Outcome::Stopped => "stopped",
    };
    says("outcome", json!(outcome));
    says("endTime", json!(course.steps.last().unwrap().time));
    let mut updates: Vec<_> = scenario.events.iter().collect();
    updates.sort_by_key(|event| event.time);
    let updates = updates.iter().filter_map(|event| match &event.change {
        Change::Update(daemon_set) => Some(&**daemon_set),
        _ => None,
    });
    let stored: Vec<_> = std::iter::once(new).chain(updates).collect();
    let steps = expected["steps"].as_array().unwrap();
    for (index, expected) in steps.iter().enumerate() {
        let Some(ours) = course.steps.get(index) else {
            found.push(format!("step {index} is missing: {expected}"));
            break;
        };
        let mut ours = step(&course, ours, stored[ours.updates as usize]);
        if index == 0 && expected.get("deletedUpdatedPods").is_none() {
            // The oracle learns the new hash only when its first step is over, unless an event brings another one.
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

/// The core computes no hashes, and so counts no collisions of them.
fn without_collisions(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("collisionCount");
            fields.values_mut().for_each(without_collisions);
        }
        Value::Array(items) => items.iter_mut().for_each(without_collisions),
        _ => {}
    }
}

fn recorded<'a>(
    cluster: &'a Cluster,
    daemon_set: &'a Defaulted<DaemonSet>,
    now: Option<&str>,
) -> Start<'a> {
    Start::Recorded(RecordedStart {
        daemon_set,
        snapshot: &cluster.snapshot,
        now: now.and_then(Time::parse).unwrap(),
    })
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

fn step(course: &Rollout, step: &Step, stored: &DaemonSet) -> Value {
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
    let message = match rollout_status(stored, step.generation, &counts) {
        Ok((message, _)) => message + "\n",
        Err(message) => message,
    };
    let mut written = json!({
        "time": step.time,
        "deletedPods": names(&step.nodes(EventKind::Deleted)),
        "createdPods": names(&step.nodes(EventKind::Created)),
        "status": status(step.status),
        "message": message,
    });
    if let Some(RollingUpdateError::NodeGone(node)) = step.error {
        let name = &course.nodes[node as usize];
        let error = format!("couldn't get node for nodeName {name:?}: node {name:?} not found");
        written["error"] = json!(error);
    }
    for (name, nodes) in [
        ("gone", step.nodes(EventKind::Gone)),
        ("ready", step.nodes(EventKind::Ready)),
        ("deletedUpdatedPods", step.deleted_updated.clone()),
    ] {
        if !nodes.is_empty() {
            written[name] = names(&nodes);
        }
    }
    written
}

/// The scenario of a case, read as those of people are, from the oracle's own JSON.
fn scenario(
    written: &Value,
    start: Start<'_>,
    new: &Defaulted<DaemonSet>,
    cluster: &Cluster,
) -> Result<Scenario, String> {
    let old = match start {
        Start::Nothing => None,
        Start::Settled(old) => Some(old),
        Start::Recorded(recorded) => Some(recorded.daemon_set),
    };
    let nodes = &cluster.snapshot.nodes;
    let given = ScenarioGiven {
        nodes,
        old,
        new,
        stored: None,
    };
    let reading = read_scenario(&written.to_string(), given);
    let errors = reading.diagnostics.iter();
    let errors: Vec<String> = errors
        .filter(|found| found.severity == Severity::Error)
        .map(|found| found.message.clone())
        .collect();
    let spec = |daemon_set: &Defaulted<DaemonSet>| daemon_set.spec.template.spec.clone();
    let (old, new) = (old.map(spec), spec(new));
    let timing = Timing::new(old.as_ref(), &new, &reading.rules);
    let mut scenario = timing.fill_in(reading.scenario, nodes);
    // What the oracle leaves out means that every moment counts.
    scenario.real_queue = written["realQueue"] == true;
    match errors.is_empty() {
        true => Ok(scenario),
        false => Err(errors.join("; ")),
    }
}
