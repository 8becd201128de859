//! Services.

use super::field_error::{Bad, Errors};
use super::names::{Names, OwnNames, take};
use super::path::Path;
use super::{formats, ip, labels, ports, service_addresses};
use crate::manifest::{StoredStruct, StoredValue};

/// Of a service that only names Pods.
pub(super) fn is_headless(spec: &StoredStruct) -> bool {
    spec.count("clusterIPs") == 1 && spec.texts("clusterIPs").next() == Some("None")
}

/// Upstream: pkg/api/service/util.go ExternallyAccessible (v1.36.3)
pub(super) fn is_external(spec: &StoredStruct) -> bool {
    match spec.text("type") {
        "LoadBalancer" | "NodePort" => true,
        "ClusterIP" => spec.count("externalIPs") > 0,
        _ => false,
    }
}

/// Upstream: pkg/api/service/util.go NeedsHealthCheck (v1.36.3)
pub(super) fn needs_health_check(spec: &StoredStruct) -> bool {
    spec.text("type") == "LoadBalancer" && spec.text("externalTrafficPolicy") == "Local"
}

/// Upstream: pkg/apis/core/validation/validation.go validateService (v1.36.3)
pub(super) fn check(
    errors: &mut Errors,
    own: &StoredStruct,
    spec: &StoredStruct,
    old: Option<(&StoredStruct, &StoredStruct)>,
) {
    topology_mode(errors, own);
    let path = Path::new("spec");
    let kind = spec.text("type");
    if spec.count("ports") == 0 && !is_headless(spec) && kind != "ExternalName" {
        errors.required(&path.field("ports"), "");
    }
    by_kind(errors, spec, kind, &path);
    let list = path.field("ports");
    let mut names = Names::new();
    let several = spec.count("ports") > 1;
    for (index, port) in spec.structs("ports").enumerate() {
        one_port(errors, port, several, &mut names, &list.index(index));
    }
    labels::labels(errors, spec.map("selector"), &path.field("selector"));
    affinity(errors, spec, &path);
    let old_spec = old.map(|(_, spec)| spec);
    service_addresses::check(errors, spec, old_spec, &path);
    let types = ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"];
    let type_path = path.field("type");
    errors.choice(&type_path, kind, &types);
    port_numbers(errors, spec, &list);
    source_ranges(errors, own, spec, old);
    let balanced = kind == "LoadBalancer";
    let allocates = spec.has("allocateLoadBalancerNodePorts");
    if allocates && !balanced {
        let path = path.field("allocateLoadBalancerNodePorts");
        errors.forbidden(&path, BALANCER_ONLY);
    }
    if !allocates && balanced {
        errors.required(&Path::new("allocateLoadBalancerNodePorts"), "");
    }
    balancer_class(errors, spec, None);
    traffic_policies(errors, spec, &path);
}

pub(super) const BALANCER_ONLY: &str = "may only be used when `type` is 'LoadBalancer'";

fn topology_mode(errors: &mut Errors, own: &StoredStruct) {
    const MODE: &str = "service.kubernetes.io/topology-mode";
    let hints = own.entry("annotations", "service.kubernetes.io/topology-aware-hints");
    if let (Some(hints), Some(mode)) = (hints, own.entry("annotations", MODE))
        && hints != mode
    {
        let path = Path::new("metadata.annotations");
        let detail = "must match annotations[service.kubernetes.io/topology-aware-hints] when both are specified";
        errors.invalid(&path.key(MODE), Bad::Text(mode), detail);
    }
}

