use super::is_virtual;
use super::node_demand::is_among;
use super::requests::{Amounts, Overhead};
use super::splits::Split;
use crate::cluster::ClusterNodes;
use crate::placement::NodeLabels;
use std::cell::{Cell, OnceCell};

/// The Nodes of the input. What takes a walk over all of them is asked once, however many DaemonSets there are.
#[derive(Debug)]
pub struct Fleet<'a> {
    pub(super) nodes: &'a ClusterNodes,
    /// Their labels, for slips.
    pub labels: NodeLabels<'a>,
    kinds: OnceCell<Vec<NodeKind>>,
    /// Nodes on which updates may still be played.
    plays: Cell<usize>,
    pub(super) rooms: OnceCell<Vec<Amounts>>,
    pub(super) overhead: OnceCell<Option<Overhead>>,
    pub(super) splits: OnceCell<Vec<Split>>,
}

/// What an image must be built for to run on a Node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NodeKind {
    Linux,
    Windows,
    /// Nothing runs there: it stands for a service that runs Pods somewhere else.
    Virtual,
}

impl<'a> Fleet<'a> {
    /// Of these Nodes nothing is asked yet.
    pub(super) fn new(nodes: &'a ClusterNodes) -> Self {
        Self {
            nodes,
            labels: NodeLabels::new(nodes),
            kinds: OnceCell::new(),
            plays: Cell::new(PLAYS),
            rooms: OnceCell::new(),
            overhead: OnceCell::new(),
            splits: OnceCell::new(),
        }
    }

    /// Whether one more update may be played on all Nodes.
    pub(super) fn may_play(&self) -> bool {
        let left = self.plays.get().checked_sub(self.nodes.len());
        self.plays.set(left.unwrap_or_default());
        left.is_some()
    }

    /// By position.
    pub(super) fn kinds(&self) -> &[NodeKind] {
        self.kinds.get_or_init(|| {
            let mut kinds = Vec::with_capacity(self.nodes.len());
            for node in self.nodes.iter() {
                let os = node.metadata.labels.get(OS);
                kinds.push(match is_virtual(node) {
                    true => NodeKind::Virtual,
                    false if os == Some("windows") => NodeKind::Windows,
                    false => NodeKind::Linux,
                });
            }
            kinds
        })
    }
}

/// Nodes on which updates are played, over all DaemonSets of an input. The rest are played on one Node each.
const PLAYS: usize = 100_000;

/// The label of the operating system.
pub(super) const OS: &str = "kubernetes.io/os";

/// Taints that say what state a Node is in, or what its image must be built for: they go by themselves, or are no matter of
/// tolerations.
const PASSING: &[&str] = &[
    "node.kubernetes.io/",
    "node.cloudprovider.kubernetes.io/",
    "startup-taint.cluster-autoscaler.kubernetes.io/",
    "ignore-taint.cluster-autoscaler.kubernetes.io/",
    "karpenter.sh/",
    "kubernetes.io/arch",
    "kubernetes.io/os",
    "os",
    "ToBeDeletedByClusterAutoscaler",
    "DeletionCandidateOfClusterAutoscaler",
];

/// Whether a taint comes and goes by itself, or says what images are built for.
pub(super) fn is_passing(key: &str) -> bool {
    // What starts on a Node keeps others away until it is ready: `node.cilium.io/agent-not-ready`.
    is_among(key, PASSING) || key.ends_with("not-ready") || key.ends_with("uninitialized")
}

/// Labels that tell kinds of Nodes apart. A cluster may have no Node of a kind today, and one tomorrow.
const KINDS: &[&str] = &[
    "kubernetes.io/",
    "beta.kubernetes.io/",
    "node.kubernetes.io/",
    "node-role.kubernetes.io/",
    "topology.kubernetes.io/",
    "failure-domain.beta.kubernetes.io/",
    "feature.node.kubernetes.io/",
    "cloud.google.com/",
    "eks.amazonaws.com/",
    "k8s.amazonaws.com/",
    "kubernetes.azure.com/",
    "accelerator",
    "agentpool",
    "karpenter.sh/",
    "karpenter.k8s.aws/",
    "node.openshift.io/",
    "node.kubevirt.io/",
    "nvidia.com/",
    "amd.com/",
    "intel.com/",
];

/// Whether a label is one that tells kinds of Nodes apart: that none of the given ones has it says little.
pub(super) fn tells_kinds_apart(key: &str) -> bool {
    is_among(key, KINDS)
}

/// Whether a label says what images are built for.
pub(super) fn tells_build_apart(key: &str) -> bool {
    matches!(key, OS | "kubernetes.io/arch")
        || matches!(key, "beta.kubernetes.io/os" | "beta.kubernetes.io/arch")
}
