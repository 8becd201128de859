//! Namespaces of the host: network, processes, IPC, users; and the Pod's name there.

use super::field_error::{Bad, Errors};
use super::options::Options;
use super::path::Path;
use super::{formats, pod};
use crate::manifest::StoredStruct;

/// Upstream: pkg/apis/core/validation/validation.go validatePodHostNetworkDeps (v1.36.3)
pub(super) fn ports(errors: &mut Errors, spec: &StoredStruct, path: &Path<'_>, options: &Options) {
    if !spec.is_true("hostNetwork") {
        return;
    }
    let path = path.field("containers");
    for (index, container) in spec.structs("containers").enumerate() {
        let path = path.index(index);
        let path = path.field("ports");
        for (index, port) in container.structs("ports").enumerate() {
            let (host, own) = (port.int("hostPort"), port.int("containerPort"));
            if (options.is_pod || host != 0) && host != own {
                let path = path.index(index);
                let detail = "must match `containerPort` when `hostNetwork` is true";
                errors.invalid(&path.field("hostPort"), Bad::Int(host), detail);
            }
        }
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateHostUsers (v1.36.3)
pub(super) fn users(errors: &mut Errors, spec: &StoredStruct, path: &Path<'_>, options: &Options) {
    if spec.bool_if_set("hostUsers") != Some(false) {
        return;
    }
    let detail = "when `hostUsers` is false";
    for (field, name) in [
        ("hostNetwork", "hostNetwork"),
        ("hostPID", "HostPID"),
        ("hostIPC", "HostIPC"),
    ] {
        let allowed = field == "hostNetwork" && options.host_network_with_users;
        if spec.is_true(field) && !allowed {
            errors.forbidden(&path.field(name), detail);
        }
    }
    if options.devices_with_users {
        return;
    }
    for one in pod::containers(spec) {
        if one.of.count("volumeDevices") > 0 {
            let list = path.field(one.list);
            let path = list.index(one.index);
            errors.forbidden(&path.field("volumeDevices"), detail);
        }
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validatePodHostName (v1.36.3)
pub(super) fn host_name(errors: &mut Errors, spec: &StoredStruct, path: &Path<'_>) {
    let Some(name) = spec.text_if_set("hostnameOverride") else {
        return;
    };
    let path = path.field("hostnameOverride");
    if spec.is_true("setHostnameAsFQDN") {
        let detail = "may not be specified when setHostnameAsFQDN is true";
        errors.forbidden(&path, detail);
    }
    if spec.is_true("hostNetwork") {
        errors.forbidden(&path, "may not be specified when hostNetwork is true");
    }
    if name.len() > 64 {
        errors.too_long(&path, 64);
    }
    errors.each(&path, name, formats::subdomain(name));
}
