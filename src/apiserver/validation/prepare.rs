//! What the server does to an object before it validates it.

use super::pod_annotations::APP_ARMOR;
use super::security_context;
use super::service;
use crate::manifest::{StoredField, StoredStruct, StoredValue};
use crate::schema::{self, Item};

/// A Pod that is made: profiles from annotations, and selectors narrowed to Pods like it. The warnings are about the
/// annotations.
///
/// Upstream: pkg/registry/core/pod/strategy.go PrepareForCreate (v1.36.3)
pub(super) fn new_pod(pod: &StoredStruct, warnings: &mut Vec<String>) -> StoredStruct {
    let mut pod = changed_pod(pod);
    let metadata = pod.inner("metadata").cloned();
    if let (Some(metadata), Some(spec)) = (metadata, pod.inner_mut("spec")) {
        narrow(spec, &metadata);
        app_armor(spec, &metadata, warnings);
    }
    pod
}

/// A Pod as the server's inside has it: a negative grace period is one second.
///
/// Upstream: pkg/apis/core/v1/conversion.go Convert_v1_Pod_To_core_Pod (v1.36.3)
pub(super) fn changed_pod(pod: &StoredStruct) -> StoredStruct {
    let mut pod = pod.clone();
    if let Some(spec) = pod.inner_mut("spec")
        && spec.int("terminationGracePeriodSeconds") < 0
    {
        spec.add("terminationGracePeriodSeconds", StoredValue::Int(1));
    }
    pod
}

/// Upstream: pkg/registry/core/pod/strategy.go mutatePodAffinity, mutateTopologySpreadConstraints (v1.36.3)
fn narrow(spec: &mut StoredStruct, metadata: &StoredStruct) {
    if let Some(affinity) = spec.inner_mut("affinity") {
        for kind in ["podAffinity", "podAntiAffinity"] {
            let Some(kind) = affinity.inner_mut(kind) else {
                continue;
            };
            for list in [
                "preferredDuringSchedulingIgnoredDuringExecution",
                "requiredDuringSchedulingIgnoredDuringExecution",
            ] {
                for term in structs_mut(kind, list) {
                    match term.inner_mut("podAffinityTerm") {
                        Some(inner) => narrow_one(inner, metadata),
                        None => narrow_one(term, metadata),
                    }
                }
            }
        }
    }
    for constraint in structs_mut(spec, "topologySpreadConstraints") {
        narrow_one(constraint, metadata);
    }
}

fn structs_mut<'o>(
    of: &'o mut StoredStruct,
    list: &str,
) -> impl Iterator<Item = &'o mut StoredStruct> {
    let items = of
        .get_mut(list)
        .map_or(&mut [] as &mut [_], StoredValue::items_mut);
    items.iter_mut().filter_map(|item| match item {
        StoredValue::Struct(inner) => Some(inner),
        _ => None,
    })
}

fn narrow_one(of: &mut StoredStruct, metadata: &StoredStruct) {
    let mut added = Vec::new();
    for (field, operator) in [("matchLabelKeys", "In"), ("mismatchLabelKeys", "NotIn")] {
        for key in of.texts(field) {
            if let Some(value) = metadata.entry("labels", key) {
                added.push((key.to_owned(), operator, value.to_owned()));
            }
        }
    }
    let Some(selector) = of.inner_mut("labelSelector") else {
        return;
    };
    let field = schema::field(selector.id, "matchExpressions");
    let Some(Item::Struct(id)) = field.map(|field| field.item) else {
        return;
    };
    let mut all = match selector.get("matchExpressions") {
        StoredValue::List(items) => items.clone(),
        _ => Vec::new(),
    };
    for (key, operator, value) in added {
        let mut expression = StoredStruct::new(id);
        expression.add("key", StoredValue::Text(key));
        expression.add("operator", StoredValue::Text(operator.to_owned()));
        let values = StoredValue::List(vec![StoredValue::Text(value)]);
        expression.add("values", values);
        all.push(StoredValue::Struct(expression));
    }
    if !all.is_empty() {
        selector.add("matchExpressions", StoredValue::List(all));
    }
}

/// The profile that an annotation stands for.
///
/// Upstream: pkg/api/pod/util.go ApparmorFieldForAnnotation (v1.36.3)
pub(super) fn profile_of(annotation: &str) -> Option<StoredStruct> {
    let kind = match annotation {
        "unconfined" => "Unconfined",
        "runtime/default" => "RuntimeDefault",
        _ => "Localhost",
    };
    let mut profile = StoredStruct::new(schema::named("v1.AppArmorProfile")?);
    profile.add("type", StoredValue::Text(kind.to_owned()));
    if kind == "Localhost" {
        let name = annotation.strip_prefix("localhost/")?;
        if name.is_empty() {
            return None;
        }
        profile.add("localhostProfile", StoredValue::Text(name.to_owned()));
    }
    Some(profile)
}

