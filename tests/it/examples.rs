//! The playground's examples of updates (`www/examples`): each ends as its text says, and what the text invites to try leads
//! to what it promises. What the command line prints of them is in `tests/cli/examples`.

#![expect(
    clippy::disallowed_methods,
    reason = "the core reads no file; its tests do"
)]

use everynode::ffi::{Options, RolloutAnswer, RolloutFound, RolloutQuestion, Session};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("www/examples")
}

fn index() -> Value {
    let text = std::fs::read_to_string(folder().join("index.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// The update of an example, its texts put through an edit.
fn update(id: &str, edit: impl Fn(&str, String) -> String) -> Box<RolloutFound> {
    let index = index();
    let examples = index["examples"].as_array().unwrap();
    let example = examples.iter().find(|example| example["id"] == id).unwrap();
    let mut session = Session::new();
    let options = Options {
        now: Some(text(&index["now"])),
        ..Options::default()
    };
    session.set_options(&options).unwrap();
    for name in example["files"].as_array().unwrap() {
        let name = text(name);
        let written = std::fs::read_to_string(folder().join(id).join(&name)).unwrap();
        session.set_text(&name, &edit(&name, written));
    }
    match session.rollout(&RolloutQuestion::default()) {
        RolloutAnswer::Found(found) => {
            assert_eq!(found.diagnostics, [], "{id}");
            found
        }
        missing => panic!("{id}: {missing:?}"),
    }
}

fn names(found: &RolloutFound, nodes: &[u32]) -> Vec<String> {
    let nodes = nodes.iter();
    nodes
        .map(|node| found.nodes[*node as usize].clone())
        .collect()
}

/// An example, how its update ends and who holds it up; the edit that its text invites to, and how the update ends then.
struct Case {
    id: &'static str,
    ends: &'static str,
    held_by: &'static [&'static str],
    file: &'static str,
    replace: (&'static str, &'static str),
    then: &'static str,
}

const CASES: [Case; 5] = [
    Case {
        id: "stuck-all-green",
        ends: "the update does not move: 0 of 5 nodes have the new Pod",
        held_by: &["worker-b2"],
        file: "net-probe.yaml",
        replace: ("maxUnavailable: 1", "maxUnavailable: 2"),
        then: "the update ends after 3 min 35 s",
    },
    Case {
        id: "update-drops-a-node",
        ends: "the update ends after 1 min 26 s",
        held_by: &[],
        file: "audit-tail.yaml",
        replace: (
            "      containers:",
            "      tolerations: [{key: dedicated, operator: Exists}]\n      containers:",
        ),
        then: "the update ends after 1 min 26 s",
    },
    Case {
        id: "surge-wants-the-port",
        ends: "the update does not move: 0 of 6 nodes have the new Pod",
        held_by: &["worker-a1"],
        file: "port-watch.yaml",
        replace: (
            "maxSurge: 1\n      maxUnavailable: 0",
            "maxSurge: 0\n      maxUnavailable: 1",
        ),
        then: "the update ends after 4 min 18 s",
    },
    Case {
        id: "percent-below-what-is-down",
        ends: "the update does not move: 0 of 10 nodes have the new Pod",
        held_by: &["worker-b3", "worker-c1"],
        file: "log-router.yaml",
        replace: ("10%", "25%"),
        then: "the update ends after 7 min 10 s",
    },
    Case {
        id: "fix-of-a-failed-update",
        ends: "the update ends after 5 min 1 s",
        held_by: &[],
        file: "cni-meter.yaml",
        replace: ("2.4.1", "2.3.1"),
        then: "the update ends after 43 s",
    },
];

#[test]
fn each_update_ends_as_its_text_says_and_what_to_try_helps() {
    for case in &CASES {
        let found = update(case.id, |_, text| text);
        assert_eq!(found.verdict, case.ends, "{}", case.id);
        let blockers = found.meaning.blockers.iter();
        let held_by: Vec<String> = blockers
            .flat_map(|blockers| names(&found, &blockers.nodes.0))
            .collect();
        assert_eq!(held_by, case.held_by, "{}", case.id);
        let (from, to) = case.replace;
        let tried = update(case.id, |name, text| {
            if name != case.file {
                return text;
            }
            assert_eq!(text.matches(from).count(), 1, "{}: {from}", case.id);
            text.replace(from, to)
        });
        assert_eq!(tried.verdict, case.then, "{}", case.id);
    }
}

#[test]
fn every_example_of_an_update_is_looked_at_and_says_what_to_try() {
    let index = index();
    let examples = index["examples"].as_array().unwrap().iter();
    let updates: Vec<&Value> = examples
        .filter(|example| example["view"] == "rollout")
        .collect();
    let ids: Vec<String> = updates.iter().map(|example| text(&example["id"])).collect();
    assert_eq!(ids, CASES.map(|case| case.id));
    for example in updates {
        let about = text(&example["about"]);
        let sentences = about.matches(". ").count() + about.matches(": ").count();
        assert!(sentences >= 1, "{about}");
        assert!(text(&example["tryThis"]).contains(".yaml"), "{example}");
        assert!(!text(&example["node"]).is_empty());
    }
}

#[test]
fn everything_that_kubectl_shows_is_green_while_nothing_moves() {
    let found = update("stuck-all-green", |_, text| text);
    let steps = &found.steps;
    let last = steps.time.0.len() - 1;
    let [desired, ready, updated, available] = [
        &steps.desired,
        &steps.ready,
        &steps.updated,
        &steps.available,
    ]
    .map(|column| column.0[last]);
    assert_eq!([desired, ready, updated, available], [5, 5, 0, 5]);
}

#[test]
fn the_node_that_is_dropped_is_told_and_kept_with_a_toleration() {
    let found = update("update-drops-a-node", |_, text| text);
    let lost = &found.meaning.summary.loses_coverage;
    assert_eq!(names(&found, &lost.0), ["worker-c1"]);
    assert!(
        found
            .messages
            .last()
            .unwrap()
            .contains("successfully rolled out")
    );
    let tolerated = update("update-drops-a-node", |_, text| {
        text.replace(
            "      containers:",
            "      tolerations: [{key: dedicated, operator: Exists}]\n      containers:",
        )
    });
    assert!(tolerated.meaning.summary.loses_coverage.0.is_empty());
}

#[test]
fn a_fix_replaces_all_that_the_update_before_it_broke_at_once() {
    let found = update("fix-of-a-failed-update", |_, text| text);
    assert_eq!(found.limits.unwrap().max_unavailable, 1);
    let events = &found.events;
    let first = events.step.0.iter().zip(&events.kind.0).zip(&events.node.0);
    let deleted: Vec<u32> = first
        .filter(|((step, kind), _)| **step == 0 && **kind == 2)
        .map(|(_, node)| *node)
        .collect();
    let broken = ["worker-a1", "worker-a2", "worker-b3"];
    assert_eq!(names(&found, &deleted), broken);
}
