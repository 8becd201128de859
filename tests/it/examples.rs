//! The playground's examples (`www/examples`): each answers as its text says, and what the text invites to try leads to what it
//! promises. What comes of them is in `tests/examples/expected.json`; the numbers of eligible Nodes are those of Kubernetes' own
//! code. What the command line prints of the updates is in `tests/cli/examples`.

#![expect(
    clippy::disallowed_methods,
    reason = "the core reads no file; its tests do"
)]

use everynode::ffi::{
    LintQuestion, Options, RolloutAnswer, RolloutFound, RolloutQuestion, Session,
};
use serde_json::Value;
use std::path::Path;

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn index() -> Value {
    serde_json::from_str(&read("www/examples/index.json")).unwrap()
}

/// The examples whose manifests are all written; of what is generated, the page's tests speak.
fn written(index: &Value) -> Vec<&Value> {
    let all = index["examples"].as_array().unwrap().iter();
    all.filter(|example| example["fleet"].is_null()).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// The page of an example, its texts put through an edit.
fn session(example: &Value, edit: impl Fn(&str, String) -> String) -> Session {
    let mut session = Session::new();
    let options = Options {
        now: Some(text(&index()["now"])),
        ..Options::default()
    };
    session.set_options(&options).unwrap();
    let id = text(&example["id"]);
    for name in example["files"].as_array().unwrap() {
        let name = text(name);
        let written = read(&format!("www/examples/{id}/{name}"));
        session.set_text(&name, &edit(&name, written));
    }
    session
}

/// The same with the edit that its text invites to.
fn tried(example: &Value) -> Session {
    let [file, from, to] = ["file", "replace", "with"].map(|key| text(&example["edit"][key]));
    session(example, |name, text| {
        if name != file {
            return text;
        }
        assert_eq!(text.matches(&from).count(), 1, "{}: {from}", example["id"]);
        text.replace(&from, &to)
    })
}

fn played(mut session: Session, id: &str) -> Box<RolloutFound> {
    match session.rollout(&RolloutQuestion::default()) {
        RolloutAnswer::Found(found) => {
            assert_eq!(found.diagnostics, [], "{id}");
            found
        }
        missing => panic!("{id}: {missing:?}"),
    }
}

/// The update of an example, its texts put through an edit.
fn update(id: &str, edit: impl Fn(&str, String) -> String) -> Box<RolloutFound> {
    let index = index();
    let written = written(&index);
    let example = written.iter().find(|example| example["id"] == id).unwrap();
    played(session(example, edit), id)
}

fn names(found: &RolloutFound, nodes: &[u32]) -> Vec<String> {
    let nodes = nodes.iter();
    nodes
        .map(|node| found.nodes[*node as usize].clone())
        .collect()
}

/// Holds an answer against what is expected of it: eligible Nodes, the update's end and who holds it up, and rules that speak.
fn hold(expected: &Value, session: impl Fn() -> Session, id: &str) {
    if let Some(eligible) = expected["eligible"].as_object() {
        let place = session().place();
        let found = place.daemon_sets.iter();
        let found: Value = found
            .map(|own| {
                (
                    format!("{}/{}", own.reference.namespace, own.reference.name),
                    own.eligible.into(),
                )
            })
            .collect::<serde_json::Map<_, _>>()
            .into();
        assert_eq!(found, Value::from(eligible.clone()), "{id}");
    }
    if let Some(ends) = expected["ends"].as_str() {
        let found = played(session(), id);
        assert_eq!(found.verdict, ends, "{id}");
        if let Some(held_by) = expected["heldBy"].as_array() {
            let blockers = found.meaning.blockers.iter();
            let names: Vec<String> = blockers
                .flat_map(|blockers| names(&found, &blockers.nodes.0))
                .collect();
            assert_eq!(names, held_by.iter().map(text).collect::<Vec<_>>(), "{id}");
        }
    }
    if let Some(rules) = expected["rules"].as_array() {
        let review = session().lint(&LintQuestion::default()).unwrap();
        for rule in rules {
            let mut found = review.diagnostics.iter();
            assert!(found.any(|one| one.rule == *rule), "{id}: {rule}");
        }
    }
}

#[test]
fn each_example_answers_as_its_text_says_and_what_to_try_helps() {
    let expected: Value = serde_json::from_str(&read("tests/examples/expected.json")).unwrap();
    let index = index();
    for example in written(&index) {
        let id = text(&example["id"]);
        let expected = &expected["examples"][&id];
        assert!(expected["then"].is_object(), "{id}");
        hold(expected, || session(example, |_, text| text), &id);
        hold(
            &expected["then"],
            || tried(example),
            &format!("{id}, tried"),
        );
        for gone in expected["then"]["without"].as_array().into_iter().flatten() {
            let review = tried(example).lint(&LintQuestion::default()).unwrap();
            let mut found = review.diagnostics.iter();
            assert!(found.all(|one| one.rule != *gone), "{id}: {gone}");
        }
    }
}

#[test]
fn every_example_is_looked_at_and_says_what_to_try() {
    let index = index();
    let examples = index["examples"].as_array().unwrap();
    assert!(examples.len() >= 15);
    for example in examples {
        let about = text(&example["about"]);
        let sentences = about.matches(". ").count() + about.matches(": ").count();
        assert!(sentences >= 1, "{about}");
        assert!(text(&example["tryThis"]).contains(".yaml"), "{example}");
        assert!(!example["node"].is_null() || !example["fleet"].is_null());
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
