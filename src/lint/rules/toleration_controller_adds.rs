//! The DaemonSet controller adds this very toleration to every Pod.
//!
//! ## Why
//! Every daemon Pod tolerates `not-ready` and `unreachable` with `NoExecute`, `disk-pressure`, `memory-pressure`,
//! `pid-pressure` and `unschedulable` with `NoSchedule`, and under `hostNetwork` also `network-unavailable`. Written into
//! the template they change nothing, make the list longer, and let readers believe that without them the Pods would
//! leave.
//!
//! ## Invalid
//! ```yaml
//! tolerations:
//! - {key: node.kubernetes.io/disk-pressure, operator: Exists, effect: NoSchedule}
//! - {key: dedicated, operator: Exists}
//! ```
//!
//! ## Valid
//! ```yaml
//! tolerations:
//! - {key: node.kubernetes.io/not-ready, operator: Exists, effect: NoSchedule}
//! - {key: dedicated, operator: Exists}
//! ```
//!
//! ## When to switch off
//! Where the list documents on purpose what the Pods tolerate.
//!
//! Upstream: pkg/controller/daemon/util/daemonset_util.go AddOrUpdateDaemonPodTolerations (v1.36.3)

use crate::controller::TolerationReason;
use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, Reads, Rule, Spot, Spots};
use crate::matching::{key_agrees, same_toleration};
use crate::model::Taint;

pub(super) static RULE: Rule = Rule {
    id: "toleration-controller-adds",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "The DaemonSet controller adds it to every Pod by itself.",
    help: "Remove it.",
    say: &["the toleration of `{0}` changes nothing: the controller adds it"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let is_on_host_network = context.on_host_network();
    let list = context.tolerations();
    let overlaps = context.overlaps();
    for own in &list {
        let is_added = TolerationReason::ALL.into_iter().any(|why| {
            (why != TolerationReason::NetworkUnavailable || is_on_host_network)
                && same_toleration(&why.toleration(), own.typed)
        });
        // Behind one with seconds, the controller's own would come too late.
        let taint = Taint {
            key: own.typed.key.clone(),
            ..Taint::default()
        };
        let mut seconds = list
            .iter()
            .filter(|other| other.typed.toleration_seconds.is_some());
        let is_first = !seconds.any(|other| key_agrees(other.typed, &taint));
        let is_plain = !overlaps.iter().any(|overlap| overlap.own.view.is(own.view));
        if is_added && is_first && is_plain {
            let spot = found.at(own.view).word(own.name());
            context.removable(own, spot);
        }
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Remove it").remove_whole(spot);
}
