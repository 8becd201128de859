//! Defaults of a Service that follow from its other fields.

use super::DefaultValue::{Text, True};
use super::{Fields as _, inner};
use crate::manifest::{StoredStruct, StoredValue};
use crate::schema;

/// Upstream: pkg/apis/core/v1/defaults.go SetDefaults_Service (v1.36.3)
pub(super) fn fill(service: &mut StoredStruct) {
    let Some(spec) = inner(service, "spec") else {
        return;
    };
    spec.fill("sessionAffinity", Text("None"));
    affinity(spec);
    spec.fill("type", Text("ClusterIP"));
    if let Some(ports) = spec.get_mut("ports") {
        for port in ports.items_mut() {
            if let StoredValue::Struct(port) = port {
                port.fill("protocol", Text("TCP"));
                port.fill_from("targetPort", "port");
            }
        }
    }
    let kind = spec.get("type").as_text().to_owned();
    let external = !spec.get("externalIPs").items().is_empty();
    let balanced = kind == "LoadBalancer";
    if balanced || kind == "NodePort" || kind == "ClusterIP" && external {
        spec.fill("externalTrafficPolicy", Text("Cluster"));
    }
    if matches!(kind.as_str(), "NodePort" | "LoadBalancer" | "ClusterIP") {
        spec.fill("internalTrafficPolicy", Text("Cluster"));
    }
    if !balanced {
        return;
    }
    spec.fill("allocateLoadBalancerNodePorts", True);
    let balancer = service
        .inner_mut("status")
        .and_then(|status| status.inner_mut("loadBalancer"));
    let Some(ingress) = balancer.and_then(|balancer| balancer.get_mut("ingress")) else {
        return;
    };
    for ingress in ingress.items_mut() {
        if let StoredValue::Struct(ingress) = ingress
            && !ingress.get("ip").as_text().is_empty()
        {
            ingress.fill("ipMode", Text("VIP"));
        }
    }
}

fn affinity(spec: &mut StoredStruct) {
    match spec.get("sessionAffinity").as_text() {
        "None" => spec
            .entries
            .retain(|entry| entry.field.name != "sessionAffinityConfig"),
        "ClientIP" => {
            let config = spec.get("sessionAffinityConfig").as_struct();
            let client = config.and_then(|config| config.get("clientIP").as_struct());
            let given = client.map(|client| client.get("timeoutSeconds"));
            if given.is_some_and(|seconds| *seconds != StoredValue::Null) {
                return;
            }
            let new = |name: &str| schema::named(name).map(StoredStruct::new);
            if let (Some(mut config), Some(mut client)) =
                (new("v1.SessionAffinityConfig"), new("v1.ClientIPConfig"))
            {
                client.add("timeoutSeconds", StoredValue::Int(10_800));
                config.add("clientIP", StoredValue::Struct(client));
                spec.add("sessionAffinityConfig", StoredValue::Struct(config));
            }
        }
        _ => {}
    }
}
