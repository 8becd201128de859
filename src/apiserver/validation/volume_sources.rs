//! What each kind of volume must say of itself.

use super::field_error::{Bad, Errors};
use super::options::Options;
use super::path::Path;
use super::{claim_template, containers, downward, formats, iscsi, paths, projected};
use crate::manifest::StoredStruct;

/// Texts and lists that a kind of volume must have, and nothing more is asked of it.
const NEEDED: [(&str, &[&str]); 14] = [
    ("gcePersistentDisk", &["pdName"]),
    ("awsElasticBlockStore", &["volumeID"]),
    ("nfs", &["server", "path"]),
    ("glusterfs", &["endpoints", "path"]),
    ("persistentVolumeClaim", &["claimName"]),
    ("rbd", &["monitors", "image"]),
    ("cinder", &["volumeID"]),
    ("cephfs", &["monitors"]),
    ("flexVolume", &["driver"]),
    ("azureFile", &["secretName", "shareName"]),
    ("vsphereVolume", &["volumePath"]),
    ("photonPersistentDisk", &["pdID"]),
    ("portworxVolume", &["volumeID"]),
    ("scaleIO", &["gateway", "system", "volumeName"]),
];

/// Upstream: pkg/apis/core/validation/validation.go validateVolumeSource and the functions that it calls, one for each
/// field (v1.36.3)
pub(super) fn check(
    errors: &mut Errors,
    field: &str,
    of: &StoredStruct,
    path: &Path<'_>,
    options: &Options,
) {
    let needed = NEEDED.iter().find(|(known, _)| *known == field);
    for needed in needed.map_or(&[] as &[_], |(_, needed)| *needed) {
        if of.text(needed).is_empty() && of.count(needed) == 0 {
            errors.required(&path.field(needed), "");
        }
    }
    match field {
        "hostPath" => host_path(errors, of, path),
        "gitRepo" => {
            errors.needs(of, "repository", path);
            paths::local_descending(errors, of.text("directory"), &path.field("directory"));
        }
        "gcePersistentDisk" | "awsElasticBlockStore" => {
            let partition = of.int("partition");
            // The message is that of partitions that are counted from 1.
            if !(0..=255).contains(&partition) {
                let detail = "must be between 1 and 255, inclusive";
                errors.invalid(&path.field("partition"), Bad::Int(partition), detail);
            }
        }
        "secret" => {
            errors.needs(of, "secretName", path);
            mode(errors, of, "defaultMode", path);
            keys(errors, of, path);
        }
        "configMap" => {
            errors.needs(of, "name", path);
            mode(errors, of, "defaultMode", path);
            keys(errors, of, path);
        }
        "nfs" => {
            let target = of.text("path");
            if !target.starts_with('/') {
                let detail = "must be an absolute path";
                errors.invalid(&path.field("path"), Bad::Text(target), detail);
            }
        }
        "iscsi" => iscsi::check(errors, of, path),
        "flocker" => flocker(errors, of, path),
        "cinder" => secret_name(errors, of, path),
        "quobyte" => quobyte(errors, of, path),
        "downwardAPI" => {
            mode(errors, of, "defaultMode", path);
            for file in of.structs("items") {
                downward_file(errors, file, path);
            }
        }
        "fc" => fibre_channel(errors, of, path),
        "flexVolume" => flex(errors, of, path),
        "azureDisk" => azure_disk(errors, of, path),
        "storageos" => {
            let name = of.text("volumeName");
            match name {
                "" => errors.required(&path.field("volumeName"), ""),
                _ => errors.each(&path.field("volumeName"), name, formats::label(name)),
            }
            let namespace = of.text("volumeNamespace");
            if !namespace.is_empty() {
                let path = path.field("volumeNamespace");
                errors.each(&path, namespace, formats::label(namespace));
            }
            secret_name(errors, of, path);
        }
        "projected" => {
            mode(errors, of, "defaultMode", path);
            projected::sources(errors, of, path, options);
        }
        "csi" => csi(errors, of, path),
        "ephemeral" => match of.inner("volumeClaimTemplate") {
            None => errors.required(&path.field("volumeClaimTemplate"), ""),
            Some(of) => claim_template::check(errors, of, &path.field("volumeClaimTemplate")),
        },
        "image" => {
            if options.is_pod && of.text("reference").is_empty() {
                errors.required(&path.field("reference"), "");
            }
            containers::pull_policy(errors, of.text("pullPolicy"), &path.field("pullPolicy"));
        }
        _ => {}
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateHostPathVolumeSource (v1.36.3)
fn host_path(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    const TYPES: [&str; 8] = [
        "",
        "BlockDevice",
        "CharDevice",
        "Directory",
        "DirectoryOrCreate",
        "File",
        "FileOrCreate",
        "Socket",
    ];
    let target = of.text("path");
    if target.is_empty() {
        errors.required(&path.field("path"), "");
        return;
    }
    paths::no_backsteps(errors, target, &path.field("path"));
    errors.one_of(&path.field("type"), of.text("type"), &TYPES);
}

/// The permissions of files.
pub(super) fn mode(errors: &mut Errors, of: &StoredStruct, field: &str, path: &Path<'_>) {
    if let Some(mode) = of.int_if_set(field)
        && !(0..=0o777).contains(&mode)
    {
        let detail = "must be a number between 0 and 0777 (octal), both inclusive";
        errors.invalid(&path.field(field), Bad::Int(mode), detail);
    }
}

fn keys(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    let path = path.field("items");
    for (index, key) in of.structs("items").enumerate() {
        key_to_path(errors, key, &path.index(index));
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateKeyToPath (v1.36.3)
pub(super) fn key_to_path(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    for field in ["key", "path"] {
        errors.needs(of, field, path);
    }
    paths::local_not_reserved(errors, of.text("path"), &path.field("path"));
    mode(errors, of, "mode", path);
}

/// Upstream: pkg/apis/core/validation/validation.go validateDownwardAPIVolumeFile (v1.36.3)
pub(super) fn downward_file(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    const FIELDS: [&str; 5] = [
        "metadata.annotations",
        "metadata.labels",
        "metadata.name",
        "metadata.namespace",
        "metadata.uid",
    ];
    let target = of.text("path");
    if target.is_empty() {
        errors.required(&path.field("path"), "");
    }
    paths::local_not_reserved(errors, target, &path.field("path"));
    match (of.inner("fieldRef"), of.inner("resourceFieldRef")) {
        (Some(field), resource) => {
            downward::field(errors, field, &FIELDS, &path.field("fieldRef"));
            if resource.is_some() {
                let detail = "fieldRef and resourceFieldRef can not be specified simultaneously";
                errors.invalid(path, Bad::Text("resource"), detail);
            }
        }
        (None, Some(resource)) => {
            downward::resource(errors, resource, true, &path.field("resourceFieldRef"));
        }
        (None, None) => {
            errors.required(path, "one of fieldRef and resourceFieldRef is required");
        }
    }
    mode(errors, of, "mode", path);
}

/// Upstream: pkg/apis/core/validation/validation.go validateFlockerVolumeSource (v1.36.3)
fn flocker(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    let (name, uuid) = (of.text("datasetName"), of.text("datasetUUID"));
    match (name.is_empty(), uuid.is_empty()) {
        (true, true) => {
            errors.required(path, "one of datasetName and datasetUUID is required");
        }
        (false, false) => {
            let detail = "datasetName and datasetUUID can not be specified simultaneously";
            errors.invalid(path, Bad::Text("resource"), detail);
        }
        _ => {}
    }
    if name.as_bytes().contains(&b'/') {
        errors.invalid(
            &path.field("datasetName"),
            Bad::Text(name),
            "must not contain '/'",
        );
    }
}

fn secret_name(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    let secret = of.inner("secretRef");
    if secret.is_some_and(|secret| secret.text("name").is_empty()) {
        errors.required(&path.field("secretRef.name"), "");
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateQuobyteVolumeSource (v1.36.3)
fn quobyte(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    let registry = of.text("registry");
    let wanted = "must be a host:port pair or multiple pairs separated by commas";
    if registry.is_empty() {
        errors.required(&path.field("registry"), wanted);
    } else if of.text("tenant").len() >= 65 {
        let detail = "must be a UUID and may not exceed a length of 64 characters";
        errors.required(&path.field("tenant"), detail);
    } else {
        for pair in registry.split(',') {
            if !is_host_and_port(pair) {
                errors.invalid(&path.field("registry"), Bad::Text(registry), wanted);
            }
        }
    }
    errors.needs(of, "volume", path);
}

/// Upstream: net SplitHostPort
fn is_host_and_port(text: &str) -> bool {
    let Some((host, port)) = text.rsplit_once(':') else {
        return false;
    };
    let host = match host.strip_prefix('[') {
        Some(rest) => match rest.strip_suffix(']') {
            Some(inner) => inner,
            None => return false,
        },
        None if host.as_bytes().contains(&b':') => return false,
        None => host,
    };
    ![host, port].iter().any(|part| part.contains(['[', ']']))
}

/// Upstream: pkg/apis/core/validation/validation.go validateFCVolumeSource (v1.36.3)
fn fibre_channel(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    let (targets, ids) = (of.count("targetWWNs"), of.count("wwids"));
    let target_path = path.field("targetWWNs");
    if targets == 0 && ids == 0 {
        let detail = "must specify either targetWWNs or wwids, but not both";
        errors.required(&target_path, detail);
    }
    if targets != 0 && ids != 0 {
        let detail = "targetWWNs and wwids can not be specified simultaneously";
        errors.invalid(&target_path, Bad::Json(of.get("targetWWNs")), detail);
    }
    if targets != 0 {
        let path = path.field("lun");
        match of.int_if_set("lun") {
            None => errors.required(&path, "lun is required if targetWWNs is specified"),
            Some(lun) => {
                if let Some(detail) = formats::range(lun, 0, 255) {
                    errors.invalid(&path, Bad::Int(lun), &detail);
                }
            }
        }
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateFlexVolumeSource (v1.36.3)
fn flex(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    let path = path.field("options");
    for (key, _) in of.map("options") {
        let namespace = key.split_once('/').map_or(key.as_str(), |parts| parts.0);
        let domain = [".", &formats::lowercase(namespace)].concat();
        if domain.ends_with(".kubernetes.io") || domain.ends_with(".k8s.io") {
            let detail = "kubernetes.io and k8s.io namespaces are reserved";
            errors.invalid(&path.key(key), Bad::Text(key), detail);
        }
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateAzureDisk (v1.36.3)
fn azure_disk(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    for field in ["diskName", "diskURI"] {
        errors.needs(of, field, path);
    }
    for (field, known) in [
        ("cachingMode", ["None", "ReadOnly", "ReadWrite"]),
        ("kind", ["Dedicated", "Managed", "Shared"]),
    ] {
        errors.one_if_set(of, field, &known, path);
    }
    let address = of.text("diskURI");
    let wanted = match of.text_if_set("kind") {
        Some("Managed") if !address.starts_with("/subscriptions/") => {
            "/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}"
        }
        Some(kind) if kind != "Managed" && !address.starts_with("https://") => {
            "https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd"
        }
        _ => return,
    };
    errors.not_supported(&path.field("diskURI"), Bad::Text(address), &[wanted]);
}

/// Upstream: pkg/apis/core/validation/validation.go validateCSIVolumeSource, ValidateCSIDriverName (v1.36.3)
fn csi(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    let driver = of.text("driver");
    let driver_path = path.field("driver");
    if driver.is_empty() {
        errors.required(&driver_path, "");
    } else {
        if driver.len() > 63 {
            errors.too_long(&driver_path, 63);
        }
        errors.each(
            &driver_path,
            driver,
            formats::subdomain(&formats::lowercase(driver)),
        );
    }
    if let Some(secret) = of.inner("nodePublishSecretRef") {
        let name = secret.text("name");
        match name {
            "" => errors.required(&path.field("nodePublishSecretRef.name"), ""),
            _ => errors.each(&path.field("name"), name, formats::subdomain(name)),
        }
    }
}
