use super::{cluster, reading};
use crate::random::Random;
use everynode::model::FeatureGates;
use everynode::simulation::{RolloutInput, Start, Timing, rollout};

/// Pieces that scenarios are made of, and others.
const WORDS: &[&str] = &[
    "startupSeconds",
    "terminationSeconds",
    "pullSeconds",
    "maxSeconds",
    "podGCSeconds",
    "realQueue",
    "nodes",
    "images",
    "events",
    "time",
    "update",
    "patch",
    "setImage",
    "rollback",
    "setNode",
    "addNode",
    "label",
    "taint",
    "labels",
    "taints",
    "name",
    "like",
    "cordon",
    "uncordon",
    "drain",
    "down",
    "up",
    "deleteNode",
    "deletePod",
    "forceDeletePod",
    "notReady",
    "neverReady",
    "unschedulable",
    "initial",
    "a",
    "b",
    "pool=gpu",
    "!pool",
    "pool in (gpu",
    "",
    "agent",
    "agent:1",
    "metadata",
    "spec",
    "template",
    "containers",
    "$patch",
    "kind",
    "DaemonSet",
    "é",
    "a=b:NoSchedule",
    "a-",
    "-",
    "missing",
];
const SCALARS: &[&str] = &[
    "0",
    "1",
    "-1",
    "5",
    "1e3",
    "1.5",
    "9223372036854775807",
    "99999999999999999999",
    "true",
    "false",
    "null",
    "\"5m\"",
    "\"1h30m\"",
    "\"\"",
    "\"a\"",
    "\"b\"",
    "\"pool=gpu\"",
    "\"a=b\"",
    "\"a-\"",
    "\"k=v:NoExecute\"",
    "\"missing\"",
    "\"replace\"",
    "[]",
    "{}",
];

fn value(random: &mut Random, depth: u32, out: &mut String) {
    let pick = |random: &mut Random, words: &[&'static str]| words[random.index(words.len())];
    match random.below(if depth == 0 { 1 } else { 3 }) {
        0 => out.push_str(pick(random, SCALARS)),
        1 => {
            out.push('[');
            for at in 0..random.below(4) {
                if at > 0 {
                    out.push(',');
                }
                value(random, depth - 1, out);
            }
            out.push(']');
        }
        _ => map(random, depth, out),
    }
}

fn map(random: &mut Random, depth: u32, out: &mut String) {
    out.push('{');
    for at in 0..random.below(6) {
        if at > 0 {
            out.push(',');
        }
        out.push_str(&format!("{:?}:", WORDS[random.index(WORDS.len())]));
        value(random, depth.saturating_sub(1), out);
    }
    out.push('}');
}

#[test]
fn whatever_is_written_is_read_and_played_to_an_end() {
    for seed in 0..600 {
        let mut random = Random(seed);
        let mut text = String::new();
        match random.below(3) {
            0 => map(&mut random, 5, &mut text),
            _ => {
                // Likelier to mean something.
                text.push_str("{\"events\":[");
                for at in 0..random.below(6) {
                    if at > 0 {
                        text.push(',');
                    }
                    text.push_str("{\"time\":1,\"");
                    text.push_str(WORDS[9 + random.index(22)]);
                    text.push_str("\":");
                    value(&mut random, 4, &mut text);
                    text.push('}');
                }
                text.push_str("],\"nodes\":");
                map(&mut random, 3, &mut text);
                text.push('}');
            }
        }
        let reading = reading(&text);
        for finding in &reading.diagnostics {
            assert!(
                finding.place.range.as_usize().end <= text.len(),
                "seed {seed}"
            );
            assert!(
                !finding.message.contains('\n'),
                "seed {seed}: {}",
                finding.message
            );
        }
        let (new, nodes) = cluster();
        let timing = Timing::new(None, &new.spec.template.spec, &reading.rules);
        let scenario = timing.fill_in(reading.scenario, &nodes);
        let course = rollout(RolloutInput {
            start: Start::Settled(&new),
            new: &new,
            nodes: &nodes,
            gates: FeatureGates::default(),
            scenario: &scenario,
        });
        assert!(!course.steps.is_empty(), "seed {seed}");
    }
}

#[test]
fn what_is_no_scenario_is_said_in_one_finding() {
    for text in [
        "[]",
        "5",
        "text",
        "kind: [",
        "{\"events\": 5",
        "- a\n- b\n",
        "\u{7}",
        "a: b: c",
    ] {
        assert_eq!(reading(text).diagnostics.len(), 1, "{text}");
    }
    for text in ["", "{}", "null", "# nothing\n", "events:\nnodes: null\n"] {
        assert_eq!(reading(text).diagnostics, [], "{text}");
    }
}
