//! Volumes as containers use them: mounts and block devices.

use super::field_error::{Bad, Errors};
use super::names::{Names, take};
use super::path::Path;
use super::paths;
use super::volumes::Volumes;
use crate::manifest::StoredStruct;

/// What stands in another list: names, and paths; of several paths of one name the last.
fn of_list<'o>(container: &'o StoredStruct, list: &str, path: &str) -> (Names<'o>, Names<'o>) {
    let (mut last, mut items) = (Names::new(), Vec::new());
    for item in container.structs(list) {
        last.insert(item.text("name"), items.len());
        items.push(item.text(path));
    }
    let mut paths = Names::new();
    for place in last.values() {
        if let Some(path) = items.get(*place) {
            take(&mut paths, path);
        }
    }
    (last, paths)
}

/// Upstream: pkg/apis/core/validation/validation.go ValidateVolumeMounts (v1.36.3)
pub(super) fn mounts(
    errors: &mut Errors,
    container: &StoredStruct,
    volumes: &Volumes<'_>,
    path: &Path<'_>,
) {
    let (device_names, device_paths) = of_list(container, "volumeDevices", "devicePath");
    let mut taken = Names::new();
    for (index, mount) in container.structs("volumeMounts").enumerate() {
        let own = path.index(index);
        let (name, target) = (mount.text("name"), mount.text("mountPath"));
        let (name_path, target_path) = (own.field("name"), own.field("mountPath"));
        if name.is_empty() {
            errors.required(&name_path, "");
        }
        if !volumes.contains_key(name) {
            errors.not_found(&name_path, name, String::new());
        }
        if target.is_empty() {
            errors.required(&target_path, "");
        }
        if !take(&mut taken, target) {
            errors.invalid(&target_path, Bad::Text(target), "must be unique");
        }
        if device_names.contains_key(name) {
            let detail = "must not already exist in volumeDevices";
            errors.invalid(&name_path, Bad::Text(name), detail);
        }
        if device_paths.contains_key(target) {
            let detail = "must not already exist as a path in volumeDevices";
            errors.invalid(&target_path, Bad::Text(target), detail);
        }
        let (sub, expression) = (mount.text("subPath"), mount.text("subPathExpr"));
        if !sub.is_empty() {
            paths::local_descending(errors, sub, &path.field("subPath"));
        }
        if !expression.is_empty() {
            if !sub.is_empty() {
                let detail = "subPathExpr and subPath are mutually exclusive";
                let path = own.field("subPathExpr");
                errors.invalid(&path, Bad::Text(expression), detail);
            }
            paths::local_descending(errors, expression, &path.field("subPathExpr"));
        }
        propagation(errors, mount, container, &path.field("mountPropagation"));
        recursive_read_only(errors, mount, &path.field("recursiveReadOnly"));
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateMountPropagation (v1.36.3)
fn propagation(
    errors: &mut Errors,
    mount: &StoredStruct,
    container: &StoredStruct,
    path: &Path<'_>,
) {
    let Some(mode) = mount.text_if_set("mountPropagation") else {
        return;
    };
    let modes = ["Bidirectional", "HostToContainer", "None"];
    if !modes.contains(&mode) {
        errors.not_supported(path, Bad::Word(mode), &modes);
    }
    let context = container.inner("securityContext");
    let privileged = context.is_some_and(|context| context.is_true("privileged"));
    if mode == "Bidirectional" && !privileged {
        let detail = "Bidirectional mount propagation is available only to privileged containers";
        errors.forbidden(path, detail);
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateMountRecursiveReadOnly (v1.36.3)
fn recursive_read_only(errors: &mut Errors, mount: &StoredStruct, path: &Path<'_>) {
    let Some(mode) = mount.text_if_set("recursiveReadOnly") else {
        return;
    };
    match mode {
        "Disabled" => {}
        "Enabled" | "IfPossible" => {
            if !mount.is_true("readOnly") {
                errors.forbidden(path, "may only be specified when readOnly is true");
            }
            let propagation = mount.text_if_set("mountPropagation");
            if propagation.is_some_and(|mode| mode != "None") {
                let detail = "may only be specified when mountPropagation is None or not specified";
                errors.forbidden(path, detail);
            }
        }
        _ => {
            let modes = ["Disabled", "Enabled", "IfPossible"];
            errors.not_supported(path, Bad::Word(mode), &modes);
        }
    }
}

/// Upstream: pkg/apis/core/validation/validation.go ValidateVolumeDevices (v1.36.3)
pub(super) fn devices(
    errors: &mut Errors,
    container: &StoredStruct,
    volumes: &Volumes<'_>,
    path: &Path<'_>,
) {
    let (mount_names, mount_paths) = of_list(container, "volumeMounts", "mountPath");
    let (mut names, mut taken) = (Names::new(), Names::new());
    for (index, device) in container.structs("volumeDevices").enumerate() {
        let own = path.index(index);
        let (name, target) = (device.text("name"), device.text("devicePath"));
        let (name_path, target_path) = (own.field("name"), own.field("devicePath"));
        if name.is_empty() {
            errors.required(&name_path, "");
        }
        if names.contains_key(name) {
            errors.invalid(&name_path, Bad::Text(name), "must be unique");
        }
        match volumes.get(name) {
            None => errors.not_found(&name_path, name, String::new()),
            Some(volume) => {
                if !volume.has("persistentVolumeClaim") && !volume.has("ephemeral") {
                    let detail = "can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode";
                    errors.invalid(&name_path, Bad::Text(name), detail);
                }
            }
        }
        if target.is_empty() {
            errors.required(&target_path, "");
        }
        if taken.contains_key(target) {
            errors.invalid(&target_path, Bad::Text(target), "must be unique");
        }
        if paths::has_backsteps(target) {
            let detail = "can not contain backsteps ('..')";
            errors.invalid(&target_path, Bad::Text(target), detail);
        } else {
            take(&mut taken, target);
        }
        if mount_names.contains_key(name) {
            let detail = "must not already exist in volumeMounts";
            errors.invalid(&name_path, Bad::Text(name), detail);
        }
        if mount_paths.contains_key(target) {
            let detail = "must not already exist as a path in volumeMounts";
            errors.invalid(&target_path, Bad::Text(target), detail);
        }
        if !name.is_empty() {
            take(&mut names, name);
        }
    }
}
