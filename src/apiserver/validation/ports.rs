//! Ports of containers.

use super::field_error::{Bad, Errors};
use super::formats;
use super::names::{Names, OwnNames, take};
use super::path::Path;
use crate::manifest::{StoredStruct, StoredValue};

pub(super) const PROTOCOLS: [&str; 3] = ["SCTP", "TCP", "UDP"];

/// Upstream: pkg/apis/core/validation/validation.go validateContainerPorts (v1.36.3)
pub(super) fn ports(errors: &mut Errors, container: &StoredStruct, path: &Path<'_>) {
    let mut names = Names::new();
    for (index, port) in container.structs("ports").enumerate() {
        let path = path.index(index);
        let name = port.text("name");
        if !name.is_empty() {
            let path = path.field("name");
            let messages = formats::port_name(name);
            if !messages.is_empty() {
                errors.each(&path, name, messages);
            } else if !take(&mut names, name) {
                errors.duplicate(&path, Bad::Text(name));
            }
        }
        for field in ["containerPort", "hostPort"] {
            let number = port.int(field);
            let path = path.field(field);
            if number == 0 {
                if field == "containerPort" {
                    errors.required(&path, "");
                }
            } else if let Some(detail) = formats::port(number) {
                errors.invalid(&path, Bad::Int(number), &detail);
            }
        }
        protocol(errors, port, &path);
    }
}

pub(super) fn protocol(errors: &mut Errors, port: &StoredStruct, path: &Path<'_>) {
    let protocol = path.field("protocol");
    errors.choice(&protocol, port.text("protocol"), &PROTOCOLS);
}

/// Ports of the host that two containers would take.
///
/// Upstream: pkg/apis/core/validation/validation.go AccumulateUniqueHostPorts (v1.36.3)
pub(super) fn unique_on_host(
    errors: &mut Errors,
    containers: &mut dyn Iterator<Item = &StoredStruct>,
    path: &Path<'_>,
) {
    let mut taken = OwnNames::new();
    for (place, container) in containers.enumerate() {
        let path = path.index(place);
        let path = path.field("ports");
        for (index, port) in container.structs("ports").enumerate() {
            let number = port.int("hostPort");
            if number == 0 {
                continue;
            }
            let (protocol, ip) = (port.text("protocol"), port.text("hostIP"));
            let key = [protocol, "/", ip, "/", &number.to_string()].concat();
            if taken.contains_key(key.as_str()) {
                let path = path.index(index);
                errors.duplicate(&path.field("hostPort"), Bad::Text(&key));
            } else {
                taken.insert(key, index);
            }
        }
    }
}

/// A port by its number or its name.
///
/// Upstream: pkg/apis/core/validation/validation.go ValidatePortNumOrName (v1.36.3)
pub(super) fn number_or_name(errors: &mut Errors, port: &StoredValue, path: &Path<'_>) {
    match port {
        StoredValue::Text(name) => errors.each(path, name, formats::port_name(name)),
        StoredValue::Int(number) => number_of_port(errors, *number, path),
        _ => number_of_port(errors, 0, path),
    }
}

pub(super) fn number_of_port(errors: &mut Errors, number: i64, path: &Path<'_>) {
    if let Some(detail) = formats::port(number) {
        errors.invalid(path, Bad::Int(number), &detail);
    }
}
