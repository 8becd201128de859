//! Scenarios: what is read, what is said of what cannot be, and that nothing breaks the reading.

#![expect(
    clippy::disallowed_methods,
    reason = "the core reads no file; its tests do"
)]

mod hostile;
mod schema;

use everynode::apiserver::{default_daemon_set, default_node};
use everynode::cluster::ClusterNodes;
use everynode::manifest::{Limits, Typed, read};
use everynode::model::{DaemonSet, Defaulted};
use everynode::simulation::{InitialPod, Stage};
use everynode::source::FileId;
use everynode::workspace::{ScenarioGiven, ScenarioReading, Workspace, read_scenario};
use std::path::Path;

const CLUSTER: &str = "
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec: {template: {spec: {containers: [{name: agent, image: 'agent:1'}]}}}
---
{apiVersion: v1, kind: Node, metadata: {name: a, labels: {pool: cpu}}}
---
{apiVersion: v1, kind: Node, metadata: {name: b, labels: {pool: gpu}}}
---
{apiVersion: v1, kind: Node, metadata: {name: c, labels: {pool: gpu}}}
";

fn cluster() -> (Defaulted<DaemonSet>, ClusterNodes) {
    let (mut daemon_sets, mut nodes) = (Vec::new(), Vec::new());
    for object in read(FileId(0), CLUSTER, &Limits::default()).objects {
        match object.typed {
            Typed::DaemonSet(daemon_set) => daemon_sets.push(default_daemon_set(*daemon_set)),
            Typed::Node(node) => nodes.push(default_node(*node)),
            other => panic!("{other:?}"),
        }
    }
    (daemon_sets.remove(0), ClusterNodes::new(nodes))
}

fn reading(text: &str) -> ScenarioReading {
    let (new, nodes) = cluster();
    let mut workspace = Workspace::new();
    workspace.set_text("cluster.yaml", CLUSTER);
    let judged = workspace.cluster();
    let given = ScenarioGiven {
        nodes: &nodes,
        old: None,
        new: &new,
        stored: workspace.stored(judged.daemon_sets[0].object),
    };
    read_scenario(text, given)
}

fn found(text: &str) -> Vec<String> {
    let found = reading(text).diagnostics;
    found.into_iter().map(|finding| finding.message).collect()
}

#[test]
fn every_example_of_the_page_is_read() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/scenario.md");
    let page = std::fs::read_to_string(page).unwrap();
    let examples: Vec<&str> = page
        .split("```yaml\n")
        .skip(1)
        .map(|example| example.split("```").next().unwrap())
        .collect();
    assert!(examples.len() >= 5);
    for example in examples {
        let found = reading(example).diagnostics;
        // The nodes of the examples are not those of this cluster.
        let wrong = found
            .iter()
            .find(|finding| finding.rule.id != "scenario-target");
        assert_eq!(wrong, None, "{example}");
    }
}

#[test]
fn a_name_counts_for_more_than_a_selector_and_the_later_selector_for_more() {
    let text = "
nodes:
  b: {neverReady: false, startupSeconds: 5}
  pool=gpu: {neverReady: true, startupSeconds: 7, initial: missing}
  pool: {down: true}
  pool in (gpu, cpu): {startupSeconds: 9, unschedulable: true}
";
    let reading = reading(text);
    let nodes = &reading.scenario.nodes;
    let (b, c) = (nodes.get("b").unwrap(), nodes.get("c").unwrap());
    assert_eq!((b.never_ready, c.never_ready), (false, true));
    assert_eq!(
        (b.initial, c.initial),
        (InitialPod::Missing, InitialPod::Missing)
    );
    assert!(nodes.get("a").unwrap().unschedulable);
    assert!(!c.down, "`pool` is a name");
    let said: Vec<(i64, &str)> = reading
        .rules
        .iter()
        .map(|rule| (rule.seconds, rule.said.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            (7, "scenario, nodes pool=gpu"),
            (9, "scenario, nodes pool in (gpu, cpu)"),
            (5, "scenario, node b"),
        ]
    );
    assert!(
        reading
            .rules
            .iter()
            .all(|rule| rule.stage == Stage::Startup)
    );
    assert_eq!(found(text), ["no node is called `pool`"]);
}

#[test]
fn events_happen_in_the_order_of_their_times() {
    let text = "
events:
- {time: 5, deleteNode: b}
- {time: 1, notReady: pool=gpu}
- {time: 5, deletePod: [c, b]}
- {time: 9, addNode: {name: b}}
- {time: 10, rollback: true}
";
    let reading = reading(text);
    let said: Vec<String> = reading
        .scenario
        .events
        .iter()
        .map(|event| format!("{} {}", event.time, event.said))
        .collect();
    assert_eq!(
        said,
        [
            "1 b has its Pod not Ready",
            "1 c has its Pod not Ready",
            "5 b is deleted",
            "5 c has its Pod deleted",
            "5 b has its Pod deleted",
            "9 b joins",
        ]
    );
    assert_eq!(found(text), ["no template was stored before this one"]);
}

#[test]
fn going_back_twice_comes_back_to_where_it_was() {
    let text = "
events:
- {time: 1, setImage: {agent: 'agent:2'}}
- {time: 2, patch: {spec: {template: {spec: {containers: [{name: agent, image: 'agent:3'}]}}}}}
- {time: 3, rollback: true}
- {time: 4, rollback: true}
- {time: 5, patch: [{op: replace, path: /spec/template/spec/containers/0/image, value: 'agent:1'}]}
- {time: 6, rollback: true}
";
    let reading = reading(text);
    assert_eq!(reading.diagnostics, []);
    let images: Vec<String> = reading
        .scenario
        .events
        .iter()
        .map(|event| match &event.change {
            everynode::simulation::Change::Update(daemon_set) => {
                daemon_set.spec.template.spec.containers[0].image.clone()
            }
            other => panic!("{other:?}"),
        })
        .collect();
    let wanted = [
        "agent:2", "agent:3", "agent:2", "agent:3", "agent:1", "agent:3",
    ];
    assert_eq!(images, wanted);
}

#[test]
fn what_passes_a_bound_is_left_out() {
    let many = |count: usize, line: &str| format!("events:\n{}", line.repeat(count));
    for (text, message) in [
        (
            many(10_001, "- {time: 1, cordon: a}\n"),
            "the scenario has more than 10000 events",
        ),
        (
            many(1002, "- {time: 1, setImage: {agent: x}}\n"),
            "the scenario has more than 1000 updates",
        ),
        (
            many(
                9000,
                "- {time: 1, cordon: [a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a]}\n",
            ),
            "the scenario has more than 200000 changes",
        ),
    ] {
        let reading = reading(&text);
        let found: Vec<&str> = reading
            .diagnostics
            .iter()
            .map(|finding| finding.message.as_str())
            .collect();
        assert_eq!(found, [message]);
        assert!(reading.scenario.events.len() <= 200_000);
    }
    let selectors: String = (0..1200).map(|at| format!("  x{at}=y: {{}}\n")).collect();
    let found = found(&format!("nodes:\n{selectors}"));
    assert!(found.len() <= 100);
    assert!(
        found.contains(&"the scenario has more than 1000 label selectors".to_owned()),
        "{found:?}"
    );
}
