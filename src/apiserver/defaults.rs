use super::defaulting::{
    DefaultValue, Fields, fill_namespace, fill_node_status, fill_pod_spec, fill_struct,
};
use crate::model::{
    Container, ContainerPort, DaemonSet, DaemonSetSpec, DaemonSetUpdateStrategy, Defaulted,
    IntOrString, Node, NodeStatus, ObjectMeta, Pod, PodSpec, ResourceRequirements,
    RollingUpdateDaemonSet, UpdateStrategyType,
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
    fill_namespace(&mut daemon_set.metadata);
    let spec = &mut daemon_set.spec;
    fill_struct("v1.DaemonSetSpec", spec);
    fill_struct("v1.DaemonSetUpdateStrategy", &mut spec.update_strategy);
    default_pod_spec(&mut spec.template.spec);
    Defaulted::vouch(daemon_set)
}

/// A Node as the API server stores it.
///
/// Upstream: pkg/apis/core/v1/defaults.go SetDefaults_NodeStatus (v1.36.3)
#[must_use]
pub fn default_node(mut node: Node) -> Defaulted<Node> {
    fill_node_status(&mut node.status);
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
    fill_namespace(&mut pod.metadata);
    default_pod_spec(&mut pod.spec);
    fill_pod_spec(&mut pod.spec);
    Defaulted::vouch(pod)
}

/// Upstream: pkg/apis/core/v1/defaults.go SetDefaults_PodSpec (v1.36.3)
fn default_pod_spec(spec: &mut PodSpec) {
    fill_struct("v1.PodSpec", spec);
    for container in spec.containers.iter_mut().chain(&mut spec.init_containers) {
        for port in &mut container.ports {
            fill_struct("v1.ContainerPort", port);
        }
    }
}

impl Fields for ObjectMeta {
    fn fill(&mut self, name: &str, default: DefaultValue) {
        if name == "namespace" {
            fill_text(&mut self.namespace, default);
        }
    }
}

impl Fields for DaemonSetSpec {
    fn fill(&mut self, name: &str, default: DefaultValue) {
        if name == "revisionHistoryLimit" {
            let limit = &mut self.revision_history_limit;
            limit.get_or_insert(default.as_number());
        }
    }
}

impl Fields for DaemonSetUpdateStrategy {
    fn text(&self, name: &str) -> &str {
        match (name, &self.kind) {
            ("type", Some(UpdateStrategyType::RollingUpdate)) => "RollingUpdate",
            _ => "",
        }
    }

    fn fill(&mut self, name: &str, default: DefaultValue) {
        match name {
            "type" if default.as_text() == "RollingUpdate" => {
                self.kind.get_or_insert(UpdateStrategyType::RollingUpdate);
            }
            "rollingUpdate" => drop(self.rolling_update.get_or_insert_default()),
            _ => {}
        }
    }

    fn each(&mut self, name: &str, change: &mut dyn FnMut(&mut dyn Fields)) {
        if let ("rollingUpdate", Some(limits)) = (name, &mut self.rolling_update) {
            change(limits);
        }
    }
}

impl Fields for RollingUpdateDaemonSet {
    fn fill(&mut self, name: &str, default: DefaultValue) {
        let limit = match name {
            "maxSurge" => &mut self.max_surge,
            "maxUnavailable" => &mut self.max_unavailable,
            _ => return,
        };
        limit.get_or_insert(IntOrString::Int(default.as_number()));
    }
}

impl Fields for PodSpec {
    fn is_true(&self, name: &str) -> bool {
        name == "hostNetwork" && self.host_network
    }

    fn fill(&mut self, name: &str, default: DefaultValue) {
        match name {
            "schedulerName" => fill_text(&mut self.scheduler_name, default),
            "terminationGracePeriodSeconds" => {
                let seconds = &mut self.termination_grace_period_seconds;
                seconds.get_or_insert(default.as_number().into());
            }
            _ => {}
        }
    }

    fn each(&mut self, name: &str, change: &mut dyn FnMut(&mut dyn Fields)) {
        let containers = match name {
            "containers" => &mut self.containers,
            "initContainers" => &mut self.init_containers,
            _ => return,
        };
        for container in containers {
            change(container);
        }
    }
}

impl Fields for Container {
    fn each(&mut self, name: &str, change: &mut dyn FnMut(&mut dyn Fields)) {
        match name {
            "resources" => change(&mut self.resources),
            "ports" => self.ports.iter_mut().for_each(|port| change(port)),
            _ => {}
        }
    }
}

impl Fields for ContainerPort {
    fn fill(&mut self, name: &str, default: DefaultValue) {
        if name == "protocol" {
            fill_text(&mut self.protocol, default);
        }
    }

    fn fill_from(&mut self, name: &str, other: &str) {
        if (name, other, self.host_port) == ("hostPort", "containerPort", 0) {
            self.host_port = self.container_port;
        }
    }
}

impl Fields for ResourceRequirements {
    fn fill_from(&mut self, name: &str, other: &str) {
        if (name, other) == ("requests", "limits") {
            for (name, limit) in self.limits.iter() {
                if !self.requests.contains_key(name) {
                    self.requests.insert(name.clone(), limit.clone());
                }
            }
        }
    }
}

impl Fields for NodeStatus {
    fn has(&self, name: &str) -> bool {
        name == "allocatable" && !self.allocatable.is_empty()
    }

    fn fill_from(&mut self, name: &str, other: &str) {
        if (name, other) == ("allocatable", "capacity") {
            self.allocatable.clone_from(&self.capacity);
        }
    }
}

fn fill_text(text: &mut String, default: DefaultValue) {
    if text.is_empty() {
        default.as_text().clone_into(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Quantity;

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
            spec: DaemonSetSpec {
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
