use super::names::{count, thousands};
use crate::placement::{Group, Reason};

/// The answer in one line: `runs on 7 of 12 nodes`.
///
/// ```
/// use everynode::words::verdict;
/// assert_eq!(verdict(7, 12), "runs on 7 of 12 nodes");
/// assert_eq!(verdict(12, 12), "runs on all 12 nodes");
/// assert_eq!(verdict(0, 0), "runs nowhere: there are no nodes");
/// ```
#[must_use]
pub fn verdict(eligible: usize, nodes: usize) -> String {
    match (eligible, nodes) {
        (_, 0) => "runs nowhere: there are no nodes".to_owned(),
        (1, 1) => "runs on the only node".to_owned(),
        (all, nodes) if all == nodes => format!("runs on all {}", count(nodes, "node")),
        (0, nodes) => format!("runs on none of {}", count(nodes, "node")),
        (some, nodes) => {
            format!("runs on {} of {}", thousands(some), count(nodes, "node"))
        }
    }
}

/// The heading of a group: what its Nodes have in common.
#[must_use]
pub fn group_title(group: &Group) -> &'static str {
    match group.reasons.as_slice() {
        [] => "Runs",
        [Reason::NodeName { .. }] => "Left out by name",
        [Reason::NodeSelector { .. }] => "Left out by the node selector",
        [Reason::NodeAffinity { .. }] => "Left out by node affinity",
        [Reason::Taint(_)] => "Left out by a taint",
        reasons if reasons.iter().all(|r| matches!(r, Reason::Taint(_))) => "Left out by taints",
        _ => "Left out for more than one reason",
    }
}

/// Why, with names: one sentence a reason, quoted text between backticks.
///
/// ```
/// use everynode::placement::Reason;
/// use everynode::words::reason_sentence;
/// let reason = Reason::NodeSelector { key: "disk".into(), wanted: "ssd".into() };
/// assert_eq!(reason_sentence(&reason), "The node selector wants `disk: ssd`.");
/// ```
#[must_use]
pub fn reason_sentence(reason: &Reason) -> String {
    match reason {
        Reason::NodeName { wanted } => format!("The template names the node `{wanted}`."),
        Reason::NodeSelector { key, wanted } => {
            format!("The node selector wants `{key}: {wanted}`.")
        }
        Reason::NodeAffinity { terms: 0 } => {
            "The required node affinity has no terms, so it matches no node.".to_owned()
        }
        Reason::NodeAffinity { terms: 1 } => {
            "The one term of the required node affinity does not match.".to_owned()
        }
        Reason::NodeAffinity { terms } => {
            format!("None of the {terms} terms of the required node affinity matches.")
        }
        Reason::Taint(taint) => format!("The taint `{taint}` is not tolerated."),
    }
}
