//! What a status counts: laws of Pods, their states and their owners.

use super::clusters::Cluster;
use crate::random::Random;
use everynode::apiserver::{default_daemon_set, default_pod};
use everynode::cluster::Snapshot;
use everynode::controller::{StatusJudgement, daemon_set_status};
use everynode::model::{
    ControllerRevision, LabelSelector, NodeAffinity, NodeSelector, NodeSelectorRequirement,
    NodeSelectorTerm, OwnerReference, Pod, PodCondition, PodPhase, StringMap, Time,
};

const CASES: u64 = 1_000;
const NOW: i64 = 1_000;

/// A cluster, the Pods in it, and a moment.
#[derive(Clone)]
struct Recorded {
    cluster: Cluster,
    pods: Vec<Pod>,
    revisions: Vec<ControllerRevision>,
    now: Option<Time>,
}

impl Recorded {
    fn new(random: &mut Random) -> Self {
        let mut cluster = Cluster::new(random);
        let daemon_set = &mut cluster.daemon_set;
        daemon_set.spec.selector = Some(LabelSelector {
            match_labels: one("app", "agent"),
            ..LabelSelector::default()
        });
        daemon_set.spec.min_ready_seconds = random.small(3) * 20;
        if random.chance(50) {
            let generation = "deprecated.daemonset.template.generation";
            daemon_set.metadata.annotations = one(generation, "2");
        }
        let template = &mut daemon_set.spec.template;
        "new".clone_into(&mut template.canonical);
        template.stored = true;
        let revisions = random.some(3, revision);
        let pods = (0..random.below(20)).map(|number| pod(random, number));
        Self {
            pods: pods.collect(),
            revisions,
            now: random.chance(80).then_some(Time { seconds: NOW }),
            cluster,
        }
    }

    fn judge(&self) -> StatusJudgement {
        let nodes = self.cluster.nodes();
        let eligibility = self.cluster.rules().judge_all(&nodes);
        let daemon_set = default_daemon_set(self.cluster.daemon_set.clone());
        let pods = self.pods.iter().cloned().map(default_pod);
        let snapshot = Snapshot::new(
            self.cluster
                .nodes
                .iter()
                .cloned()
                .map(everynode::apiserver::default_node),
            pods,
            self.revisions.clone(),
        );
        daemon_set_status(&daemon_set, &eligibility, &snapshot, self.now)
    }

    fn counters(&self) -> Counters {
        counters(&self.judge())
    }
}

/// Desired, current, misscheduled, ready, updated, available, unavailable.
type Counters = (u32, u32, u32, u32, Option<u32>, u32, u32);

fn counters(status: &StatusJudgement) -> Counters {
    (
        status.desired,
        status.current,
        status.misscheduled,
        status.ready,
        status.updated,
        status.available,
        status.unavailable,
    )
}

fn one(key: &str, value: &str) -> StringMap {
    [(key, value)].into_iter().collect()
}

fn owner(uid: &str) -> OwnerReference {
    OwnerReference {
        api_version: "apps/v1".to_owned(),
        kind: "DaemonSet".to_owned(),
        name: "agent".to_owned(),
        uid: uid.to_owned(),
        controller: true,
    }
}

fn revision(random: &mut Random) -> ControllerRevision {
    let mut revision = ControllerRevision {
        revision: random.seconds(4),
        template: random.pick(&["new", "old"]).to_owned(),
        ..ControllerRevision::default()
    };
    let hash = random.pick(&["h1", "h2"]);
    let labels = [("app", "agent"), ("controller-revision-hash", hash)];
    revision.metadata.name = format!("agent-{}", random.below(1_000));
    "default".clone_into(&mut revision.metadata.namespace);
    revision.metadata.labels = labels.into_iter().collect();
    revision.metadata.owner_references = vec![owner("ours")];
    revision
}

fn moment(random: &mut Random) -> Option<Time> {
    let seconds = NOW - random.seconds(80);
    Some(Time { seconds })
}

