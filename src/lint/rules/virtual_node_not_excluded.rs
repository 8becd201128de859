//! Pods with host access are let onto virtual Nodes.
//!
//! ## Why
//! A virtual Node (virtual-kubelet, Fargate) stands for a service that runs Pods somewhere else. It has a taint, so that
//! ordinary Pods stay away; one that tolerates everything is put there, cannot have the host's network, files or
//! processes, and stays Pending for ever. An affinity keeps it away.
//!
//! ## Invalid
//! ```yaml
//! hostNetwork: true
//! tolerations:
//! - operator: Exists
//! ```
//!
//! ## Valid
//! ```yaml
//! hostNetwork: true
//! tolerations:
//! - operator: Exists
//! affinity:
//!   nodeAffinity:
//!     requiredDuringSchedulingIgnoredDuringExecution:
//!       nodeSelectorTerms:
//!       - matchExpressions:
//!         - {key: type, operator: NotIn, values: [virtual-kubelet]}
//! ```
//!
//! ## When to switch off
//! For clusters that will never have virtual Nodes.

use crate::diagnostic::Severity;
use crate::lint::{Context, Preset, Reads, Rule, Spots, is_virtual};

pub(super) static RULE: Rule = Rule {
    id: "virtual-node-not-excluded",
    severity: Severity::Info,
    preset: Preset::Strict,
    reads: Reads::DAEMON_SETS,
    why: "A virtual node runs Pods somewhere else: what reaches for its node stays Pending there.",
    help: "Exclude `type: virtual-kubelet` or `eks.amazonaws.com/compute-type: fargate` by an affinity.",
    say: &["the Pods reach for their node, and virtual nodes are not excluded"],
    look,
    ..Rule::NEW
};

/// What every Node has, virtual or not.
const COMMON: &[&str] = &[
    "kubernetes.io/os",
    "kubernetes.io/arch",
    "beta.kubernetes.io/os",
    "beta.kubernetes.io/arch",
];

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let nodes = context.nodes();
    let are_known = !nodes.is_empty() && !nodes.iter().any(|node| is_virtual(node));
    // Any other label is one that a virtual Node does not have, or one by which it is excluded.
    let is_chosen = context
        .demands()
        .iter()
        .any(|demand| !COMMON.contains(&demand.key));
    if are_known || is_chosen || !context.has_host_access() {
        return;
    }
    for toleration in context.tolerations() {
        if toleration.is_keyless() && toleration.has_effect("NoSchedule") {
            found.at(toleration.view);
            return;
        }
    }
}
