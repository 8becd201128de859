use super::requirement::{affinity_fails, nodes_have, none_of_the_terms, quoted};
use super::toleration::taint_fails;
use crate::cluster::ClusterNodes;
use crate::controller::DaemonPodRules;
use crate::model::TaintEffect;
use crate::order::sorted_unique;
use crate::placement::{Group, NodeVerdict, Reason};

/// Nodes of a group whose labels are looked at for what they have in common.
const LOOKED_AT: usize = 1000;

/// Why the Nodes of a group are answered as they are: one to three sentences, quoted text between backticks.
///
/// `pods_given` is whether the input says anything of Pods.
#[must_use]
pub fn group_sentence(
    group: &Group,
    rules: &DaemonPodRules,
    nodes: &ClusterNodes,
    pods_given: bool,
) -> String {
    let one = group.nodes.len() == 1;
    let before = match (group.verdict, one) {
        (NodeVerdict::Runs, _) if !pods_given => {
            return "Eligible: a Pod is made there.".to_owned();
        }
        (NodeVerdict::Runs, true) => return "Eligible, and its Pod is available.".to_owned(),
        (NodeVerdict::Runs, false) => return "Eligible, and each Pod is available.".to_owned(),
        (NodeVerdict::PodNotAvailable, _) => {
            return "A Pod is there, but it is not available.".to_owned();
        }
        (NodeVerdict::AwaitsPod, _) => return "The controller makes a Pod there.".to_owned(),
        (NodeVerdict::KeepsPod, _) => "No new Pod is made, and the Pod that is there stays. ",
        // A taint that drives Pods away says so itself.
        (NodeVerdict::LosesPod, _) if evicted(&group.reasons.named) => "",
        (NodeVerdict::LosesPod, _) => "The controller deletes the Pod that is there. ",
        (NodeVerdict::LeftOut, _) => "",
    };
    let sentences: Vec<String> = group
        .reasons
        .named
        .iter()
        .take(3)
        .map(|reason| reason_sentence(reason, group, rules, nodes))
        .collect();
    let all = group.reasons.named.len() + group.reasons.unnamed;
    let more = all.saturating_sub(sentences.len());
    let after = match more {
        0 => String::new(),
        1 => " One more reason.".to_owned(),
        more => format!(" {more} more reasons."),
    };
    format!("{before}{}{after}", sentences.join(" "))
}

fn evicted(reasons: &[Reason]) -> bool {
    let mut taints = reasons.iter();
    taints.any(|r| matches!(r, Reason::Taint(taint) if taint.effect == TaintEffect::NoExecute))
}

/// One reason with its evidence: a sentence with its final stop.
fn reason_sentence(
    reason: &Reason,
    group: &Group,
    rules: &DaemonPodRules,
    nodes: &ClusterNodes,
) -> String {
    let members = || {
        let positions = group.nodes.iter().take(LOOKED_AT);
        positions.filter_map(|position| nodes.get(*position as usize))
    };
    match reason {
        Reason::NodeName { wanted } => {
            format!("The template names the node `{wanted}`, and no other.")
        }
        Reason::NodeSelector { key, wanted } => {
            let values = sorted_unique(members().map(|node| node.metadata.labels.get(key)));
            let have = nodes_have(group.nodes.len(), &values);
            format!("`{key}` must be {}; {have}.", quoted(wanted))
        }
        // Nothing more is said of several terms, so that thousands of them are not judged for it.
        Reason::NodeAffinity { terms: terms @ 3.. } => format!("{}.", none_of_the_terms(*terms)),
        Reason::NodeAffinity { .. } => {
            let judged = members().filter_map(|node| rules.judge_node_affinity(node));
            format!("{}.", affinity_fails(&judged.collect::<Vec<_>>()))
        }
        Reason::Taint(taint) => taint_fails(&rules.judge_taint(taint), rules),
    }
}