/// Upstream: pkg/registry/core/pod/strategy.go applyAppArmorVersionSkew (v1.36.3)
fn app_armor(spec: &mut StoredStruct, metadata: &StoredStruct, warnings: &mut Vec<String>) {
    if spec
        .inner("os")
        .is_some_and(|os| os.text("name") == "windows")
    {
        return;
    }
    let of_pod = spec.inner("securityContext");
    let of_pod = of_pod
        .and_then(|context| context.inner("appArmorProfile"))
        .cloned();
    for list in ["initContainers", "containers", "ephemeralContainers"] {
        for container in structs_mut(spec, list) {
            let key = [APP_ARMOR, container.text("name")].concat();
            let Some(annotation) = metadata.entry("annotations", &key) else {
                continue;
            };
            let context = container.inner("securityContext");
            if context.is_some_and(|context| context.has("appArmorProfile")) {
                continue;
            }
            let profile = profile_of(annotation).filter(|profile| {
                let mut errors = super::field_error::Errors::default();
                let path = super::path::Path::new("");
                security_context::app_armor(&mut errors, Some(profile), &path);
                errors.found.is_empty()
            });
            let same = |a: &StoredStruct, b: &StoredStruct| super::same::same_struct(a, b);
            let known = match (&profile, &of_pod) {
                (Some(profile), Some(of_pod)) => same(profile, of_pod),
                _ => false,
            };
            if known {
                continue;
            }
            if let Some(profile) = profile {
                set_profile(container, profile);
            }
            let start = ["metadata.annotations[", &key].concat();
            let end = "]: deprecated since v1.30; use the \"appArmorProfile\" field instead";
            warnings.push([&start, end].concat());
        }
    }
}

fn set_profile(container: &mut StoredStruct, profile: StoredStruct) {
    if !container.has("securityContext") {
        let Some(id) = schema::named("v1.SecurityContext") else {
            return;
        };
        let context = StoredStruct::new(id);
        container.add("securityContext", StoredValue::Struct(context));
    }
    if let Some(context) = container.inner_mut("securityContext") {
        context.add("appArmorProfile", StoredValue::Struct(profile));
    }
}

/// A Service that changes its type: what only the old type had, and the new one repeats, is dropped.
///
/// Upstream: pkg/registry/core/service/strategy.go dropTypeDependentFields (v1.36.3)
pub(super) fn changed_service(new: &StoredStruct, old: &StoredStruct) -> StoredStruct {
    let mut service = new.clone();
    let (Some(spec), Some(old)) = (service.inner_mut("spec"), old.inner("spec")) else {
        return service;
    };
    let same = |spec: &StoredStruct, fields: &[&str]| {
        let mut fields = fields.iter();
        fields.all(|field| super::same::same(spec.get(field), old.get(field)))
    };
    let (kind, was) = (spec.text("type").to_owned(), old.text("type"));
    let mut drop: Vec<&str> = Vec::new();
    if was != "ExternalName" && kind == "ExternalName" {
        if same(spec, &["clusterIP", "clusterIPs"]) {
            drop.extend(["clusterIP", "clusterIPs"]);
        }
        for field in ["ipFamilies", "ipFamilyPolicy"] {
            if same(spec, &[field]) {
                drop.push(field);
            }
        }
    }
    let balanced = was == "LoadBalancer" && kind != "LoadBalancer";
    if balanced {
        for field in ["allocateLoadBalancerNodePorts", "loadBalancerClass"] {
            if same(spec, &[field]) {
                drop.push(field);
            }
        }
    }
    if service::needs_health_check(old)
        && !service::needs_health_check(spec)
        && same(spec, &["healthCheckNodePort"])
    {
        drop.push("healthCheckNodePort");
    }
    if service::is_external(old)
        && !service::is_external(spec)
        && same(spec, &["externalTrafficPolicy"])
    {
        drop.push("externalTrafficPolicy");
    }
    let has_node_ports = |kind: &str| matches!(kind, "NodePort" | "LoadBalancer");
    if has_node_ports(was) && !has_node_ports(&kind) {
        let ports = |of: &StoredStruct| -> Vec<i64> {
            let ports = of.structs("ports").map(|port| port.int("nodePort"));
            ports.filter(|port| *port != 0).collect()
        };
        let before = ports(old);
        if ports(spec).iter().all(|port| before.contains(port)) {
            for port in structs_mut(spec, "ports") {
                port.add("nodePort", StoredValue::Int(0));
            }
        }
    }
    spec.entries
        .retain(|entry: &StoredField| !drop.contains(&entry.field.name));
    service
}
