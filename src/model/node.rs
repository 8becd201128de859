use super::{ObjectMeta, Quantity, Taint, Time};
use crate::order::OrderedMap;

/// What somebody set on a Node.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go NodeSpec (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NodeSpec {
    /// In the order of the object.
    pub taints: Vec<Taint>,
    /// Cordoned. Acts on daemon Pods only through its taint, which they tolerate.
    pub unschedulable: bool,
    /// `aws:///…`: whose machine it is.
    pub provider_id: String,
}

/// One condition of a Node.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go NodeCondition (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NodeCondition {
    /// `Ready`, `DiskPressure`, …
    pub kind: String,
    /// `True`, `False` or `Unknown`.
    pub status: String,
    /// A word: `NodeStatusUnknown`.
    pub reason: String,
    /// A sentence.
    pub message: String,
    /// Since when.
    pub last_transition_time: Option<Time>,
    /// When the kubelet last said so.
    pub last_heartbeat_time: Option<Time>,
}

/// What runs on a Node.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go NodeSystemInfo (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NodeSystemInfo {
    /// `v1.36.2`
    pub kubelet_version: String,
    /// `amd64`
    pub architecture: String,
    /// `linux`
    pub operating_system: String,
    /// `containerd://2.1.0`
    pub container_runtime_version: String,
}

/// What the kubelet says of its Node.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go NodeStatus (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NodeStatus {
    /// By resource name: what Pods may request together.
    pub allocatable: OrderedMap<String, Quantity>,
    /// By resource name: what the machine has.
    pub capacity: OrderedMap<String, Quantity>,
    /// In the order of the object.
    pub conditions: Vec<NodeCondition>,
    /// What runs there.
    pub node_info: NodeSystemInfo,
}

/// A machine.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go Node (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// Name and labels. Annotations of Nodes are not read: no question needs them, and they are most of the bytes.
    pub metadata: ObjectMeta,
    /// Taints, cordon.
    pub spec: NodeSpec,
    /// Resources, conditions.
    pub status: NodeStatus,
}

impl Node {
    /// The condition of one type.
    #[must_use]
    pub fn condition(&self, kind: &str) -> Option<&NodeCondition> {
        self.status
            .conditions
            .iter()
            .find(|condition| condition.kind == kind)
    }
}
