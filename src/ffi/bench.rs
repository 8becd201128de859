use super::Session;
use crate::cluster::ClusterNodes;
use crate::controller::DaemonPodRules;
use crate::lint::Config;
use crate::model::{DaemonSet, Defaulted};
use crate::placement::{ClassReasons, NodeLabels, groups, rule_counts, taint_matrix};
use crate::simulation::{NodeScenario, RolloutInput, Scenario, Start, rollout};
use crate::workspace::Cluster;
use std::rc::Rc;

/// Parts of an answer alone, for `cargo xtask bench` to time: what a question costs without reading the texts and without
/// writing the answer. Only there with the feature `bench`.
///
/// The Nodes are as they come from the reader. What questions keep of them (columns of labels) is made by the first
/// [`evaluate`](Self::evaluate).
#[derive(Debug)]
pub struct Bench {
    cluster: Rc<Cluster>,
    nodes: ClusterNodes,
}

impl Session {
    /// The objects of the open texts, brought together and not judged yet.
    pub fn bench(&mut self) -> Bench {
        let cluster = self.workspace().cluster();
        let nodes = cluster.snapshot.nodes.iter();
        Bench {
            nodes: ClusterNodes::new(nodes.cloned()),
            cluster,
        }
    }

    /// What each rule costs alone on the open texts, in the order of the rules: how much a clock goes on meanwhile.
    pub fn rule_costs(&mut self, clock: &dyn Fn() -> f64) -> Vec<(&'static str, f64)> {
        self.workspace().rule_costs(&Config::default(), clock)
    }
}

impl Bench {
    /// From the typed objects to all that an answer says of the first DaemonSet: its rules parsed, every Node judged, the
    /// Nodes brought together by their reasons (as numbers: texts are made for what is shown), counts for every requirement and every taint. How many are eligible.
    #[must_use]
    pub fn evaluate(&self) -> u32 {
        let Some(judged) = self.cluster.daemon_sets.first() else {
            return 0;
        };
        let rules = DaemonPodRules::new(&judged.daemon_set, judged.rules.gates());
        let eligibility = rules.judge_all(&self.nodes);
        let reasons = ClassReasons::new(&rules, &eligibility, &self.nodes);
        let groups = groups(&eligibility, &reasons, &[], false);
        let counts = rule_counts(&rules, &eligibility, &NodeLabels::new(&self.nodes));
        let matrix = taint_matrix(&rules, &eligibility, &self.nodes);
        // Kept until here, as by somebody who reads it.
        drop(std::hint::black_box((groups, counts, matrix)));
        eligibility.eligible()
    }

    /// The update from the first DaemonSet to the second on all Nodes: Pods take 30 s to end, and 5 to 120 s to start,
    /// by Node. How many steps it takes, and how many seconds of the cluster.
    #[must_use]
    pub fn rollout(&self) -> Option<[u32; 2]> {
        let daemon_sets: Vec<&Defaulted<DaemonSet>> = self
            .cluster
            .daemon_sets
            .iter()
            .map(|judged| &judged.daemon_set)
            .collect();
        let (&[old, new], judged) = (daemon_sets.as_slice(), self.cluster.daemon_sets.first()?)
        else {
            return None;
        };
        let named = self.nodes.iter().zip(0_i64..).map(|(node, position)| {
            let scenario = NodeScenario {
                startup_seconds: Some(5 + position % 116),
                ..NodeScenario::default()
            };
            (node.metadata.name.clone(), scenario)
        });
        let scenario = Scenario {
            termination_seconds: 30,
            nodes: named.collect(),
            ..Scenario::default()
        };
        let course = rollout(RolloutInput {
            start: Start::Settled(old),
            new,
            nodes: &self.nodes,
            gates: judged.rules.gates(),
            scenario: &scenario,
        });
        let seconds = course.steps.last()?.time;
        let steps = u32::try_from(course.steps.len()).ok()?;
        Some([steps, u32::try_from(seconds).ok()?])
    }
}
