use super::{PodTiming, Timing};
use crate::cluster::ClusterNodes;
use crate::order::{OrderedMap, sort};
use crate::simulation::scenario::{Change, NodeScenario, Scenario};

/// Nodes on which Pods take the same time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeClass {
    /// Positions, ascending.
    pub nodes: Vec<u32>,
    /// Of their Pods.
    pub timing: PodTiming,
}

impl Timing<'_> {
    /// The Nodes by how long Pods take there, in no order that says anything.
    ///
    /// Every Node is asked for every rule that goes by labels.
    #[must_use]
    pub fn classes(&self, nodes: &ClusterNodes) -> Vec<NodeClass> {
        let mut by_rules: OrderedMap<Vec<u32>, Vec<u32>> = OrderedMap::new();
        for (node, position) in nodes.iter().zip(0..) {
            let rules = self.rules.for_node(node);
            by_rules.or_insert_with(rules, Vec::new).push(position);
        }
        let mut by_timing: OrderedMap<PodTiming, Vec<u32>> = OrderedMap::new();
        for (rules, nodes) in by_rules {
            let timing = self.with(&rules);
            by_timing.or_insert_with(timing, Vec::new).extend(nodes);
        }
        let classes = by_timing.into_iter().map(|(timing, mut nodes)| {
            sort(&mut nodes);
            NodeClass { nodes, timing }
        });
        classes.collect()
    }

    /// Fills in how long Pods take, wherever the scenario says nothing for a Node. Its figures for all Nodes are replaced
    /// by those of the most numerous class, and hold for Nodes that join unless a rule is for them.
    #[must_use]
    pub fn fill_in(&self, mut scenario: Scenario, nodes: &ClusterNodes) -> Scenario {
        let classes = self.classes(nodes);
        let most = classes.iter().max_by_key(|class| class.nodes.len());
        let all = most.map_or_else(|| self.with(&[]), |class| class.timing.clone());
        scenario.startup_seconds = all.startup_seconds();
        scenario.termination_seconds = all.termination_seconds();
        let mut other = |name: &str, timing: &PodTiming| {
            if *timing == all {
                return;
            }
            let own = scenario
                .nodes
                .or_insert_with(name.to_owned(), NodeScenario::default);
            own.startup_seconds.get_or_insert(timing.startup_seconds());
            own.termination_seconds
                .get_or_insert(timing.termination_seconds());
        };
        for class in &classes {
            let members = class
                .nodes
                .iter()
                .filter_map(|node| nodes.get(*node as usize));
            members.for_each(|node| other(&node.metadata.name, &class.timing));
        }
        for event in &scenario.events {
            if let Change::SetNode(node) = &event.change
                && nodes.named(&node.metadata.name).is_empty()
            {
                other(&node.metadata.name, &self.on(node));
            }
        }
        scenario
    }
}
