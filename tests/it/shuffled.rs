//! Updates whose Nodes are taken in another order than that of their names: what upstream promises holds for each.

use everynode::apiserver::{default_daemon_set, default_node};
use everynode::cluster::ClusterNodes;
use everynode::controller::{CreateReason, DeleteReason};
use everynode::model::{
    Container, DaemonSet, FeatureGates, IntOrString, Node, RollingUpdateDaemonSet,
};
use everynode::simulation::{
    Cause, EventKind, Outcome, Rollout, RolloutInput, Scenario, Start, rollout,
};

fn daemon_set(image: &str, limits: RollingUpdateDaemonSet) -> DaemonSet {
    let mut daemon_set = DaemonSet::default();
    let spec = &mut daemon_set.spec;
    spec.update_strategy.rolling_update = Some(limits);
    spec.template.spec.containers.push(Container {
        name: "agent".to_owned(),
        image: image.to_owned(),
        ..Container::default()
    });
    daemon_set
}

fn course(nodes: u32, limit: i32, surge: bool, seed: Option<u32>) -> Rollout {
    let number = |of: bool| Some(IntOrString::Int(if of { limit } else { 0 }));
    let limits = RollingUpdateDaemonSet {
        max_unavailable: number(!surge),
        max_surge: number(surge),
    };
    let old = default_daemon_set(daemon_set("agent:1", limits.clone()));
    let new = default_daemon_set(daemon_set("agent:2", limits));
    let nodes = (0..nodes).map(|number| {
        let mut node = Node::default();
        node.metadata.name = format!("node-{number:03}");
        default_node(node)
    });
    let scenario = Scenario {
        startup_seconds: 7,
        termination_seconds: 11,
        seed,
        ..Scenario::default()
    };
    rollout(RolloutInput {
        start: Start::Settled(&old),
        new: &new,
        nodes: &ClusterNodes::new(nodes),
        gates: FeatureGates::default(),
        scenario: &scenario,
    })
}

/// Nodes in the order in which they get their new Pod.
fn created(course: &Rollout) -> Vec<u32> {
    let steps = course.steps.iter();
    steps
        .flat_map(|step| step.nodes(EventKind::Created))
        .collect()
}

#[test]
fn the_same_seed_gives_the_same_course() {
    for seed in [0, 1, 7, u32::MAX] {
        for surge in [false, true] {
            let [first, again] = [(); 2].map(|()| course(40, 3, surge, Some(seed)));
            assert_eq!(first, again, "seed {seed}");
        }
    }
}

#[test]
fn another_seed_takes_other_nodes_first() {
    let by_name = created(&course(40, 3, false, None));
    assert_eq!(by_name, (0..40).collect::<Vec<_>>());
    let orders = [1, 2, 3].map(|seed| created(&course(40, 3, false, Some(seed))));
    assert_ne!(orders[0], by_name);
    assert_ne!(orders[0], orders[1]);
    assert_ne!(orders[1], orders[2]);
}

#[test]
fn a_limit_holds_in_every_order() {
    for seed in 0..40 {
        let (nodes, limit) = (10 + seed % 50, 1 + seed % 7);
        for surge in [false, true] {
            let course = course(nodes, i32::try_from(limit).unwrap(), surge, Some(seed));
            assert_eq!(course.outcome, Outcome::Complete);
            let mut each = created(&course);
            each.sort_unstable();
            assert_eq!(each, (0..nodes).collect::<Vec<_>>(), "each Node once");
            for step in &course.steps {
                assert!(step.held <= limit, "seed {seed}: {} of {limit}", step.held);
                let least = if surge { nodes } else { nodes - limit };
                assert!(step.status.available >= least, "seed {seed}");
            }
        }
    }
}

#[test]
fn a_burst_ends_at_another_node_in_another_order() {
    for seed in [None, Some(5)] {
        let course = course(600, 300, false, seed);
        let first = course.steps[0].nodes(EventKind::Deleted);
        assert_eq!(first.len(), 300);
        assert_eq!(first == (0..300).collect::<Vec<_>>(), seed.is_none());
    }
}

#[test]
fn what_a_step_decides_says_which_limit_lets_it() {
    for surge in [false, true] {
        let course = course(12, 4, surge, Some(3));
        let (kind, cause) = match surge {
            true => (
                EventKind::Created,
                Cause::Create(CreateReason::WithinMaxSurge(4)),
            ),
            false => (
                EventKind::Deleted,
                Cause::Delete(DeleteReason::WithinMaxUnavailable(4)),
            ),
        };
        let events = course.steps.iter().flat_map(|step| &step.events);
        let decided: Vec<Cause> = events
            .filter(|event| event.kind == kind)
            .map(|event| event.cause)
            .collect();
        assert_eq!(decided, vec![cause; 12]);
    }
}
