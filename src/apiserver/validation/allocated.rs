//! What the server gives a Service before it validates it.

use crate::manifest::{StoredStruct, StoredValue};

/// Addresses and the port for health checks that a Service does not name: the stored ones, or from the older field.
///
/// DIFFERENCE: what is new is not allocated: only the server knows what is free. A port for health checks that is missing
/// is 1 here, so that nobody is asked for it.
///
/// Upstream: pkg/registry/core/service/storage/alloc.go allocateCreate, pkg/registry/core/service/storage/storage.go
/// normalizeClusterIPs, patchAllocatedValues (v1.36.3)
pub fn allocate(object: &mut StoredStruct, old: Option<&StoredStruct>) {
    if crate::schema::name(object.id) != "v1.Service" {
        return;
    }
    let Some(spec) = object.inner_mut("spec") else {
        return;
    };
    let external = |spec: &StoredStruct| spec.text("type") == "ExternalName";
    let old = old.and_then(|old| old.inner("spec"));
    let old = old.filter(|old| !external(old) && !external(spec));
    if let Some(old) = old
        && spec.text("clusterIP").is_empty()
        && spec.count("clusterIPs") == 0
    {
        for field in ["clusterIP", "clusterIPs"] {
            spec.add(field, old.get(field).clone());
        }
    }
    let address = spec.text("clusterIP").to_owned();
    if !address.is_empty() && spec.count("clusterIPs") == 0 {
        spec.add(
            "clusterIPs",
            StoredValue::List(vec![StoredValue::Text(address)]),
        );
    }
    if super::service::needs_health_check(spec) && spec.int("healthCheckNodePort") == 0 {
        let port = old.map_or(0, |old| old.int("healthCheckNodePort"));
        spec.add("healthCheckNodePort", StoredValue::Int(port.max(1)));
    }
}