fn pod(random: &mut Random, number: u64) -> Pod {
    let mut pod = Pod::default();
    let metadata = &mut pod.metadata;
    metadata.name = format!("agent-{number}");
    metadata.namespace = random.pick(&["default", "default", "other"]).to_owned();
    metadata.creation_timestamp = moment(random);
    metadata.deletion_timestamp = random.chance(15).then(|| moment(random)).flatten();
    let app = random.pick(&["agent", "agent", "agent", "other"]);
    let hash = random.pick(&["h1", "h2"]);
    let generation = random.pick(&["1", "2"]);
    let labels = [
        ("app", app),
        ("controller-revision-hash", hash),
        ("pod-template-generation", generation),
    ];
    let without = random.index(8);
    let labels = labels.into_iter().enumerate();
    let labels = labels.filter(|(at, _)| *at != without);
    metadata.labels = labels.map(|(_, pair)| pair).collect();
    match random.below(6) {
        0 => {}
        1 => metadata.owner_references = vec![owner("theirs")],
        _ => metadata.owner_references = vec![owner("ours")],
    }
    let node = format!("node-{}", random.below(12));
    if random.chance(80) {
        pod.spec.node_name = node;
    } else if random.chance(80) {
        pod.spec.node_affinity = Some(meant_for(node));
    }
    pod.status.phase = match random.below(6) {
        0 => PodPhase::Pending,
        1 => PodPhase::Failed,
        2 => PodPhase::Succeeded,
        _ => PodPhase::Running,
    };
    if random.chance(80) {
        pod.status.conditions.push(PodCondition {
            kind: "Ready".to_owned(),
            status: random
                .pick(&["True", "True", "False", "Unknown"])
                .to_owned(),
            last_transition_time: moment(random),
            ..PodCondition::default()
        });
    }
    pod
}

/// The controller's way of saying for which Node a Pod is.
fn meant_for(node: String) -> NodeAffinity {
    let field = NodeSelectorRequirement {
        key: "metadata.name".to_owned(),
        operator: "In".to_owned(),
        values: vec![node],
    };
    let term = NodeSelectorTerm {
        match_expressions: Vec::new(),
        match_fields: vec![field],
    };
    NodeAffinity {
        required: Some(NodeSelector {
            node_selector_terms: vec![term],
        }),
        preferred: Vec::new(),
    }
}

fn each(law: impl Fn(u64, &mut Random, Recorded)) {
    for seed in 0..CASES {
        let mut random = Random(seed);
        let recorded = Recorded::new(&mut random);
        law(seed, &mut random, recorded);
    }
}

#[test]
fn counters_are_parts_of_one_another() {
    let mut sums = [0; 6];
    for seed in 0..CASES {
        let recorded = Recorded::new(&mut Random(seed));
        let status = recorded.judge();
        let nodes = recorded.cluster.nodes();
        let eligibility = recorded.cluster.rules().judge_all(&nodes);
        assert_eq!(status.desired, eligibility.eligible(), "seed {seed}");
        assert!(status.current <= status.desired, "seed {seed}");
        assert!(status.ready <= status.current, "seed {seed}");
        assert!(status.available <= status.ready, "seed {seed}");
        let updated = status.updated.unwrap_or_default();
        assert!(updated <= status.current, "seed {seed}");
        let apart = status.desired - status.available;
        assert_eq!(status.unavailable, apart, "seed {seed}");
        assert!((status.desired + status.misscheduled) as usize <= nodes.len());
        let named = &status.misscheduled_nodes;
        assert_eq!(named.len(), status.misscheduled as usize, "seed {seed}");
        for misscheduled in named {
            let class = eligibility.class(misscheduled.node as usize).unwrap();
            assert!(!class.should_run, "seed {seed}");
            assert_eq!(misscheduled.keeps, class.should_continue_running);
            assert!(!misscheduled.pods.is_empty(), "seed {seed}");
        }
        for (sum, count) in sums.iter_mut().zip([
            status.desired,
            status.current,
            status.misscheduled,
            status.ready,
            updated,
            status.available,
        ]) {
            *sum += count;
        }
    }
    println!("desired, current, misscheduled, ready, updated, available: {sums:?}");
    assert!(sums.iter().all(|sum| *sum > 150), "{sums:?}");
}

