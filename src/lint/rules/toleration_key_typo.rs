//! The key of a toleration is one slip away from a well-known taint.
//!
//! ## Why
//! Kubernetes compares keys letter by letter and knows no list of them: a key with a slip tolerates a taint that no Node
//! has, and the Nodes with the right one stay without Pods.
//!
//! ## Invalid
//! ```yaml
//! tolerations:
//! - {key: node-role.kubernetes.io/contol-plane, operator: Exists, effect: NoSchedule}
//! ```
//!
//! ## Valid
//! ```yaml
//! tolerations:
//! - {key: node-role.kubernetes.io/control-plane, operator: Exists, effect: NoSchedule}
//! ```
//!
//! ## When to switch off
//! Where Nodes of yours really have a taint of that name.

use crate::lint::{Context, Mend, Reads, Rule, Spot, Spots};
use crate::placement::nearest;

pub(super) static RULE: Rule = Rule {
    id: "toleration-key-typo",
    reads: Reads::DAEMON_SETS,
    why: "Keys are compared letter by letter: it tolerates a taint that no node has.",
    help: "Write the key as the taint has it.",
    say: &["no node has the taint `{0}`; there is one called `{1}`"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

/// Taints that Kubernetes, its distributions and the best known add-ons set. Short ones are easily one letter apart.
const KNOWN: &[&str] = &[
    "CriticalAddonsOnly",
    "DeletionCandidateOfClusterAutoscaler",
    "ToBeDeletedByClusterAutoscaler",
    "eks.amazonaws.com/compute-type",
    "karpenter.sh/disrupted",
    "karpenter.sh/unregistered",
    "kubernetes.azure.com/scalesetpriority",
    "node-role.kubernetes.io/control-plane",
    "node-role.kubernetes.io/controlplane",
    "node-role.kubernetes.io/master",
    "node.cilium.io/agent-not-ready",
    "node.cloudprovider.kubernetes.io/shutdown",
    "node.cloudprovider.kubernetes.io/uninitialized",
    "node.kubernetes.io/disk-pressure",
    "node.kubernetes.io/memory-pressure",
    "node.kubernetes.io/network-unavailable",
    "node.kubernetes.io/not-ready",
    "node.kubernetes.io/out-of-service",
    "node.kubernetes.io/pid-pressure",
    "node.kubernetes.io/unreachable",
    "node.kubernetes.io/unschedulable",
    "virtual-kubelet.io/provider",
];

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let list = context.tolerations();
    for toleration in &list {
        let key = toleration.view.get("key");
        if let Some(known) = nearest(key.text(), KNOWN.iter().copied())
            && !context.a_node_is_tainted(key.text())
            && !list.iter().any(|other| other.is_for_key(known))
        {
            found.at(key).word(key.text()).word(known);
        }
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Write the key as the taint has it")
        .changes_behaviour()
        .set(spot.at, spot.said(1));
}
