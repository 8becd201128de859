//! Environment variables.

use super::field_error::{Bad, Errors};
use super::path::Path;
use super::{downward, formats, paths, pod};
use crate::manifest::StoredStruct;
use crate::order::OrderedMap;

/// Upstream: pkg/apis/core/validation/validation.go ValidateEnv (v1.36.3)
pub(super) fn variables(errors: &mut Errors, container: &StoredStruct, path: &Path<'_>) {
    for (index, variable) in container.structs("env").enumerate() {
        let path = path.index(index);
        let name = variable.text("name");
        if name.is_empty() {
            errors.required(&path.field("name"), "");
        } else {
            errors.each(&path.field("name"), name, formats::env_name(name));
        }
        if let Some(from) = variable.inner("valueFrom") {
            let has_value = !variable.text("value").is_empty();
            value_from(errors, from, has_value, &path.field("valueFrom"));
        }
    }
}

const FIELDS: [&str; 9] = [
    "metadata.name",
    "metadata.namespace",
    "metadata.uid",
    "spec.nodeName",
    "spec.serviceAccountName",
    "status.hostIP",
    "status.hostIPs",
    "status.podIP",
    "status.podIPs",
];

/// Upstream: pkg/apis/core/validation/validation.go validateEnvVarValueFrom (v1.36.3)
fn value_from(errors: &mut Errors, from: &StoredStruct, has_value: bool, path: &Path<'_>) {
    let mut count = 0;
    for field in [
        "fieldRef",
        "resourceFieldRef",
        "configMapKeyRef",
        "secretKeyRef",
        "fileKeyRef",
    ] {
        let Some(own) = from.inner(field) else {
            continue;
        };
        count += 1;
        let path = path.field(field);
        match field {
            "fieldRef" => downward::field(errors, own, &FIELDS, &path),
            "resourceFieldRef" => downward::resource(errors, own, false, &path),
            "fileKeyRef" => file_key(errors, own, &path),
            _ => {
                let name = own.text("name");
                errors.each(&path.field("name"), name, formats::subdomain(name));
                let key = own.text("key");
                let path = path.field("key");
                match key {
                    "" => errors.required(&path, ""),
                    _ => errors.each(&path, key, formats::config_map_key(key)),
                }
            }
        }
    }
    let detail = match count {
        0 => {
            "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`"
        }
        _ if has_value => "may not be specified when `value` is not empty",
        1 => return,
        _ => MORE_THAN_ONE,
    };
    errors.invalid(path, Bad::Text(""), detail);
}

const MORE_THAN_ONE: &str = "may not have more than one field specified at a time";

/// Upstream: pkg/apis/core/validation/validation.go validateFileKeySelector (v1.36.3)
fn file_key(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    for field in ["key", "volumeName", "path"] {
        let value = of.text(field);
        let path = path.field(field);
        match field {
            _ if value.is_empty() => errors.required(&path, ""),
            "key" => errors.each(&path, value, formats::env_name(value)),
            "volumeName" => errors.each(&path, value, formats::label(value)),
            _ => paths::no_backsteps(errors, value, &path),
        }
    }
}

/// Upstream: pkg/apis/core/validation/validation.go ValidateEnvFrom (v1.36.3)
pub(super) fn sources(errors: &mut Errors, container: &StoredStruct, path: &Path<'_>) {
    for (index, source) in container.structs("envFrom").enumerate() {
        let own = path.index(index);
        let prefix = source.text("prefix");
        if !prefix.is_empty() {
            errors.each(&own.field("prefix"), prefix, formats::env_name(prefix));
        }
        let mut count = 0;
        for field in ["configMapRef", "secretRef"] {
            let Some(reference) = source.inner(field) else {
                continue;
            };
            count += 1;
            let name = reference.text("name");
            let own = own.field(field);
            let own = own.field("name");
            match name {
                "" => errors.required(&own, ""),
                _ => {
                    let messages = formats::NameForm::Subdomain.check_prefix(name);
                    errors.each(&own, name, messages);
                }
            }
        }
        match count {
            0 => {
                let detail = "must specify one of: `configMapRef` or `secretRef`";
                errors.invalid(path, Bad::Text(""), detail);
            }
            1 => {}
            _ => errors.invalid(path, Bad::Text(""), MORE_THAN_ONE),
        }
    }
}

/// Files with variables lie in volumes of one kind.
///
/// Upstream: pkg/apis/core/validation/validation.go validateFileKeyRefVolumes (v1.36.3)
pub(super) fn file_volumes(errors: &mut Errors, spec: &StoredStruct, path: &Path<'_>) {
    let mut volumes: Option<OrderedMap<&str, usize>> = None;
    for one in pod::containers(spec) {
        for (index, variable) in one.of.structs("env").enumerate() {
            let from = variable.inner("valueFrom");
            let Some(key) = from.and_then(|from| from.inner("fileKeyRef")) else {
                continue;
            };
            let volumes = volumes.get_or_insert_with(|| {
                let all = spec.structs("volumes");
                let kind = |volume: &StoredStruct| usize::from(volume.has("emptyDir"));
                let mut volumes = OrderedMap::new();
                for volume in all {
                    volumes.insert(volume.text("name"), kind(volume));
                }
                volumes
            });
            let list = path.field(one.list);
            let container = list.index(one.index);
            let env = container.field("env");
            let own = env.index(index);
            let own = own.field("valueFrom.fileKeyRef.volumeName");
            let name = key.text("volumeName");
            match volumes.get(name) {
                None => errors.not_found(&own, name, String::new()),
                Some(0) => {
                    let detail = "referenced volume must be of type emptyDir";
                    errors.invalid(&own, Bad::Text(name), detail);
                }
                Some(_) => {}
            }
        }
    }
}
