use super::{NodeAffinity, ObjectMeta, Quantity, StringMap, Toleration};
use crate::order::OrderedMap;

/// A port of a container.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go ContainerPort (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContainerPort {
    /// May be empty.
    pub name: String,
    /// 1 to 65535.
    pub container_port: i32,
    /// 0: none asked for.
    pub host_port: i32,
    /// Empty: `TCP`.
    pub protocol: String,
    /// Empty: every address of the Node.
    pub host_ip: String,
}

/// What a container asks for and may use, by resource name.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go ResourceRequirements (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResourceRequirements {
    /// What the scheduler reserves.
    pub requests: OrderedMap<String, Quantity>,
    /// What the kubelet enforces.
    pub limits: OrderedMap<String, Quantity>,
}

/// A container.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go Container (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Container {
    /// Unique in its Pod.
    pub name: String,
    /// As written.
    pub image: String,
    /// In the order of the manifest.
    pub ports: Vec<ContainerPort>,
    /// Requests and limits.
    pub resources: ResourceRequirements,
    /// Of an init container: `Always` makes it a sidecar.
    pub restart_policy: String,
    /// Empty: `Always` for the tag `latest`, else `IfNotPresent`.
    pub image_pull_policy: String,
    /// Until it succeeds, no other probe is asked. `None`: the container counts as started once it runs.
    pub startup_probe: Option<Probe>,
    /// `None`: the container is Ready once it counts as started.
    pub readiness_probe: Option<Probe>,
    /// Hooks.
    pub lifecycle: Option<Lifecycle>,
}

impl Container {
    /// Whether an init container runs on beside the containers.
    #[must_use]
    pub fn is_sidecar(&self) -> bool {
        self.restart_policy == "Always"
    }
}

/// When a container is asked how it is.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go Probe (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Probe {
    /// Not before so many seconds from its start.
    pub initial_delay_seconds: i32,
    /// From one time to the next; `None`: the default, 10.
    pub period_seconds: Option<i32>,
    /// How often it must succeed in a row; `None`: the default, 1.
    pub success_threshold: Option<i32>,
}

/// What happens around the life of a container.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go Lifecycle (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lifecycle {
    /// Right after its start.
    pub post_start: Option<LifecycleHandler>,
    /// Before it is told to stop.
    pub pre_stop: Option<LifecycleHandler>,
}

/// A hook.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go LifecycleHandler (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LifecycleHandler {
    /// It waits so long; `None`: it does something else.
    pub sleep_seconds: Option<i64>,
}

/// What a Pod is to be.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go PodSpec (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PodSpec {
    /// Empty: the scheduler chooses.
    pub node_name: String,
    /// Pairs that the Node's labels must have.
    pub node_selector: StringMap,
    /// `None`: no node affinity.
    pub node_affinity: Option<NodeAffinity>,
    /// In the order of the manifest.
    pub tolerations: Vec<Toleration>,
    /// In the order of the manifest.
    pub init_containers: Vec<Container>,
    /// In the order of the manifest.
    pub containers: Vec<Container>,
    /// Shares the Node's network.
    pub host_network: bool,
    /// Empty: none asked for.
    pub priority_class_name: String,
    /// Set at admission.
    pub priority: Option<i32>,
    /// `None`: the default, 30.
    pub termination_grace_period_seconds: Option<i64>,
    /// Empty: `default-scheduler`.
    pub scheduler_name: String,
    /// Pod-level requests and limits.
    pub resources: ResourceRequirements,
    /// Added to requests by a RuntimeClass.
    pub overhead: OrderedMap<String, Quantity>,
}

/// The Pods that a DaemonSet makes.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go PodTemplateSpec (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PodTemplateSpec {
    /// Labels and annotations.
    pub metadata: ObjectMeta,
    /// The Pod.
    pub spec: PodSpec,
    /// The whole template as canonical JSON (keys sorted, no spaces), fields included that nobody judges.
    pub canonical: String,
    /// Whether the template is as a server stored it: with the server's defaults, to hold against a
    /// ControllerRevision's data.
    pub stored: bool,
}
