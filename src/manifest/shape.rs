//! What a value is that does not say it: an object without a kind, or a part of a DaemonSet.

use super::FragmentKind;
use super::tree::Node;
use crate::source::FieldPath;

/// The kind of an object that leaves it out, as exported single objects and items of typed lists do.
pub(super) fn kind(object: Node<'_>) -> Option<&'static str> {
    let at = |path: &[&str]| {
        path.iter()
            .try_fold(object, |node, field| node.get(field))
            .is_some()
    };
    if !at(&["metadata", "name"]) {
        return None;
    }
    if at(&["revision"]) && at(&["data", "spec", "template"]) {
        return Some("ControllerRevision");
    }
    if at(&["status", "nodeInfo"])
        || at(&["status", "allocatable"])
        || ["podCIDR", "providerID", "taints", "unschedulable"]
            .iter()
            .any(|field| at(&["spec", field]))
    {
        return Some("Node");
    }
    if at(&["spec", "containers"]) {
        return Some("Pod");
    }
    let template = at(&["spec", "template", "spec"]) || at(&["spec", "updateStrategy"]);
    if at(&["status", "desiredNumberScheduled"])
        || (template && !object.get("spec").is_some_and(is_other_workload))
    {
        return Some("DaemonSet");
    }
    None
}

/// Whether a spec has fields of a workload that is no DaemonSet.
fn is_other_workload(spec: Node<'_>) -> bool {
    let others = [
        "replicas",
        "serviceName",
        "jobTemplate",
        "strategy",
        "completions",
    ];
    has(spec, &others)
}

/// Whether a map has one of these fields.
fn has(map: Node<'_>, fields: &[&str]) -> bool {
    map.entries().any(|(key, _)| fields.contains(&key.text()))
}

/// A part of a DaemonSet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fragment {
    pub(super) kind: FragmentKind,
    /// Where in a DaemonSet the value stands.
    pub(super) at: &'static [&'static str],
}

impl Fragment {
    /// Where in a DaemonSet the value stands; a container is the first one.
    pub(super) fn path(self) -> FieldPath {
        let path = FieldPath::of(self.at);
        match self.kind {
            FragmentKind::Container => path.index(0),
            _ => path,
        }
    }
}

const SPEC: &[&str] = &["spec"];
const STRATEGY: &[&str] = &["spec", "updateStrategy"];
const ROLLING_UPDATE: &[&str] = &["spec", "updateStrategy", "rollingUpdate"];
const TEMPLATE: &[&str] = &["spec", "template"];
const POD: &[&str] = &["spec", "template", "spec"];
const AFFINITY: &[&str] = &["spec", "template", "spec", "affinity"];
const NODE_AFFINITY: &[&str] = &["spec", "template", "spec", "affinity", "nodeAffinity"];
const TOLERATIONS: &[&str] = &["spec", "template", "spec", "tolerations"];
const CONTAINERS: &[&str] = &["spec", "template", "spec", "containers"];

/// Where in a DaemonSet a part of one may stand that is a text of its own; of a list its items.
pub const FRAGMENTS: &[&[&str]] = &[
    SPEC,
    POD,
    TEMPLATE,
    TOLERATIONS,
    CONTAINERS,
    AFFINITY,
    NODE_AFFINITY,
    STRATEGY,
    ROLLING_UPDATE,
];

const DAEMON_SET_FIELDS: &[&str] = &[
    "template",
    "updateStrategy",
    "selector",
    "minReadySeconds",
    "revisionHistoryLimit",
];

/// Fields of a Pod that no container has.
const POD_FIELDS: &[&str] = &[
    "activeDeadlineSeconds",
    "affinity",
    "automountServiceAccountToken",
    "containers",
    "dnsConfig",
    "dnsPolicy",
    "enableServiceLinks",
    "ephemeralContainers",
    "hostAliases",
    "hostIPC",
    "hostNetwork",
    "hostPID",
    "hostUsers",
    "hostname",
    "imagePullSecrets",
    "initContainers",
    "nodeName",
    "nodeSelector",
    "os",
    "overhead",
    "preemptionPolicy",
    "priority",
    "priorityClassName",
    "readinessGates",
    "runtimeClassName",
    "schedulerName",
    "schedulingGates",
    "serviceAccount",
    "serviceAccountName",
    "shareProcessNamespace",
    "terminationGracePeriodSeconds",
    "tolerations",
    "topologySpreadConstraints",
    "volumes",
];

