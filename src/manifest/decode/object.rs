//! Which field of the API goes where.

use super::{Decode, Decoder, Path, canonical_revision, fields};
use crate::manifest::tree::Node;
use crate::model::{
    AlertingRule, ConfigMap, Container, ContainerPort, ContainerStatus, ControllerRevision,
    CrossVersionObjectReference, DaemonSet, DaemonSetSpec, DaemonSetStatus,
    DaemonSetUpdateStrategy, Deployment, HorizontalPodAutoscaler, LabelSelector,
    LabelSelectorRequirement, Lifecycle, LifecycleHandler, LimitRange, LimitRangeItem, Namespace,
    NetworkPolicy, NodeAffinity, NodeCondition, NodeSelector, NodeSelectorRequirement,
    NodeSelectorTerm, NodeSpec, NodeStatus, NodeSystemInfo, ObjectMeta, OwnerReference, Pod,
    PodCondition, PodDisruptionBudget, PodSpec, PodStatus, PodTemplateSpec,
    PreferredSchedulingTerm, PriorityClass, Probe, PrometheusRule, ResourceQuota,
    ResourceRequirements, RollingUpdateDaemonSet, RuleGroup, ScopedResourceSelectorRequirement,
    Service, ServicePort, Taint, Toleration,
};

fields! {
    ObjectMeta {
        "name" => name,
        "generateName" => generate_name,
        "namespace" => namespace,
        "uid" => uid,
        "resourceVersion" => resource_version,
        "generation" => generation,
        "creationTimestamp" => creation_timestamp,
        "deletionTimestamp" => deletion_timestamp,
        "deletionGracePeriodSeconds" => deletion_grace_period_seconds,
        "labels" => labels,
        "annotations" => annotations,
        "ownerReferences" => owner_references,
    }
    OwnerReference {
        "apiVersion" => api_version,
        "kind" => kind,
        "name" => name,
        "uid" => uid,
        "controller" => controller,
    }

    DaemonSet { "metadata" => metadata, "spec" => spec, "status" => status }
    DaemonSetSpec {
        "selector" => selector,
        "template" => template,
        "updateStrategy" => update_strategy,
        "minReadySeconds" => min_ready_seconds,
        "revisionHistoryLimit" => revision_history_limit,
    }
    DaemonSetUpdateStrategy { "type" => kind, "rollingUpdate" => rolling_update }
    RollingUpdateDaemonSet { "maxUnavailable" => max_unavailable, "maxSurge" => max_surge }
    DaemonSetStatus {
        "currentNumberScheduled" => current_number_scheduled,
        "numberMisscheduled" => number_misscheduled,
        "desiredNumberScheduled" => desired_number_scheduled,
        "numberReady" => number_ready,
        "observedGeneration" => observed_generation,
        "updatedNumberScheduled" => updated_number_scheduled,
        "numberAvailable" => number_available,
        "numberUnavailable" => number_unavailable,
        "collisionCount" => collision_count,
    }
    LabelSelector { "matchLabels" => match_labels, "matchExpressions" => match_expressions }
    LabelSelectorRequirement { "key" => key, "operator" => operator, "values" => values }

    PodTemplateSpec { "metadata" => metadata, "spec" => spec }
    PodSpec {
        "nodeName" => node_name,
        "nodeSelector" => node_selector,
        "affinity.nodeAffinity" => node_affinity,
        "tolerations" => tolerations,
        "initContainers" => init_containers,
        "containers" => containers,
        "hostNetwork" => host_network,
        "priorityClassName" => priority_class_name,
        "priority" => priority,
        "terminationGracePeriodSeconds" => termination_grace_period_seconds,
        "schedulerName" => scheduler_name,
        "resources" => resources,
        "overhead" => overhead,
    }
    NodeAffinity {
        "requiredDuringSchedulingIgnoredDuringExecution" => required,
        "preferredDuringSchedulingIgnoredDuringExecution" => preferred,
    }
    NodeSelector { "nodeSelectorTerms" => node_selector_terms }
    NodeSelectorTerm { "matchExpressions" => match_expressions, "matchFields" => match_fields }
    NodeSelectorRequirement { "key" => key, "operator" => operator, "values" => values }
    PreferredSchedulingTerm { "weight" => weight, "preference" => preference }
    Toleration {
        "key" => key,
        "operator" => operator,
        "value" => value,
        "effect" => effect,
        "tolerationSeconds" => toleration_seconds,
    }
    Container {
        "name" => name,
        "image" => image,
        "ports" => ports,
        "resources" => resources,
        "restartPolicy" => restart_policy,
        "imagePullPolicy" => image_pull_policy,
        "startupProbe" => startup_probe,
        "readinessProbe" => readiness_probe,
        "lifecycle" => lifecycle,
    }
    Probe {
        "initialDelaySeconds" => initial_delay_seconds,
        "periodSeconds" => period_seconds,
        "successThreshold" => success_threshold,
    }
    Lifecycle { "postStart" => post_start, "preStop" => pre_stop }
    LifecycleHandler { "sleep.seconds" => sleep_seconds }
    ContainerPort {
        "name" => name,
        "containerPort" => container_port,
        "hostPort" => host_port,
        "protocol" => protocol,
        "hostIP" => host_ip,
    }
    ResourceRequirements { "requests" => requests, "limits" => limits }

    crate::model::Node { "metadata" => metadata, "spec" => spec, "status" => status }
    NodeSpec {
        "taints" => taints,
        "unschedulable" => unschedulable,
        "providerID" => provider_id,
    }
    Taint { "key" => key, "value" => value, "effect" => effect }
    NodeStatus {
        "allocatable" => allocatable,
        "capacity" => capacity,
        "conditions" => conditions,
        "nodeInfo" => node_info,
    }
    NodeCondition {
        "type" => kind,
        "status" => status,
        "reason" => reason,
        "message" => message,
        "lastTransitionTime" => last_transition_time,
        "lastHeartbeatTime" => last_heartbeat_time,
    }
    NodeSystemInfo {
        "kubeletVersion" => kubelet_version,
        "architecture" => architecture,
        "operatingSystem" => operating_system,
        "containerRuntimeVersion" => container_runtime_version,
    }

    Pod { "metadata" => metadata, "spec" => spec, "status" => status }
    PodStatus {
        "phase" => phase,
        "conditions" => conditions,
        "containerStatuses" => container_statuses,
        "reason" => reason,
        "message" => message,
    }
    PodCondition {
        "type" => kind,
        "status" => status,
        "reason" => reason,
        "message" => message,
        "lastTransitionTime" => last_transition_time,
    }
    ContainerStatus {
        "name" => name,
        "ready" => ready,
        "restartCount" => restart_count,
        "state.waiting.reason" => waiting_reason,
    }

    PriorityClass {
        "metadata" => metadata,
        "value" => value,
        "globalDefault" => global_default,
        "preemptionPolicy" => preemption_policy,
    }
    ServicePort {
        "name" => name,
        "port" => port,
        "protocol" => protocol,
        "targetPort" => target_port,
    }
    Namespace { "metadata" => metadata }
    ConfigMap { "metadata" => metadata, "data" => data }
    ScopedResourceSelectorRequirement {
        "scopeName" => scope_name,
        "operator" => operator,
        "values" => values,
    }
    LimitRange { "metadata" => metadata, "spec.limits" => limits }
    LimitRangeItem {
        "type" => kind,
        "max" => max,
        "min" => min,
        "default" => default,
        "defaultRequest" => default_request,
    }
    HorizontalPodAutoscaler { "metadata" => metadata, "spec.scaleTargetRef" => scale_target_ref }
    CrossVersionObjectReference {
        "apiVersion" => api_version,
        "kind" => kind,
        "name" => name,
    }
    PrometheusRule { "metadata" => metadata, "spec.groups" => groups }
    RuleGroup { "name" => name, "rules" => rules }
    AlertingRule { "alert" => alert, "expr" => expr }

    Service {
        "metadata" => metadata,
        "spec.selector" => selector,
        "spec.ports" => ports,
        "spec.clusterIP" => cluster_ip,
        "spec.internalTrafficPolicy" => internal_traffic_policy,
        "spec.externalTrafficPolicy" => external_traffic_policy,
    }
    PodDisruptionBudget {
        "metadata" => metadata,
        "spec.selector" => selector,
        "spec.minAvailable" => min_available,
        "spec.maxUnavailable" => max_unavailable,
    }
    Deployment {
        "metadata" => metadata,
        "spec.replicas" => replicas,
        "spec.selector" => selector,
        "spec.template" => template,
    }
    ResourceQuota {
        "metadata" => metadata,
        "spec.hard" => hard,
        "spec.scopes" => scopes,
        "spec.scopeSelector.matchExpressions" => scope_selector,
        "status.used" => used,
    }
    NetworkPolicy {
        "metadata" => metadata,
        "spec.podSelector" => pod_selector,
        "spec.policyTypes" => policy_types,
    }
}

impl Decode for ControllerRevision {
    fn decode(&mut self, node: Node<'_>, path: &Path<'_>, decoder: &mut Decoder<'_>) -> bool {
        let is_map = decoder.fields(
            node,
            path,
            &["metadata", "revision"],
            &mut [&mut self.metadata, &mut self.revision],
        );
        let template = ["data", "spec", "template"]
            .iter()
            .try_fold(node, |node, field| node.get(field));
        self.template = template.and_then(canonical_revision).unwrap_or_default();
        is_map
    }
}
