use super::{Cluster, compare};
use everynode::controller::{DaemonPodRules, NodeJudgement, TaintJudgement, TaintOutcome};
use everynode::model::{TaintEffect, Toleration, TolerationOperator};
use serde_json::{Map, Value, json};

/// Where the core's answer differs from that of `oracle eligible`.
pub(super) fn differences(case: &Value) -> Vec<String> {
    let cluster = Cluster::of(case);
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
        let rules = DaemonPodRules::new(daemon_set, cluster.gates);
        let tolerations: Vec<Value> = rules
            .tolerations()
            .iter()
            .map(|pod| toleration(&pod.toleration))
            .collect();
        compare(
            &mut found,
            &format!("{name} tolerations"),
            &expected["tolerations"],
            &Value::Array(tolerations),
        );
        let eligibility = rules.judge_all(&cluster.snapshot.nodes);
        for expected in expected["nodes"].as_array().unwrap() {
            let name = expected["node"].as_str().unwrap();
            let position = cluster.snapshot.nodes.named(name).start;
            let Some(node) = cluster.snapshot.nodes.get(position) else {
                found.push(format!("{name} is not there"));
                continue;
            };
            let judgement = rules.judge(node);
            compare(&mut found, name, expected, &answer(name, &judgement));
            let class = eligibility.class(position).unwrap();
            let all = json!([class.should_run, class.should_continue_running]);
            let one = json!([judgement.should_run, judgement.should_continue_running]);
            compare(&mut found, &format!("{name} among all"), &one, &all);
        }
    }
    found
}

fn answer(name: &str, judgement: &NodeJudgement<'_>) -> Value {
    let untolerated = |no_say: bool| -> Vec<Value> {
        let taints = judgement.taints.iter();
        taints
            .filter(|t| t.tolerated_by.is_empty() && (t.outcome == TaintOutcome::NoSay) == no_say)
            .map(taint)
            .collect()
    };
    let mut answer = json!({
        "node": name,
        "shouldRun": judgement.should_run,
        "shouldContinueRunning": judgement.should_continue_running,
        "nodeNameMatches": judgement.node_name_matches(),
        "nodeSelectorMatches": judgement.node_selector_matches(),
        "affinityMatches": judgement.node_affinity_matches(),
        "untolerated": untolerated(false),
    });
    let affinity = judgement.node_affinity.as_ref();
    if let Some(error) = affinity.and_then(|affinity| affinity.error.as_ref()) {
        answer["affinityError"] = json!(error);
    }
    let no_say = untolerated(true);
    if !no_say.is_empty() {
        answer["untoleratedPreferNoSchedule"] = Value::Array(no_say);
    }
    answer
}

/// As Go writes a struct whose empty fields are left out.
fn without_empty(fields: &[(&str, &str)]) -> Map<String, Value> {
    fields
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| ((*key).to_owned(), json!(value)))
        .collect()
}

fn taint(judgement: &TaintJudgement<'_>) -> Value {
    let taint = judgement.taint;
    let mut fields = without_empty(&[("value", &taint.value)]);
    fields.insert("key".to_owned(), json!(taint.key));
    fields.insert("effect".to_owned(), json!(taint.effect.as_str()));
    Value::Object(fields)
}

fn toleration(toleration: &Toleration) -> Value {
    let operator = toleration.operator.as_ref();
    let effect = toleration.effect.as_ref();
    let mut fields = without_empty(&[
        ("key", &toleration.key),
        ("operator", operator.map_or("", TolerationOperator::as_str)),
        ("value", &toleration.value),
        ("effect", effect.map_or("", TaintEffect::as_str)),
    ]);
    if let Some(seconds) = toleration.toleration_seconds {
        fields.insert("tolerationSeconds".to_owned(), json!(seconds));
    }
    Value::Object(fields)
}
