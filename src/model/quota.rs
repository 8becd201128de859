use super::{ObjectMeta, Quantity};
use crate::order::OrderedMap;

/// What the objects of a namespace may ask for together.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go ResourceQuota (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResourceQuota {
    /// Name and namespace.
    pub metadata: ObjectMeta,
    /// By name: `pods`, `requests.cpu`, `count/daemonsets.apps`.
    pub hard: OrderedMap<String, Quantity>,
    /// Which Pods count: `BestEffort`, `PriorityClass` and so on; empty: all.
    pub scopes: Vec<String>,
    /// Further conditions on what counts.
    pub scope_selector: Vec<ScopedResourceSelectorRequirement>,
    /// What is taken, as the cluster last counted it.
    pub used: OrderedMap<String, Quantity>,
}

/// One condition on the objects that a quota counts.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go ScopedResourceSelectorRequirement (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScopedResourceSelectorRequirement {
    /// `PriorityClass`, `BestEffort` and so on.
    pub scope_name: String,
    /// `In`, `NotIn`, `Exists` or `DoesNotExist`.
    pub operator: String,
    /// Names of classes.
    pub values: Vec<String>,
}

/// Bounds and defaults for what single Pods and containers of a namespace ask for.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go LimitRange (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LimitRange {
    /// Name and namespace.
    pub metadata: ObjectMeta,
    /// In the order of the manifest.
    pub limits: Vec<LimitRangeItem>,
}

/// Bounds for one type of object.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go LimitRangeItem (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LimitRangeItem {
    /// `Container`, `Pod` or `PersistentVolumeClaim`.
    pub kind: String,
    /// The most that may be asked for.
    pub max: OrderedMap<String, Quantity>,
    /// The least that must be asked for.
    pub min: OrderedMap<String, Quantity>,
    /// Limits of a container that sets none.
    pub default: OrderedMap<String, Quantity>,
    /// Requests of a container that sets none.
    pub default_request: OrderedMap<String, Quantity>,
}
