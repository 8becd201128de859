use super::claim::{Claim, KIND, claim};
use crate::cluster::{ClusterPods, Snapshot};
use crate::matching::Selector;
use crate::model::{DaemonSet, Defaulted, Pod, PodPhase};
use crate::order::{OrderedMap, sort_by_key};

/// The Pods of a DaemonSet, by the Node that each is meant for. Pods are positions in [`ClusterPods`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PodsByNode {
    /// By name of the Node, whether there is such a Node or not. The Pods of a Node are in the controller's order: the
    /// first is the one that counts.
    pub nodes: OrderedMap<String, Vec<u32>>,
    /// Orphans that the controller takes over. They count already.
    pub adopted: Vec<u32>,
    /// Pods that the controller lets go, because the selector does not match them. They count no more.
    pub released: Vec<u32>,
    /// Pods whose Node cannot be told. They are not counted.
    pub without_node: Vec<u32>,
}

/// Finds the Pods of a DaemonSet and groups them by Node. Pods that have ended and are being deleted are left out.
///
/// Upstream: pkg/controller/daemon/daemon_controller.go getNodesToDaemonPods (v1.36.3)
///
/// # Errors
/// Kubernetes' text when the DaemonSet's selector cannot be parsed. The controller then does nothing.
pub fn pods_by_node(
    daemon_set: &Defaulted<DaemonSet>,
    snapshot: &Snapshot,
) -> Result<PodsByNode, String> {
    let selector = Selector::from_label_selector(daemon_set.spec.selector.as_ref())?;
    let pods = &snapshot.pods;
    let mut found = PodsByNode::default();
    for position in pods.owned_or_orphaned(KIND, &daemon_set.metadata) {
        let Some(pod) = pods.get(position) else {
            continue;
        };
        let claim = claim(&daemon_set.metadata, &selector, &pod.metadata);
        match claim {
            Claim::Adopted => found.adopted.push(position),
            Claim::Released => found.released.push(position),
            Claim::Owned | Claim::Ignored => {}
        }
        let ended = matches!(pod.status.phase, PodPhase::Succeeded | PodPhase::Failed);
        if !claim.holds() || (ended && pod.metadata.deletion_timestamp.is_some()) {
            continue;
        }
        match target_node_name(pod) {
            Some(name) => found
                .nodes
                .or_insert_with(name.to_owned(), Vec::new)
                .push(position),
            None => found.without_node.push(position),
        }
    }
    let sorted = found.nodes.into_iter().map(|(name, mut positions)| {
        sort(pods, &mut positions);
        (name, positions)
    });
    found.nodes = sorted.collect();
    Ok(found)
}

/// The Node that a daemon Pod runs on or, while it is not bound, is meant for.
///
/// Upstream: pkg/controller/daemon/util/daemonset_util.go GetTargetNodeName (v1.36.3)
#[must_use]
pub fn target_node_name(pod: &Pod) -> Option<&str> {
    if !pod.spec.node_name.is_empty() {
        return Some(&pod.spec.node_name);
    }
    let affinity = pod.spec.node_affinity.as_ref()?;
    let terms = &affinity.required.as_ref()?.node_selector_terms;
    let field = terms
        .iter()
        .flat_map(|term| &term.match_fields)
        .find(|field| field.key == "metadata.name" && field.operator == "In")?;
    match field.values.as_slice() {
        [name] => Some(name),
        _ => None,
    }
}

/// Bound Pods first, then by age, then by name.
///
/// Upstream: pkg/controller/daemon/daemon_controller.go podByCreationTimestampAndPhase (v1.36.3)
fn sort(pods: &ClusterPods, positions: &mut [u32]) {
    sort_by_key(positions, |&position| {
        pods.get(position).map(|pod| {
            let metadata = &pod.metadata;
            let unbound = pod.spec.node_name.is_empty();
            (unbound, metadata.creation_timestamp, metadata.name.as_str())
        })
    });
}