#[test]
fn every_pod_of_the_daemon_set_is_somewhere_and_only_once() {
    each(|seed, _, recorded| {
        let found = recorded.judge().pods;
        let mut all: Vec<u32> = found.nodes.values().flatten().copied().collect();
        all.extend(&found.without_node);
        let counted = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), counted, "seed {seed}");
        let mut pods = recorded.pods.clone();
        pods.sort_by_key(|pod| (pod.metadata.namespace.clone(), pod.metadata.name.clone()));
        for (pod, position) in pods.iter().zip(0..) {
            let metadata = &pod.metadata;
            let controller = metadata.owner_references.first();
            let matches = metadata.labels.get("app") == Some("agent");
            let ended = matches!(pod.status.phase, PodPhase::Failed | PodPhase::Succeeded);
            let leaving = metadata.deletion_timestamp.is_some();
            let ours = match controller {
                Some(owner) => owner.uid == "ours",
                None => !leaving,
            };
            let counts = matches && ours && metadata.namespace == "default" && !(ended && leaving);
            let name = &metadata.name;
            assert_eq!(all.contains(&position), counts, "{name} of seed {seed}");
        }
    });
}

#[test]
fn the_order_of_pods_and_revisions_decides_nothing() {
    each(|seed, random, recorded| {
        let mut other = recorded.clone();
        random.shuffle(&mut other.pods);
        random.shuffle(&mut other.cluster.nodes);
        assert_eq!(recorded.counters(), other.counters(), "seed {seed}");
    });
}

#[test]
fn pods_of_others_are_not_counted() {
    each(|seed, random, recorded| {
        let mut more = recorded.clone();
        for number in 100..110 {
            let mut pod = pod(random, number);
            match random.below(3) {
                0 => pod.metadata.owner_references = vec![owner("theirs")],
                1 => "elsewhere".clone_into(&mut pod.metadata.namespace),
                _ => pod.metadata.labels = one("app", "other"),
            }
            more.pods.push(pod);
        }
        assert_eq!(recorded.counters(), more.counters(), "seed {seed}");
    });
}

#[test]
fn time_makes_pods_available_and_nothing_else() {
    each(|seed, _, mut recorded| {
        let mut before: Option<Counters> = None;
        for seconds in [NOW - 60, NOW, NOW + 30, NOW + 1_000] {
            recorded.now = Some(Time { seconds });
            let counters = recorded.counters();
            let (.., ready, updated, available, _) = counters;
            if let Some(before) = before {
                assert!(before.5 <= available, "seed {seed}");
                let (desired, current, misscheduled, ..) = counters;
                let others = (desired, current, misscheduled, ready, updated);
                let then = (before.0, before.1, before.2, before.3, before.4);
                assert_eq!(others, then, "seed {seed}");
            }
            if recorded.cluster.daemon_set.spec.min_ready_seconds == 0 {
                assert_eq!(available, ready, "seed {seed}");
            }
            before = Some(counters);
        }
        let waited = before.unwrap();
        recorded.now = None;
        let (without, with) = (recorded.judge().ready, waited.3);
        assert_eq!(without, with, "seed {seed}: being Ready asks for no clock");
    });
}

#[test]
fn a_node_that_leaves_takes_only_its_own_pods_along() {
    each(|seed, random, recorded| {
        let mut fewer = recorded.clone();
        let at = random.index(fewer.cluster.nodes.len());
        let gone = fewer.cluster.nodes.remove(at);
        let mut alone = recorded.clone();
        alone.cluster.nodes = vec![gone];
        let (all, fewer, alone) = (recorded.judge(), fewer.judge(), alone.judge());
        for count in [
            |s: &StatusJudgement| s.desired,
            |s: &StatusJudgement| s.current,
            |s: &StatusJudgement| s.misscheduled,
            |s: &StatusJudgement| s.ready,
            |s: &StatusJudgement| s.available,
            |s: &StatusJudgement| s.unavailable,
        ] {
            assert_eq!(count(&all), count(&fewer) + count(&alone), "seed {seed}");
        }
    });
}
