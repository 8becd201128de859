//! Volumes that are put together of several sources.

use super::field_error::{Bad, Errors};
use super::names::{Names, take};
use super::options::Options;
use super::path::Path;
use super::{certificates, paths, volume_sources};
use crate::manifest::StoredStruct;

const TWICE: &str = "conflicting duplicate paths";

/// Upstream: pkg/apis/core/validation/validation.go validateProjectionSources (v1.36.3)
pub(super) fn sources(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>, options: &Options) {
    let mut taken = Names::new();
    let list = path.field("sources");
    for (index, source) in of.structs("sources").enumerate() {
        let own = list.index(index);
        let mut count = 0;
        for field in ["secret", "configMap"] {
            let Some(of) = source.inner(field) else {
                continue;
            };
            count += 1;
            let own = own.field(field);
            let name = of.text("name");
            if name.is_empty() {
                errors.required(&own.field("name"), "");
            }
            let items = own.field("items");
            for (index, key) in of.structs("items").enumerate() {
                volume_sources::key_to_path(errors, key, &items.index(index));
                let target = key.text("path");
                if !target.is_empty() && !take(&mut taken, target) {
                    errors.invalid(path, Bad::Text(name), TWICE);
                }
            }
        }
        if let Some(of) = source.inner("downwardAPI") {
            count += 1;
            let own = own.field("downwardAPI");
            for file in of.structs("items") {
                volume_sources::downward_file(errors, file, &own);
                let target = file.text("path");
                if !target.is_empty() && !take(&mut taken, target) {
                    errors.invalid(path, Bad::Text(target), TWICE);
                }
            }
        }
        if let Some(of) = source.inner("serviceAccountToken") {
            count += 1;
            let own = own.field("serviceAccountToken");
            token(errors, of, &own, path, options);
        }
        if let Some(of) = source
            .inner("clusterTrustBundle")
            .filter(|_| options.trust_bundles)
        {
            count += 1;
            certificates::trust_bundle(errors, of, &own.field("clusterTrustBundle"));
            let target = of.text("path");
            if !take(&mut taken, target) {
                errors.invalid(path, Bad::Text(target), TWICE);
            }
        }
        if let Some(of) = source
            .inner("podCertificate")
            .filter(|_| options.pod_certificates)
        {
            count += 1;
            let own = own.field("podCertificate");
            certificates::of_pod(errors, of, &own);
            let mut files = 0;
            for field in ["credentialBundlePath", "keyPath", "certificateChainPath"] {
                let target = of.text(field);
                if target.is_empty() {
                    continue;
                }
                files += 1;
                paths::local_not_reserved(errors, target, &own.field(field));
                if !take(&mut taken, target) {
                    errors.invalid(path, Bad::Text(target), TWICE);
                }
            }
            if files == 0 {
                let detail = "specify at least one of credentialBundlePath, keyPath, and certificateChainPath";
                errors.required(&own, detail);
            }
        }
        if count > 1 {
            errors.forbidden(&own, "may not specify more than 1 volume type per source");
        }
    }
}

/// `whole` is the way to the volume, at which mistakes of the file's path are said to be.
fn token(
    errors: &mut Errors,
    of: &StoredStruct,
    path: &Path<'_>,
    whole: &Path<'_>,
    options: &Options,
) {
    let seconds = of.int("expirationSeconds");
    let expiration = path.field("expirationSeconds");
    if seconds < 600 {
        let detail = "may not specify a duration less than 10 minutes";
        errors.invalid(&expiration, Bad::Int(seconds), detail);
    }
    if seconds > 1 << 32 {
        let detail = "may not specify a duration larger than 2^32 seconds";
        errors.invalid(&expiration, Bad::Int(seconds), detail);
    }
    let target = of.text("path");
    if target.is_empty() {
        errors.required(&whole.field("path"), "");
    } else if !options.any_token_path {
        paths::local_not_reserved(errors, target, &whole.field("path"));
    }
}
