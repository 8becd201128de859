use crate::model::{
    Container, DaemonSet, Defaulted, IntOrString, Node, ObjectMeta, Pod, PodSpec,
    UpdateStrategyType,
};

/// A DaemonSet as the API server stores it; its namespace, where it is left out, as kubectl sends it.
///
/// `maxUnavailable` becomes 1 and `maxSurge` 0 only under a rolling update, each by itself: a manifest with `maxSurge`
/// alone gets both, and is refused for that. Of the template only what belongs to templates: ports of the host and requests are filled in when a Pod is made.
///
/// ```
/// use everynode::apiserver::default_daemon_set;
/// use everynode::model::{DaemonSet, IntOrString};
/// let stored = default_daemon_set(DaemonSet::default());
/// assert_eq!(stored.metadata.namespace, "default");
/// let rolling_update = stored.spec.update_strategy.rolling_update.as_ref().unwrap();
/// assert_eq!(rolling_update.max_unavailable, Some(IntOrString::Int(1)));
/// ```
///
/// Upstream: pkg/apis/apps/v1/defaults.go SetDefaults_DaemonSet (v1.36.3)
#[must_use]
pub fn default_daemon_set(mut daemon_set: DaemonSet) -> Defaulted<DaemonSet> {
    default_namespace(&mut daemon_set.metadata);
    let spec = &mut daemon_set.spec;
    let strategy = &mut spec.update_strategy;
    let kind = strategy
        .kind
        .get_or_insert(UpdateStrategyType::RollingUpdate);
    if *kind == UpdateStrategyType::RollingUpdate {
        let rolling_update = strategy.rolling_update.get_or_insert_default();
        let (unavailable, surge) = (IntOrString::Int(1), IntOrString::Int(0));
        rolling_update.max_unavailable.get_or_insert(unavailable);
        rolling_update.max_surge.get_or_insert(surge);
    }
    spec.revision_history_limit.get_or_insert(10);
    default_pod_spec(&mut spec.template.spec);
    Defaulted::vouch(daemon_set)
}

/// A Node as the API server stores it.
///
/// Upstream: pkg/apis/core/v1/defaults.go SetDefaults_NodeStatus (v1.36.3)
#[must_use]
pub fn default_node(mut node: Node) -> Defaulted<Node> {
    let status = &mut node.status;
    if status.allocatable.is_empty() {
        status.allocatable.clone_from(&status.capacity);
    }
    Defaulted::vouch(node)
}

/// A Pod as the API server stores it; its namespace, where it is left out, as kubectl sends it.
///
/// DIFFERENCE: requests of the Pod as a whole are not filled in from its limits and its containers; nothing asks for
/// them yet.
///
/// Upstream: pkg/apis/core/v1/defaults.go SetDefaults_Pod (v1.36.3)
#[must_use]
pub fn default_pod(mut pod: Pod) -> Defaulted<Pod> {
    default_namespace(&mut pod.metadata);
    let host_network = pod.spec.host_network;
    default_pod_spec(&mut pod.spec);
    let spec = &mut pod.spec;
    for container in spec.containers.iter_mut().chain(&mut spec.init_containers) {
        for (name, limit) in container.resources.limits.iter() {
            let requests = &mut container.resources.requests;
            if !requests.contains_key(name) {
                requests.insert(name.clone(), limit.clone());
            }
        }
        for port in &mut container.ports {
            if host_network && port.host_port == 0 {
                port.host_port = port.container_port;
            }
        }
    }
    Defaulted::vouch(pod)
}

/// Upstream: staging/src/k8s.io/cli-runtime/pkg/resource/visitor.go SetNamespace (v1.36.3)
fn default_namespace(metadata: &mut ObjectMeta) {
    if metadata.namespace.is_empty() {
        "default".clone_into(&mut metadata.namespace);
    }
}

/// Upstream: pkg/apis/core/v1/defaults.go SetDefaults_PodSpec (v1.36.3)
fn default_pod_spec(spec: &mut PodSpec) {
    spec.termination_grace_period_seconds.get_or_insert(30);
    if spec.scheduler_name.is_empty() {
        "default-scheduler".clone_into(&mut spec.scheduler_name);
    }
    for container in spec.containers.iter_mut().chain(&mut spec.init_containers) {
        default_ports(container);
    }
}

