//! Updates that people do not expect to go as they go: what each of them looks like from its first step to its end.
//!
//! Beside this file stand, for each, its manifests (the DaemonSet before and after, the Nodes) and a snapshot of the
//! course. `EVERYNODE_BLESS=1 cargo test --test it updates` writes the snapshots.

#![expect(
    clippy::disallowed_methods,
    reason = "the core reads no file; its tests do"
)]

use everynode::apiserver::{default_daemon_set, default_node};
use everynode::cluster::ClusterNodes;
use everynode::manifest::{Limits, Typed, read};
use everynode::model::{DaemonSet, Defaulted, FeatureGates, Node, Taint, TaintEffect};
use everynode::simulation::{
    Blocker, Change, EventKind, Played, RolloutInput, Scenario, ScenarioEvent, Start, ending, play,
    remedies, spans, summary,
};
use everynode::source::FileId;
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

/// The manifests of an update.
struct Manifests {
    old: Defaulted<DaemonSet>,
    new: Defaulted<DaemonSet>,
    /// Where there is a third DaemonSet: the update amid the update.
    then: Option<Defaulted<DaemonSet>>,
    nodes: Vec<Node>,
}

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/updates"))
}

fn manifests(name: &str) -> Manifests {
    let text = std::fs::read(folder().join(name).with_extension("yaml")).unwrap();
    let read = read(
        FileId(0),
        str::from_utf8(&text).unwrap(),
        &Limits::default(),
    );
    assert_eq!(read.diagnostics, [], "{name}");
    let (mut daemon_sets, mut nodes) = (Vec::new(), Vec::new());
    for object in read.objects {
        match object.typed {
            Typed::DaemonSet(daemon_set) => daemon_sets.push(default_daemon_set(*daemon_set)),
            Typed::Node(node) => nodes.push(*node),
            other => panic!("{name}: {other:?}"),
        }
    }
    let mut daemon_sets = daemon_sets.into_iter();
    Manifests {
        old: daemon_sets.next().unwrap(),
        new: daemon_sets.next().unwrap(),
        then: daemon_sets.next(),
        nodes,
    }
}

/// Pods are Ready after 10 seconds, and gone after 30.
fn scenario() -> Scenario {
    Scenario {
        startup_seconds: 10,
        termination_seconds: 30,
        ..Scenario::default()
    }
}

/// From the beginning on, a Node has taints.
fn tainted(manifests: &Manifests, name: &str, taints: &[(&str, TaintEffect)]) -> ScenarioEvent {
    let nodes = &manifests.nodes;
    let mut node = nodes
        .iter()
        .find(|node| node.metadata.name == name)
        .unwrap()
        .clone();
    node.spec.taints = taints
        .iter()
        .map(|(key, effect)| Taint {
            key: (*key).to_owned(),
            value: String::new(),
            effect: effect.clone(),
        })
        .collect();
    let change = Change::SetNode(Arc::new(default_node(node)));
    ScenarioEvent::new(0, change)
}

fn unreachable(manifests: &Manifests, scenario: &mut Scenario, name: &str) {
    let mut nodes = manifests.nodes.iter();
    scenario.cut_off(nodes.find(|node| node.metadata.name == name).unwrap());
}

