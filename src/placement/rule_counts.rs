use super::nearest;
use crate::cluster::ClusterNodes;
use crate::controller::{DaemonPodRules, Eligibility};
use crate::matching::NodeRequirement;
use crate::model::Node;
use std::collections::BTreeSet;

/// How many Nodes fulfil each requirement of a template, taints apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleCounts {
    /// For each pair of the node selector, in its order.
    pub node_selector: Vec<RequirementCount>,
    /// For each term, its own count and those of its requirements; empty without required node affinity.
    pub terms: Vec<(u32, Vec<RequirementCount>)>,
    /// Nodes that fulfil all of it, the Node's name included.
    pub all: u32,
}

/// How many Nodes fulfil one requirement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequirementCount {
    /// Nodes.
    pub matches: u32,
    /// Where no Node fulfils it: the key or value that Nodes have and that looks like a slip of the one asked for.
    pub nearest: Option<String>,
}

/// Labels are looked for among this many Nodes: a slip that shows nowhere there is not worth the walk.
const LOOKED_AT: usize = 2000;

/// Counts, for one DaemonSet, the Nodes at each branch of what its template asks for.
#[must_use]
pub fn rule_counts(
    rules: &DaemonPodRules,
    eligibility: &Eligibility,
    nodes: &ClusterNodes,
) -> RuleCounts {
    // Nodes of one class fulfil the same requirements, so that its first one stands for all.
    let classes: Vec<(&Node, u32)> = eligibility
        .requirement_classes
        .iter()
        .filter_map(|class| Some((&**nodes.get(class.first as usize)?, class.count)))
        .collect();
    let count = |test: &dyn Fn(&Node) -> bool| -> u32 {
        let fulfilling = classes.iter().filter(|(node, _)| test(node));
        fulfilling.map(|(_, count)| count).sum()
    };
    let affinity = rules.affinity();
    let node_selector = affinity.node_selector.iter().map(|(key, value)| {
        let matches = count(&|node| node.metadata.labels.get(key) == Some(value));
        let slip = || nearest_label(nodes, key, &[value.to_owned()]);
        RequirementCount {
            matches,
            nearest: (matches == 0).then(slip).flatten(),
        }
    });
    let requirement = |requirement: &NodeRequirement| {
        let Ok(test) = &requirement.test else {
            return RequirementCount::default();
        };
        let matches = count(&|node| test.matches(node));
        let slip = || match requirement.on_field {
            true => nearest_name(nodes, &requirement.written.values),
            false => nearest_label(nodes, &requirement.written.key, &requirement.written.values),
        };
        RequirementCount {
            matches,
            nearest: (matches == 0).then(slip).flatten(),
        }
    };
    let terms = affinity.terms.iter().flatten().map(|term| {
        let matches = count(&|node| term.matches(node));
        let requirements = term.requirements.iter().map(requirement);
        (matches, requirements.collect())
    });
    let matching = eligibility.requirement_classes.iter();
    RuleCounts {
        node_selector: node_selector.collect(),
        terms: terms.collect(),
        all: matching.filter(|c| c.matches).map(|c| c.count).sum(),
    }
}

/// The nearest key that Nodes have or, where they have the key, the nearest value.
fn nearest_label(nodes: &ClusterNodes, key: &str, values: &[String]) -> Option<String> {
    let mut keys: BTreeSet<&str> = BTreeSet::new();
    let mut present: BTreeSet<&str> = BTreeSet::new();
    for node in nodes.iter().take(LOOKED_AT) {
        let labels = &node.metadata.labels;
        match labels.get(key) {
            Some(value) => _ = present.insert(value),
            None if present.is_empty() => keys.extend(labels.iter().map(|(key, _)| key)),
            None => {}
        }
    }
    let nearest =
        |wanted: &str, present: BTreeSet<&str>| nearest(wanted, present).map(ToOwned::to_owned);
    if present.is_empty() {
        return nearest(key, keys);
    }
    values
        .iter()
        .find_map(|value| nearest(value, present.clone()))
}

/// The nearest name of a Node.
fn nearest_name(nodes: &ClusterNodes, values: &[String]) -> Option<String> {
    let names = || nodes.iter().map(|node| node.metadata.name.as_str());
    let found = values.iter().find_map(|value| nearest(value, names()));
    found.map(ToOwned::to_owned)
}
