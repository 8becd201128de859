//! Small clusters from small alphabets, so that things meet.

use crate::random::Random;
use everynode::apiserver::{default_daemon_set, default_node};
use everynode::cluster::ClusterNodes;
use everynode::controller::DaemonPodRules;
use everynode::model::{
    DaemonSet, FeatureGates, Node, NodeAffinity, NodeSelector, NodeSelectorRequirement,
    NodeSelectorTerm, PodSpec, StringMap, Taint, TaintEffect, Toleration, TolerationOperator,
};

const KEYS: [&str; 4] = ["disk", "gen", "zone", "x/y"];
const VALUES: [&str; 7] = ["", "a", "b", "5", "05", "-3", "10"];
const TAINTS: [&str; 6] = [
    "dedicated",
    "gpu",
    "node.kubernetes.io/not-ready",
    "node.kubernetes.io/unreachable",
    "node.kubernetes.io/unschedulable",
    "node.kubernetes.io/network-unavailable",
];
const EFFECTS: [&str; 5] = ["NoSchedule", "NoExecute", "PreferNoSchedule", "", "Never"];

/// One DaemonSet and the Nodes of a cluster, as somebody writes them.
#[derive(Clone, Debug)]
pub(super) struct Cluster {
    pub(super) daemon_set: DaemonSet,
    pub(super) nodes: Vec<Node>,
    pub(super) gates: FeatureGates,
}

impl Cluster {
    pub(super) fn new(random: &mut Random) -> Self {
        let count = 1 + random.below(12);
        let mut cluster = Self {
            daemon_set: DaemonSet::default(),
            nodes: (0..count).map(|position| node(random, position)).collect(),
            gates: FeatureGates {
                taint_toleration_comparison_operators: random.chance(50),
            },
        };
        let metadata = &mut cluster.daemon_set.metadata;
        "agent".clone_into(&mut metadata.name);
        "default".clone_into(&mut metadata.namespace);
        "ours".clone_into(&mut metadata.uid);
        cluster.daemon_set.spec.template.spec = pod_spec(random);
        cluster
    }

    pub(super) fn template(&mut self) -> &mut PodSpec {
        &mut self.daemon_set.spec.template.spec
    }

    pub(super) fn rules(&self) -> DaemonPodRules {
        DaemonPodRules::new(&default_daemon_set(self.daemon_set.clone()), self.gates)
    }

    pub(super) fn nodes(&self) -> ClusterNodes {
        ClusterNodes::new(self.nodes.iter().cloned().map(default_node))
    }

    /// By name of the Node, whether a Pod comes and whether one stays.
    pub(super) fn verdicts(&self) -> Vec<(String, bool, bool)> {
        let (rules, nodes) = (self.rules(), self.nodes());
        let verdicts = nodes.iter().map(|node| {
            let judgement = rules.judge(node);
            let name = node.metadata.name.clone();
            (
                name,
                judgement.should_run,
                judgement.should_continue_running,
            )
        });
        verdicts.collect()
    }
}

fn labels(random: &mut Random, most: u64) -> StringMap {
    let pairs = random.some(most, |random| (random.pick(&KEYS), random.pick(&VALUES)));
    pairs.into_iter().collect()
}

fn effect(random: &mut Random) -> TaintEffect {
    // Mostly one that decides.
    let known = random.chance(85);
    TaintEffect::parse(random.pick(if known { &EFFECTS[..2] } else { &EFFECTS }))
}

fn taint(random: &mut Random) -> Taint {
    Taint {
        key: random.pick(&TAINTS).to_owned(),
        value: random.pick(&VALUES).to_owned(),
        effect: effect(random),
    }
}

fn node(random: &mut Random, position: u64) -> Node {
    let mut node = Node::default();
    node.metadata.name = format!("node-{position}");
    node.metadata.labels = labels(random, 4);
    if random.chance(50) {
        node.spec.taints = random.some(3, taint);
    }
    node
}

pub(super) fn toleration(random: &mut Random) -> Toleration {
    let operator = random.pick(&["", "Equal", "Exists", "Exists", "Lt", "Gt", "Like"]);
    let any_key = random.chance(10);
    let effect = random.chance(60).then(|| effect(random));
    Toleration {
        key: if any_key { "" } else { random.pick(&TAINTS) }.to_owned(),
        operator: TolerationOperator::parse(operator),
        value: random.pick(&VALUES).to_owned(),
        effect,
        toleration_seconds: random.chance(20).then(|| random.seconds(300)),
    }
}

pub(super) fn requirement(random: &mut Random) -> NodeSelectorRequirement {
    let operator = random.pick(&[
        "In",
        "In",
        "NotIn",
        "Exists",
        "DoesNotExist",
        "Gt",
        "Lt",
        "in",
    ]);
    // As many values as the operator takes, most of the time.
    let most = match operator {
        "Exists" | "DoesNotExist" => 0,
        "Gt" | "Lt" => 1,
        _ => 3,
    };
    let most = if random.chance(5) { 2 } else { most };
    NodeSelectorRequirement {
        key: random.pick(&KEYS).to_owned(),
        operator: operator.to_owned(),
        values: random.some(most, |random| random.pick(&VALUES).to_owned()),
    }
}

fn field(random: &mut Random) -> NodeSelectorRequirement {
    let any = random.chance(10);
    NodeSelectorRequirement {
        key: if any { "metadata.uid" } else { "metadata.name" }.to_owned(),
        operator: random.pick(&["In", "NotIn", "Exists"]).to_owned(),
        values: vec![format!("node-{}", random.below(12))],
    }
}

pub(super) fn term(random: &mut Random) -> NodeSelectorTerm {
    NodeSelectorTerm {
        match_expressions: random.some(2, requirement),
        match_fields: if random.chance(20) {
            random.some(2, field)
        } else {
            Vec::new()
        },
    }
}

fn pod_spec(random: &mut Random) -> PodSpec {
    let mut template = PodSpec {
        host_network: random.chance(30),
        tolerations: random.some(4, toleration),
        ..PodSpec::default()
    };
    if random.chance(5) {
        template.node_name = format!("node-{}", random.below(12));
    }
    if random.chance(25) {
        template.node_selector = labels(random, 2);
    }
    if random.chance(45) {
        let required = random.chance(95).then(|| NodeSelector {
            node_selector_terms: random.some(3, term),
        });
        template.node_affinity = Some(NodeAffinity {
            required,
            preferred: Vec::new(),
        });
    }
    template
}
