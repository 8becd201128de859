use super::NodeLabels;
use crate::controller::{DaemonPodRules, Eligibility, fulfilling_pair, fulfilling_term};
use crate::matching::NodeSelectorTermMatcher;

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

/// Counts, for one DaemonSet, the Nodes at each branch of what its template asks for.
#[must_use]
pub fn rule_counts(
    rules: &DaemonPodRules,
    eligibility: &Eligibility,
    labels: &NodeLabels<'_>,
) -> RuleCounts {
    let affinity = rules.affinity();
    let mut node_selector = Vec::with_capacity(affinity.node_selector.len());
    for (key, value) in affinity.node_selector.iter() {
        let matches = fulfilling_pair(labels.nodes(), key, value).len();
        let slip = || labels.nearest_label(key, [value]);
        node_selector.push(RequirementCount {
            matches,
            nearest: (matches == 0).then(slip).flatten(),
        });
    }
    let terms = affinity.asked_terms().iter();
    let matching = eligibility.requirement_classes.iter();
    RuleCounts {
        node_selector,
        terms: terms.map(|term| count_term(term, labels)).collect(),
        all: matching.filter(|c| c.matches).map(|c| c.count).sum(),
    }
}

/// How many Nodes fulfil a term, and how many each of its requirements.
fn count_term(
    term: &NodeSelectorTermMatcher,
    labels: &NodeLabels<'_>,
) -> (u32, Vec<RequirementCount>) {
    let (all, sets) = fulfilling_term(labels.nodes(), term);
    let mut counts = Vec::with_capacity(sets.len());
    for (requirement, set) in term.requirements.iter().zip(sets) {
        let Some(set) = set else {
            counts.push(RequirementCount::default());
            continue;
        };
        let matches = set.len();
        let written = &requirement.written;
        let values = written.values.iter().map(String::as_str);
        let slip = || match requirement.on_field {
            true => labels.nearest_name(values),
            false => labels.nearest_label(&written.key, values),
        };
        counts.push(RequirementCount {
            matches,
            nearest: (matches == 0).then(slip).flatten(),
        });
    }
    (all.len(), counts)
}
