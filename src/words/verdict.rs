use super::names::{count, name_list, thousands};
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
        (0, 1) => "does not run on the only node".to_owned(),
        (all, nodes) if all == nodes => format!("runs on all {}", count(nodes, "node")),
        (0, nodes) => format!("runs on none of {}", count(nodes, "node")),
        (some, nodes) => {
            format!("runs on {} of {}", thousands(some), count(nodes, "node"))
        }
    }
}

/// The heading of a group: what its Nodes have in common.
#[must_use]
pub fn group_title(verdict: NodeVerdict, reasons: &Reasons) -> String {
    let title = match verdict {
        NodeVerdict::Runs => "Runs",
        NodeVerdict::PodNotAvailable => "Eligible, but its Pod is not available",
        NodeVerdict::AwaitsPod => "Eligible, waits for its Pod",
        NodeVerdict::KeepsPod => "Not eligible, keeps its Pod",
        NodeVerdict::LosesPod => "Not eligible, loses its Pod",
        NodeVerdict::LeftOut if reasons.named.is_empty() => "Left out",
        NodeVerdict::LeftOut => return format!("Left out by {}", deciders(reasons, "a taint")),
    };
    title.to_owned()
}

/// What a group is left out by, to stand behind a count: `2 left out by one taint`. Empty without reasons.
#[must_use]
pub fn cause(reasons: &Reasons) -> String {
    match reasons.named.is_empty() {
        true => String::new(),
        false => format!("by {}", deciders(reasons, "one taint")),
    }
}

/// `the node selector and 2 taints`: each rule once. A single taint is called `one`.
fn deciders(reasons: &Reasons, one: &'static str) -> String {
    let has = |is: fn(&Reason) -> bool| reasons.named.iter().any(is);
    let taints = reasons.named.iter();
    let taints = taints.filter(|r| matches!(r, Reason::Taint(_))).count();
    let taints = match taints {
        0 => None,
        1 => Some(one.to_owned()),
        several => Some(count(several, "taint")),
    };
    let rules = [
        (has(|r| matches!(r, Reason::NodeName { .. })), "name"),
        (
            has(|r| matches!(r, Reason::NodeSelector { .. })),
            "the node selector",
        ),
        (
            has(|r| matches!(r, Reason::NodeAffinity { .. })),
            "node affinity",
        ),
    ];
    let all: Vec<&str> = rules
        .into_iter()
        .filter_map(|(there, rule)| there.then_some(rule))
        .chain(taints.as_deref())
        .collect();
    name_list(&all, all.len())
}