fn by_kind(errors: &mut Errors, spec: &StoredStruct, kind: &str, path: &Path<'_>) {
    match kind {
        "LoadBalancer" | "NodePort" if is_headless(spec) => {
            let path = path.field("clusterIPs");
            let detail = ["may not be set to 'None' for ", kind, " services"].concat();
            errors.invalid(&path.index(0), Bad::Text("None"), &detail);
        }
        "ExternalName" => {
            let detail = "may not be set for ExternalName services";
            for field in ["clusterIPs", "ipFamilies"] {
                if spec.count(field) > 0 {
                    errors.forbidden(&path.field(field), detail);
                }
            }
            if spec.has("ipFamilyPolicy") {
                errors.forbidden(&path.field("ipFamilyPolicy"), detail);
            }
            let name = spec.text("externalName");
            let name = name.strip_suffix('.').unwrap_or(name);
            let path = path.field("externalName");
            match name {
                "" => errors.required(&path, ""),
                _ => errors.each(&path, name, formats::subdomain(name)),
            }
        }
        _ => {}
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateServicePort (v1.36.3)
fn one_port<'o>(
    errors: &mut Errors,
    port: &'o StoredStruct,
    several: bool,
    names: &mut Names<'o>,
    path: &Path<'_>,
) {
    let name = port.text("name");
    let name_path = path.field("name");
    if !name.is_empty() {
        errors.each(&name_path, name, formats::label(name));
        if !take(names, name) {
            errors.duplicate(&name_path, Bad::Text(name));
        }
    } else if several {
        errors.required(&name_path, "");
    }
    ports::number_of_port(errors, port.int("port"), &path.field("port"));
    ports::protocol(errors, port, path);
    ports::number_or_name(errors, port.get("targetPort"), &path.field("targetPort"));
    if let Some(protocol) = port.text_if_set("appProtocol") {
        let messages = formats::qualified_name(protocol);
        errors.each(&path.field("appProtocol"), protocol, messages);
    }
}

fn affinity(errors: &mut Errors, spec: &StoredStruct, path: &Path<'_>) {
    let affinity = spec.text("sessionAffinity");
    let own = path.field("sessionAffinity");
    errors.choice(&own, affinity, &["ClientIP", "None"]);
    let config = spec.inner("sessionAffinityConfig");
    let path = path.field("sessionAffinityConfig");
    if affinity == "None" && config.is_some() {
        errors.forbidden(&path, "must not be set when session affinity is None");
    }
    if affinity != "ClientIP" {
        return;
    }
    let needed = "when session affinity type is ClientIP";
    let Some(config) = config else {
        errors.required(&path, needed);
        return;
    };
    let Some(client) = config.inner("clientIP") else {
        errors.required(&path.field("clientIP"), needed);
        return;
    };
    let path = path.field("clientIP.timeoutSeconds");
    match client.int_if_set("timeoutSeconds") {
        None => errors.required(&path, needed),
        Some(seconds) if !(1..=86400).contains(&seconds) => {
            let detail = "must be greater than 0 and less than 86400";
            errors.invalid(&path, Bad::Int(seconds), detail);
        }
        Some(_) => {}
    }
}

fn port_numbers(errors: &mut Errors, spec: &StoredStruct, list: &Path<'_>) {
    if spec.text("type") == "ClusterIP" {
        for (index, port) in spec.structs("ports").enumerate() {
            if port.int("nodePort") != 0 {
                let path = list.index(index);
                let detail = "may not be used when `type` is 'ClusterIP'";
                errors.forbidden(&path.field("nodePort"), detail);
            }
        }
    }
    for field in ["nodePort", "port"] {
        let mut seen = OwnNames::new();
        for (index, port) in spec.structs("ports").enumerate() {
            let number = port.int(field);
            if field == "nodePort" && number == 0 {
                continue;
            }
            let protocol = port.text("protocol");
            let key = [protocol, "/", &number.to_string()].concat();
            if seen.insert(key, index).is_none() {
                continue;
            }
            let path = list.index(index);
            if field == "nodePort" {
                errors.duplicate(&path.field(field), Bad::Int(number));
            } else {
                // Upstream shows a port that has nothing else.
                let mut bare = StoredStruct::new(port.id);
                bare.add("protocol", StoredValue::Text(protocol.to_owned()));
                bare.add("port", StoredValue::Int(number));
                errors.duplicate(&path, Bad::Inside(&bare));
            }
        }
    }
}

const RANGES: &str = "service.beta.kubernetes.io/load-balancer-source-ranges";

fn source_ranges(
    errors: &mut Errors,
    own: &StoredStruct,
    spec: &StoredStruct,
    old: Option<(&StoredStruct, &StoredStruct)>,
) {
    let balanced = spec.text("type") == "LoadBalancer";
    if spec.count("loadBalancerSourceRanges") > 0 {
        let path = Path::new("spec.LoadBalancerSourceRanges");
        if !balanced {
            errors.forbidden(&path, BALANCER_ONLY);
        }
        let kept = old.map(|(_, spec)| spec.texts("loadBalancerSourceRanges").map(str::trim));
        let kept: Vec<&str> = kept.into_iter().flatten().collect();
        for (index, range) in spec.texts("loadBalancerSourceRanges").enumerate() {
            ip::range(errors, range.trim(), &kept, &path.index(index));
        }
    } else if let Some(text) = own.entry("annotations", RANGES) {
        let path = Path::new("metadata.annotations");
        let path = path.key(RANGES);
        if !balanced {
            errors.forbidden(&path, BALANCER_ONLY);
        }
        let before = old.and_then(|(own, _)| own.entry("annotations", RANGES));
        if before.unwrap_or_default() != text || old.is_none() {
            let text = text.trim();
            for range in text.split(',').filter(|_| !text.is_empty()) {
                ip::range(errors, range.trim(), &[], &path);
            }
        }
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateLoadBalancerClassField (v1.36.3)
pub(super) fn balancer_class(errors: &mut Errors, spec: &StoredStruct, old: Option<&StoredStruct>) {
    let path = Path::new("spec.loadBalancerClass");
    let balanced = |spec: &StoredStruct| spec.text("type") == "LoadBalancer";
    let class = spec.text_if_set("loadBalancerClass");
    if let Some(old) = old
        && balanced(old)
        && balanced(spec)
        && class != old.text_if_set("loadBalancerClass")
    {
        let bad = class.map_or(Bad::Raw("null"), Bad::Word);
        errors.invalid(&path, bad, "may not change once set");
    }
    let Some(class) = class else {
        return;
    };
    if balanced(spec) {
        errors.each(&path, class, formats::qualified_name(class));
    } else {
        errors.forbidden(&path, BALANCER_ONLY);
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateServiceExternalTrafficPolicy,
/// validateServiceInternalTrafficFieldsValue, validateServiceTrafficDistribution (v1.36.3)
fn traffic_policies(errors: &mut Errors, spec: &StoredStruct, path: &Path<'_>) {
    let known = ["Cluster", "Local"];
    let policy = spec.text("externalTrafficPolicy");
    let own = path.field("externalTrafficPolicy");
    match (is_external(spec), policy) {
        (false, "") => {}
        (false, _) => {
            let detail = "may only be set for externally-accessible services";
            errors.invalid(&own, Bad::Word(policy), detail);
        }
        (true, _) => errors.choice(&own, policy, &known),
    }
    let port = spec.int("healthCheckNodePort");
    let own = path.field("healthCheckNodePort");
    match (needs_health_check(spec), port) {
        (false, 0) => {}
        (false, _) => {
            let detail = "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'";
            errors.invalid(&own, Bad::Int(port), detail);
        }
        (true, 0) => errors.required(&own, ""),
        (true, _) => ports::number_of_port(errors, port, &own),
    }
    let own = path.field("internalTrafficPolicy");
    match spec.text_if_set("internalTrafficPolicy") {
        None if ["NodePort", "LoadBalancer", "ClusterIP"].contains(&spec.text("type")) => {
            errors.required(&own, "");
        }
        Some(policy) => errors.one_of(&own, policy, &known),
        None => {}
    }
    let known = ["PreferClose", "PreferSameZone", "PreferSameNode"];
    if let Some(distribution) = spec.text_if_set("trafficDistribution")
        && !known.contains(&distribution)
    {
        let path = path.field("trafficDistribution");
        errors.not_supported(&path, Bad::Text(distribution), &known);
    }
}