/// Upstream: pkg/apis/core/v1/zz_generated.defaults.go SetObjectDefaults_DaemonSet (v1.36.3)
fn default_ports(container: &mut Container) {
    for port in &mut container.ports {
        if port.protocol.is_empty() {
            "TCP".clone_into(&mut port.protocol);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        ContainerPort, DaemonSetUpdateStrategy, Quantity, ResourceRequirements,
        RollingUpdateDaemonSet,
    };

    fn quantities(pairs: &[(&str, &str)]) -> crate::order::OrderedMap<String, Quantity> {
        pairs
            .iter()
            .map(|(name, text)| ((*name).to_owned(), Quantity::new(text)))
            .collect()
    }

    fn container() -> Container {
        Container {
            ports: vec![ContainerPort {
                container_port: 9100,
                ..ContainerPort::default()
            }],
            resources: ResourceRequirements {
                requests: quantities(&[("cpu", "100m")]),
                limits: quantities(&[("cpu", "1"), ("memory", "1Gi")]),
            },
            ..Container::default()
        }
    }

    #[test]
    fn what_a_daemon_set_says_stays() {
        let stored = default_daemon_set(DaemonSet {
            metadata: ObjectMeta {
                namespace: "logging".into(),
                ..ObjectMeta::default()
            },
            spec: crate::model::DaemonSetSpec {
                update_strategy: DaemonSetUpdateStrategy {
                    kind: None,
                    rolling_update: Some(RollingUpdateDaemonSet {
                        max_unavailable: Some(IntOrString::Int(0)),
                        max_surge: None,
                    }),
                },
                revision_history_limit: Some(0),
                ..Default::default()
            },
            status: None,
        });
        assert_eq!(stored.metadata.namespace, "logging");
        let strategy = &stored.spec.update_strategy;
        assert_eq!(strategy.kind, Some(UpdateStrategyType::RollingUpdate));
        assert_eq!(
            strategy.rolling_update,
            Some(RollingUpdateDaemonSet {
                max_unavailable: Some(IntOrString::Int(0)),
                max_surge: Some(IntOrString::Int(0)),
            })
        );
        assert_eq!(stored.spec.revision_history_limit, Some(0));
    }

    #[test]
    fn on_delete_gets_no_numbers() {
        let mut daemon_set = DaemonSet::default();
        daemon_set.spec.update_strategy.kind = Some(UpdateStrategyType::OnDelete);
        let stored = default_daemon_set(daemon_set);
        assert_eq!(stored.spec.update_strategy.rolling_update, None);
    }

    #[test]
    fn a_template_keeps_its_ports_off_the_host_and_a_pod_does_not() {
        let spec = PodSpec {
            host_network: true,
            containers: vec![container()],
            ..PodSpec::default()
        };
        let mut daemon_set = DaemonSet::default();
        daemon_set.spec.template.spec = spec.clone();
        let template = &default_daemon_set(daemon_set).spec.template.spec.clone();
        let pod = default_pod(Pod {
            spec,
            ..Pod::default()
        });
        let seen = |spec: &PodSpec| {
            let container = &spec.containers[0];
            let port = &container.ports[0];
            let memory = container.resources.requests.contains_key("memory");
            (port.host_port, port.protocol.clone(), memory)
        };
        assert_eq!(seen(template), (0, "TCP".into(), false));
        assert_eq!(seen(&pod.spec), (9100, "TCP".into(), true));
        let cpu = pod.spec.containers[0]
            .resources
            .requests
            .get("cpu")
            .unwrap();
        assert_eq!(cpu.as_str(), "100m", "a request that is there stays");
        assert_eq!(pod.spec.termination_grace_period_seconds, Some(30));
        assert_eq!(pod.spec.scheduler_name, "default-scheduler");
    }

    #[test]
    fn a_node_without_allocatable_allows_its_capacity() {
        let mut node = Node::default();
        node.status.capacity = quantities(&[("pods", "110")]);
        assert_eq!(
            default_node(node).status.allocatable,
            quantities(&[("pods", "110")])
        );
    }
}
