//! Typed API objects under Kubernetes' own names.
//!
//! Fields are those that somebody judges. Strings are empty where upstream's are; `Option` stands only where absence
//! means something to Kubernetes. No object here knows where it was written: places are the source map's.

mod affinity;
mod daemon_set;
mod defaulted;
mod deployment;
mod feature_gates;
mod int_or_string;
mod json;
mod label_selector;
mod meta;
mod neighbours;
mod node;
mod pod;
mod pod_spec;
mod policy;
mod quantity;
mod quota;
mod string_map;
mod taint;
mod time;

pub use affinity::{
    NodeAffinity, NodeSelector, NodeSelectorRequirement, NodeSelectorTerm, PreferredSchedulingTerm,
};
pub use daemon_set::{
    ControllerRevision, DaemonSet, DaemonSetSpec, DaemonSetStatus, DaemonSetUpdateStrategy,
    RollingUpdateDaemonSet, UpdateStrategyType,
};
pub use defaulted::Defaulted;
pub use deployment::Deployment;
pub use feature_gates::FeatureGates;
pub use int_or_string::IntOrString;
pub use json::{Json, write_json_comma, write_json_text};
pub use label_selector::{LabelSelector, LabelSelectorRequirement};
pub use meta::{ObjectMeta, OwnerReference};
pub use neighbours::{
    AlertingRule, ConfigMap, CrossVersionObjectReference, HorizontalPodAutoscaler, NetworkPolicy,
    PrometheusRule, RuleGroup,
};
pub use node::{Node, NodeCondition, NodeSpec, NodeStatus, NodeSystemInfo};
pub use pod::{ContainerStatus, Pod, PodCondition, PodPhase, PodStatus};
pub use pod_spec::{
    Container, ContainerPort, Lifecycle, LifecycleHandler, PodSpec, PodTemplateSpec, Probe,
    ResourceRequirements,
};
pub use policy::{Namespace, PodDisruptionBudget, PriorityClass, Service, ServicePort};
pub use quantity::Quantity;
pub use quota::{LimitRange, LimitRangeItem, ResourceQuota, ScopedResourceSelectorRequirement};
pub use string_map::StringMap;
pub use taint::{Taint, TaintEffect, Toleration, TolerationOperator};
pub use time::Time;
