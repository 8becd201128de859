use super::names::{count, thousands};
use crate::placement::{NodeVerdict, Reason, Reasons};

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
pub fn group_title(verdict: NodeVerdict, reasons: &Reasons) -> &'static str {
    match verdict {
        NodeVerdict::Runs => return "Runs",
        NodeVerdict::PodNotAvailable => return "Eligible, but its Pod is not available",
        NodeVerdict::AwaitsPod => return "Eligible, waits for its Pod",
        NodeVerdict::KeepsPod => return "Not eligible, keeps its Pod",
        NodeVerdict::LosesPod => return "Not eligible, loses its Pod",
        NodeVerdict::LeftOut => {}
    }
    match reasons.named.as_slice() {
        [] => "Left out",
        [Reason::NodeName { .. }] => "Left out by name",
        [Reason::NodeSelector { .. }] => "Left out by the node selector",
        [Reason::NodeAffinity { .. }] => "Left out by node affinity",
        [Reason::Taint(_)] => "Left out by a taint",
        reasons if reasons.iter().all(|r| matches!(r, Reason::Taint(_))) => "Left out by taints",
        reasons
            if reasons
                .iter()
                .all(|r| matches!(r, Reason::NodeSelector { .. })) =>
        {
            "Left out by the node selector"
        }
        _ => "Left out for more than one reason",
    }
}

/// What a group is left out by, to stand behind a count: `2 left out by one taint`. Empty without reasons.
#[must_use]
pub fn cause(reasons: &Reasons) -> String {
    match reasons.named.as_slice() {
        [] => String::new(),
        [Reason::NodeName { .. }] => "by name".to_owned(),
        [Reason::NodeAffinity { .. }] => "by node affinity".to_owned(),
        [Reason::Taint(_)] => "by one taint".to_owned(),
        reasons if reasons.iter().all(|r| matches!(r, Reason::Taint(_))) => {
            format!("by {}", count(reasons.len(), "taint"))
        }
        reasons
            if reasons
                .iter()
                .all(|r| matches!(r, Reason::NodeSelector { .. })) =>
        {
            "by the node selector".to_owned()
        }
        named => format!("for {}", count(named.len() + reasons.unnamed, "reason")),
    }
}
