use super::names::{count, name_list};
use crate::simulation::{Fix, HoldReason, Remedy};

/// Names that are said one by one.
const NAMED: usize = 5;

/// Why a Node, or each of several, holds an update up: `the new Pod does not become Ready`.
#[must_use]
pub fn hold_reason(reason: HoldReason) -> &'static str {
    match reason {
        HoldReason::NodeGone => "the node is gone, and the Pod is not collected yet",
        HoldReason::NodeSilent => "no kubelet answers there, and the Pod counts as unavailable",
        HoldReason::NeverReady => "the new Pod does not become Ready",
        HoldReason::Unschedulable => "the new Pod stays Pending",
        HoldReason::PortsTaken => {
            "the new Pod stays Pending: the old one has the ports of the node that it wants"
        }
        HoldReason::OldUnavailable => "the old Pod is not available",
        HoldReason::Missing => "there is no Pod yet",
        HoldReason::Terminating => "the Pod is being deleted",
        HoldReason::Starting => "the new Pod is starting",
        HoldReason::NotYetAvailable => {
            "the new Pod is Ready, and not yet for as long as `minReadySeconds` asks"
        }
        HoldReason::SeveralPods => "there are several Pods",
    }
}

/// What to do to free an update, and what it leads to: ``raise `maxUnavailable` to 2``. `names` are those of the Nodes
/// concerned.
#[must_use]
pub fn remedy(remedy: &Remedy, names: &[&str]) -> String {
    let on = match names.len() {
        0..=NAMED => name_list(names, NAMED),
        many => count(many, "node"),
    };
    match remedy.fix {
        Fix::MaxUnavailable(limit) => format!("raise `maxUnavailable` to {limit}"),
        Fix::MaxSurge(limit) => format!("raise `maxSurge` to {limit}"),
        Fix::DeletePods => format!("delete the old Pods on {on}"),
        Fix::ForceDeletePods => format!("delete the Pods on {on} with `--force`"),
        Fix::Undo => "undo the update".to_owned(),
        Fix::WithoutSurge => "set `maxSurge` to 0 and `maxUnavailable` to 1".to_owned(),
        Fix::DeleteNodes => format!("remove {on} from the cluster"),
    }
}
