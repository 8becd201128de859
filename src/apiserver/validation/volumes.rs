//! Volumes: one source each, names that containers mount.

use super::field_error::{Bad, Errors};
use super::names::OwnNames;
use super::options::Options;
use super::path::Path;
use super::{formats, volume_sources};
use crate::manifest::{StoredStruct, go_quote};
use crate::order::OrderedMap;

/// Volumes that nothing is wrong with, by name.
pub(super) type Volumes<'o> = OrderedMap<&'o str, &'o StoredStruct>;

/// Sources in the order in which upstream looks at them.
const SOURCES: [&str; 29] = [
    "hostPath",
    "gitRepo",
    "gcePersistentDisk",
    "awsElasticBlockStore",
    "secret",
    "nfs",
    "iscsi",
    "glusterfs",
    "flocker",
    "persistentVolumeClaim",
    "rbd",
    "cinder",
    "cephfs",
    "quobyte",
    "downwardAPI",
    "fc",
    "flexVolume",
    "configMap",
    "azureFile",
    "vsphereVolume",
    "photonPersistentDisk",
    "portworxVolume",
    "azureDisk",
    "storageos",
    "projected",
    "scaleIO",
    "csi",
    "ephemeral",
    "image",
];

/// The name of a source's field where there is one too many, and where the mistakes inside of it are said to be: three
/// have other names there.
fn said_at(field: &str) -> (&str, &str) {
    match field {
        "gcePersistentDisk" => (field, "persistentDisk"),
        "cephfs" => ("cephFS", field),
        "downwardAPI" => ("downwarAPI", field),
        field => (field, field),
    }
}

/// `metadata` is that of a Pod, whose name is part of those of claims that are made for it.
///
/// Upstream: pkg/apis/core/validation/validation.go ValidateVolumes (v1.36.3)
pub(super) fn volumes<'o>(
    errors: &mut Errors,
    spec: &'o StoredStruct,
    metadata: Option<&StoredStruct>,
    path: &Path<'_>,
    options: &Options,
) -> Volumes<'o> {
    let pod = metadata.map_or("", |metadata| metadata.text("name"));
    let mut claims = OwnNames::new();
    if !pod.is_empty() {
        for volume in spec.structs("volumes").filter(|v| v.has("ephemeral")) {
            claims.insert([pod, "-", volume.text("name")].concat(), 0);
        }
    }
    let mut good = Volumes::new();
    for (index, volume) in spec.structs("volumes").enumerate() {
        let path = path.index(index);
        let before = errors.found.len();
        let name = volume.text("name");
        source(errors, volume, pod, &path, options);
        let name_path = path.field("name");
        if name.is_empty() {
            errors.required(&name_path, "");
        } else {
            errors.each(&name_path, name, formats::label(name));
        }
        if good.contains_key(name) {
            errors.duplicate(&name_path, Bad::Text(name));
        }
        if errors.found.len() == before {
            good.insert(name, volume);
        }
        if let Some(claim) = volume.inner("persistentVolumeClaim") {
            let claim = claim.text("claimName");
            if claims.contains_key(claim) {
                let path = path.field("persistentVolumeClaim.claimName");
                let detail = "must not reference a PVC that gets created for an ephemeral volume";
                errors.invalid(&path, Bad::Text(claim), detail);
            }
        }
    }
    good
}

/// Upstream: pkg/apis/core/validation/validation.go validateVolumeSource (v1.36.3)
fn source(
    errors: &mut Errors,
    volume: &StoredStruct,
    pod: &str,
    path: &Path<'_>,
    options: &Options,
) {
    let name = volume.text("name");
    let mut found = false;
    if let Some(directory) = volume.inner("emptyDir") {
        found = true;
        if directory.text("sizeLimit").starts_with('-') {
            let detail = "SizeLimit field must be a valid resource quantity";
            errors.forbidden(&path.field("emptyDir.sizeLimit"), detail);
        }
    }
    for field in SOURCES {
        let Some(own) = volume.inner(field) else {
            continue;
        };
        let (name_if_second, inside) = said_at(field);
        if found {
            let path = path.field(name_if_second);
            errors.forbidden(&path, "may not specify more than 1 volume type");
        } else {
            found = true;
            volume_sources::check(errors, field, own, &path.field(inside), options);
            if field == "ephemeral" && !pod.is_empty() && !name.is_empty() {
                let claim = [pod, "-", name].concat();
                for message in formats::subdomain(&claim) {
                    let detail = ["PVC name ", &go_quote(&claim), ": ", &message].concat();
                    errors.invalid(&path.field("name"), Bad::Text(name), &detail);
                }
            }
        }
        if field == "iscsi"
            && own.has("initiatorName")
            && name.len() + 1 + own.text("targetPortal").len() > 64
        {
            let detail = "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.";
            errors.invalid(&path.field("name"), Bad::Text(name), detail);
        }
    }
    if !found {
        errors.required(path, "must specify a volume type");
    }
}
