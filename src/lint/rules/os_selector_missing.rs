//! Nothing says which operating system the Pods need.
//!
//! ## Why
//! In a cluster with Windows Nodes, a DaemonSet without a selector runs on all of them: an image for Linux cannot be
//! pulled there, and the update waits for these Pods. Every Node has the label `kubernetes.io/os`.
//!
//! ## Invalid
//! ```yaml
//! kind: DaemonSet
//! apiVersion: apps/v1
//! metadata: {name: agent}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! kind: DaemonSet
//! apiVersion: apps/v1
//! metadata: {name: agent}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       nodeSelector: {kubernetes.io/os: linux}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! For clusters that will never have Windows Nodes.

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, Reads, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "os-selector-missing",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "In a cluster with Windows nodes the Pods are put there, too, and an image for Linux does not start.",
    help: "Set `nodeSelector` to `kubernetes.io/os: linux`.",
    say: &["nothing says which operating system the Pods need"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

/// Labels that say it, or that only Linux Nodes have.
const SAYING: &[&str] = &[
    "beta.kubernetes.io/os",
    "cloud.google.com/gke-accelerator",
    "cloud.google.com/gke-os-distribution",
    "kubernetes.azure.com/os-sku",
    "feature.node.kubernetes.io/",
    "kubernetes.io/hostname",
    "kubernetes.io/os",
    "node-role.kubernetes.io/control-plane",
    "node-role.kubernetes.io/master",
    "node.kubernetes.io/windows-build",
];

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let mut first = None;
    let mut is_mixed = context.nodes().is_empty();
    for node in context.nodes().iter() {
        let os = node.metadata.labels.get("kubernetes.io/os");
        is_mixed |= *first.get_or_insert(os) != os;
    }
    let pod = context.pod;
    let is_said = !pod.lacks("os") || pod.get("nodeName").exists() || context.demands_label(SAYING);
    if is_mixed && !is_said && !context.is_patch() {
        found.at(pod);
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Run on Linux alone")
        .changes_behaviour()
        .add_pair(spot.at, "nodeSelector", "kubernetes.io/os", "linux");
}
