//! Defaults of a Pod that a Pod template does not get.

use super::{fill_literal, inner, pod_resources};
use crate::manifest::{StoredStruct, StoredValue};
use crate::schema;

/// Upstream: pkg/apis/core/v1/defaults.go SetDefaults_Pod (v1.36.3)
pub(super) fn before(pod: &mut StoredStruct) {
    let Some(spec) = inner(pod, "spec") else {
        return;
    };
    let host_network = *spec.get("hostNetwork") == StoredValue::Bool(true);
    for list in ["containers", "initContainers"] {
        let Some(containers) = spec.get_mut(list) else {
            continue;
        };
        for container in containers.items_mut() {
            if let StoredValue::Struct(container) = container {
                if let Some(resources) = container.inner_mut("resources") {
                    requests_from_limits(resources);
                }
                if host_network {
                    host_ports(container);
                }
            }
        }
    }
    pod_resources::fill(spec);
    fill_literal(spec, "enableServiceLinks", "true");
}

/// A limit without a request is a request too.
fn requests_from_limits(resources: &mut StoredStruct) {
    let StoredValue::Map(limits) = resources.get("limits").clone() else {
        return;
    };
    let mut requests = match resources.get("requests").clone() {
        StoredValue::Map(requests) => requests,
        _ => Vec::new(),
    };
    let before = requests.len();
    for (name, limit) in limits {
        if !requests.iter().any(|(known, _)| *known == name) {
            requests.push((name, limit));
        }
    }
    if requests.len() > before {
        crate::order::sort_by(&mut requests, |a, b| a.0.cmp(&b.0));
        resources.add("requests", StoredValue::Map(requests));
    }
}

/// On the host's network, ports of containers are ports of the host.
fn host_ports(container: &mut StoredStruct) {
    let Some(ports) = container.get_mut("ports") else {
        return;
    };
    for port in ports.items_mut() {
        if let StoredValue::Struct(port) = port {
            let own = match port.get("containerPort") {
                StoredValue::Int(own) => *own,
                _ => 0,
            };
            let host = schema::field(port.id, "hostPort").map(|field| port.get(field.name));
            if host.is_some_and(|host| matches!(host, StoredValue::Null | StoredValue::Int(0))) {
                port.add("hostPort", StoredValue::Int(own));
            }
        }
    }
}