const CONTAINER_FIELDS: &[&str] = &[
    "args",
    "command",
    "env",
    "envFrom",
    "image",
    "imagePullPolicy",
    "lifecycle",
    "livenessProbe",
    "ports",
    "readinessProbe",
    "resources",
    "restartPolicy",
    "securityContext",
    "startupProbe",
    "volumeMounts",
];

/// Which part of a DaemonSet this is, if it is one.
pub(super) fn fragment(root: Node<'_>) -> Option<Fragment> {
    if root.is_list() {
        return list_fragment(root);
    }
    if !root.is_map() || root.get("kind").is_some() || root.get("apiVersion").is_some() {
        return None;
    }
    if is_chart_values(root) {
        return None;
    }
    let found = |kind, at| Some(Fragment { kind, at });
    if let Some(spec) = root.get("spec").filter(|spec| spec.is_map()) {
        if is_other_workload(spec) {
            return None;
        }
        if has(spec, DAEMON_SET_FIELDS) {
            return found(FragmentKind::DaemonSetSpec, &[]);
        }
        if has(spec, POD_FIELDS) {
            return found(FragmentKind::PodSpec, TEMPLATE);
        }
        return None;
    }
    if has(root, DAEMON_SET_FIELDS) {
        return found(FragmentKind::DaemonSetSpec, SPEC);
    }
    if has(root, POD_FIELDS) {
        return found(FragmentKind::PodSpec, POD);
    }
    if has(root, &["nodeAffinity", "podAffinity", "podAntiAffinity"]) {
        return found(FragmentKind::PodSpec, AFFINITY);
    }
    if has(
        root,
        &[
            "requiredDuringSchedulingIgnoredDuringExecution",
            "preferredDuringSchedulingIgnoredDuringExecution",
        ],
    ) {
        return found(FragmentKind::PodSpec, NODE_AFFINITY);
    }
    if has(root, &["rollingUpdate"]) {
        return found(FragmentKind::DaemonSetSpec, STRATEGY);
    }
    if has(root, &["maxUnavailable", "maxSurge"]) {
        return found(FragmentKind::DaemonSetSpec, ROLLING_UPDATE);
    }
    if has(root, CONTAINER_FIELDS) && root.get("metadata").is_none() {
        return found(FragmentKind::Container, CONTAINERS);
    }
    None
}

/// The values of a chart have names that manifests have, for things of other shapes.
fn is_chart_values(root: Node<'_>) -> bool {
    let names = [
        "fullnameOverride",
        "nameOverride",
        "podAnnotations",
        "podLabels",
        "podSecurityContext",
        "replicaCount",
    ];
    root.entries()
        .any(|(key, value)| names.contains(&key.text()) || key.text() == "image" && value.is_map())
}

fn list_fragment(list: Node<'_>) -> Option<Fragment> {
    let mut items = list.items().peekable();
    items.peek()?;
    let all = |wanted: &dyn Fn(Node<'_>) -> bool| {
        list.items()
            .all(|item| item.is_map() && item.entries().next().is_some() && wanted(item))
    };
    let toleration = ["key", "operator", "value", "effect", "tolerationSeconds"];
    let only_toleration_fields = |item: Node<'_>| {
        item.entries()
            .all(|(key, _)| toleration.contains(&key.text()))
    };
    if all(&only_toleration_fields) {
        return Some(Fragment {
            kind: FragmentKind::Tolerations,
            at: TOLERATIONS,
        });
    }
    if all(&|item| item.get("image").is_some() && item.get("kind").is_none()) {
        return Some(Fragment {
            kind: FragmentKind::PodSpec,
            at: CONTAINERS,
        });
    }
    None
}
