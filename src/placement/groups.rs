use crate::controller::{NodeJudgement, TaintOutcome};
use crate::model::Taint;
use std::collections::BTreeMap;

/// One check that keeps a Pod off a Node.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The template names another Node.
    NodeName {
        /// The Node it names.
        wanted: String,
    },
    /// A pair of the node selector does not match.
    NodeSelector {
        /// The label.
        key: String,
        /// The value it must have.
        wanted: String,
    },
    /// No term of the required node affinity matches.
    NodeAffinity {
        /// How many terms there are.
        terms: u32,
    },
    /// A taint is not tolerated.
    Taint(Taint),
}

/// Nodes with the same verdict for the same reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// A daemon Pod is made there when there is none.
    pub should_run: bool,
    /// A daemon Pod that is there is left alone.
    pub should_continue_running: bool,
    /// Every failing check, in the order in which the controller asks; empty when eligible.
    pub reasons: Vec<Reason>,
    /// Positions of the Nodes, ascending.
    pub nodes: Vec<u32>,
}

/// Brings Nodes together that are answered alike: thousands of them read as a few lines.
///
/// `judged` gives each judgement with the positions of the Nodes that it holds for. What a Node passes does not part it
/// from others, only what it fails. The eligible group comes first, then the others by size, the largest first; of
/// equals the one with the first Node.
///
/// ```
/// use everynode::apiserver::{default_daemon_set, default_node};
/// use everynode::controller::DaemonPodRules;
/// use everynode::model::{DaemonSet, FeatureGates, Node, Taint, TaintEffect};
/// use everynode::placement::groups;
///
/// let rules = DaemonPodRules::new(&default_daemon_set(DaemonSet::default()), FeatureGates::default());
/// let mut gpu = Node::default();
/// gpu.spec.taints.push(Taint { key: "gpu".into(), value: String::new(), effect: TaintEffect::NoSchedule });
/// let (gpu, plain) = (default_node(gpu), default_node(Node::default()));
/// let groups = groups([(rules.judge(&gpu), vec![0]), (rules.judge(&plain), vec![1, 2])]);
/// assert_eq!(groups[0].nodes, [1, 2]);
/// assert!(groups[1].should_continue_running, "a NoSchedule taint keeps a Pod that is there");
/// ```
pub fn groups<'a>(judged: impl IntoIterator<Item = (NodeJudgement<'a>, Vec<u32>)>) -> Vec<Group> {
    let mut by_reasons: BTreeMap<Vec<Reason>, Group> = BTreeMap::new();
    for (judgement, nodes) in judged {
        let reasons = reasons(&judgement);
        by_reasons
            .entry(reasons.clone())
            .or_insert_with(|| Group {
                should_run: judgement.should_run,
                should_continue_running: judgement.should_continue_running,
                reasons,
                nodes: Vec::new(),
            })
            .nodes
            .extend(nodes);
    }
    let mut groups: Vec<Group> = by_reasons.into_values().collect();
    for group in &mut groups {
        group.nodes.sort_unstable();
    }
    groups.sort_by_key(|group| {
        let size = std::cmp::Reverse(group.nodes.len());
        (!group.should_run, size, group.nodes.first().copied())
    });
    groups
}

/// Every failing check of a Node, in the order in which the controller asks. Two taints in another order are the same
/// reasons.
#[must_use]
pub fn reasons(judgement: &NodeJudgement<'_>) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if let Some(name) = judgement.node_name.filter(|name| !name.matches) {
        reasons.push(Reason::NodeName {
            wanted: name.wanted.to_owned(),
        });
    }
    for pair in judgement.node_selector.iter().filter(|pair| !pair.matches) {
        reasons.push(Reason::NodeSelector {
            key: pair.key.to_owned(),
            wanted: pair.wanted.to_owned(),
        });
    }
    if let Some(affinity) = judgement.node_affinity.as_ref().filter(|a| !a.matches) {
        let terms = u32::try_from(affinity.terms.len()).unwrap_or(u32::MAX);
        reasons.push(Reason::NodeAffinity { terms });
    }
    let mut taints: Vec<&Taint> = judgement
        .taints
        .iter()
        .filter(|taint| matches!(taint.outcome, TaintOutcome::KeepsOut | TaintOutcome::Evicts))
        .map(|taint| taint.taint)
        .collect();
    taints.sort();
    taints.dedup();
    reasons.extend(taints.into_iter().cloned().map(Reason::Taint));
    reasons
}