fn picture(input: RolloutInput<'_>, played: &Played<'_>) -> String {
    let course = &played.course;
    let mut out = String::new();
    let names = |nodes: &[u32]| -> String {
        let names = nodes
            .iter()
            .map(|node| course.nodes[*node as usize].as_str());
        names.collect::<Vec<_>>().join(" ")
    };
    for step in &course.steps {
        let status = step.status;
        write!(
            out,
            "{:>4} s  desired {} current {} ready {} up-to-date {} available {} misscheduled {}, held {}",
            step.time,
            status.desired,
            status.current,
            status.ready,
            status.updated,
            status.available,
            status.misscheduled,
            step.held,
        )
        .unwrap();
        for (what, nodes) in [
            ("gone", step.nodes(EventKind::Gone)),
            ("ready", step.nodes(EventKind::Ready)),
            ("deleted", step.nodes(EventKind::Deleted)),
            ("created", step.nodes(EventKind::Created)),
        ] {
            if !nodes.is_empty() {
                write!(out, "; {what} {}", names(&nodes)).unwrap();
            }
        }
        out.push('\n');
    }
    let ending = ending(input, course);
    writeln!(out, "\n{:?}", ending.kind).unwrap();
    for Blocker { node, reason } in &ending.blockers {
        writeln!(out, "{reason:?}: {}", names(&[*node])).unwrap();
    }
    if !ending.waiting.is_empty() {
        writeln!(out, "left with the old Pod: {}", names(&ending.waiting)).unwrap();
    }
    for remedy in remedies(played, &mut |_| true).found {
        let (fix, seconds) = (remedy.fix, remedy.seconds);
        let completes = if remedy.completes {
            "completes"
        } else {
            "replaces all that waited"
        };
        writeln!(out, "{fix:?} {completes} in {seconds} s").unwrap();
    }
    out.push('\n');
    let spans = spans(course);
    for (bounds, name) in spans.offsets.windows(2).zip(&course.nodes) {
        write!(out, "{name}:").unwrap();
        for at in bounds[0] as usize..bounds[1] as usize {
            write!(out, " {} {:?}", spans.since[at], spans.states[at]).unwrap();
        }
        out.push('\n');
    }
    let sum = summary(course);
    writeln!(
        out,
        "\n{} s, available {} at least, {} ‰ of the time; unavailable {} at most",
        sum.seconds, sum.min_available, sum.availability_permille, sum.peak_unavailable
    )
    .unwrap();
    for (what, nodes) in [
        ("lose coverage", &sum.loses_coverage),
        ("side by side", &sum.side_by_side),
        ("gain", &sum.gains),
    ] {
        if !nodes.is_empty() {
            writeln!(out, "{what}: {}", names(nodes)).unwrap();
        }
    }
    out
}

/// Holds a course against its snapshot.
fn shows(name: &str, manifests: &Manifests, scenario: &Scenario) {
    let nodes = ClusterNodes::new(manifests.nodes.iter().cloned().map(default_node));
    let input = RolloutInput {
        start: Start::Settled(&manifests.old),
        new: &manifests.new,
        nodes: &nodes,
        gates: FeatureGates::default(),
        scenario,
    };
    let said = picture(input, &play(input, &mut |_| true));
    let file = folder().join(name).with_extension("txt");
    if std::env::var_os("EVERYNODE_BLESS").is_some() {
        std::fs::write(file, said).unwrap();
        return;
    }
    let wanted = std::fs::read(file).unwrap_or_default();
    assert_eq!(said, String::from_utf8(wanted).unwrap(), "{name}");
}

#[test]
fn an_unreachable_node_holds_an_update_that_looks_done() {
    let name = "stuck-with-everything-green";
    let manifests = manifests(name);
    let mut scenario = scenario();
    unreachable(&manifests, &mut scenario, "node-3");
    shows(name, &manifests, &scenario);
}

#[test]
fn a_node_that_was_tainted_later_loses_its_pod_and_nobody_is_told() {
    let name = "silent-shrink";
    let manifests = manifests(name);
    let mut scenario = scenario();
    let taint = ("dedicated", TaintEffect::NoSchedule);
    scenario
        .events
        .push(tainted(&manifests, "node-3", &[taint]));
    shows(name, &manifests, &scenario);
}

#[test]
fn a_new_pod_that_wants_the_ports_of_the_old_one_waits_for_ever_beside_it() {
    let name = "surge-with-a-port-of-the-node";
    shows(name, &manifests(name), &scenario());
}

#[test]
fn two_nodes_that_are_down_use_up_a_small_percentage() {
    let name = "percentage-below-the-nodes-that-are-down";
    let manifests = manifests(name);
    let mut scenario = scenario();
    unreachable(&manifests, &mut scenario, "node-04");
    unreachable(&manifests, &mut scenario, "node-09");
    shows(name, &manifests, &scenario);
}

#[test]
fn a_second_update_replaces_what_the_first_one_broke_at_once() {
    let name = "second-update-on-a-failing-one";
    let mut manifests = manifests(name);
    let mut scenario = scenario();
    scenario.broken_images = vec!["registry.example/agent:2".to_owned()];
    let alone = manifests.then.take().unwrap();
    shows("first-update-that-fails", &manifests, &scenario);
    let change = Change::Update(Arc::new(alone));
    scenario.events.push(ScenarioEvent::new(120, change));
    shows(name, &manifests, &scenario);
}

#[test]
fn on_delete_waits_for_somebody() {
    let name = "nobody-deletes-the-old-pods";
    shows(name, &manifests(name), &scenario());
}
