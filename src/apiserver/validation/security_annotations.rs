//! Annotations about seccomp and AppArmor beside the fields that replace them.

use super::field_error::Errors;
use super::path::Path;
use super::pod;
use super::pod_annotations::{APP_ARMOR, SECCOMP_CONTAINER, SECCOMP_POD};
use crate::manifest::StoredStruct;

/// Holds fields against annotations, seccomp first.
///
/// Upstream: pkg/apis/core/validation/validation.go validateSeccompAnnotationsAndFields,
/// validateAppArmorAnnotationsAndFieldsMatchOnCreate (v1.36.3)
pub(super) fn match_fields(
    errors: &mut Errors,
    metadata: &StoredStruct,
    spec: &StoredStruct,
    path: &Path<'_>,
) {
    if metadata.map("annotations").is_empty() {
        return;
    }
    let annotation = |key: &str| metadata.entry("annotations", key);
    let context = |of: &'_ StoredStruct, field| -> Option<StoredStruct> {
        of.inner("securityContext")?.inner(field).cloned()
    };
    if let Some(profile) = context(spec, "seccompProfile")
        && let Some(value) = annotation(SECCOMP_POD)
    {
        let path = path.field("securityContext.seccompProfile");
        seccomp(errors, value, &profile, &path);
    }
    for one in pod::containers(spec) {
        let list = path.field(one.list);
        let path = list.index(one.index);
        if let Some(profile) = context(one.of, "seccompProfile")
            && let Some(value) = annotation(&[SECCOMP_CONTAINER, one.of.text("name")].concat())
        {
            let path = path.field("securityContext.seccompProfile");
            seccomp(errors, value, &profile, &path);
        }
    }
    if spec
        .inner("os")
        .is_some_and(|os| os.text("name") == "windows")
    {
        return;
    }
    let of_pod = context(spec, "appArmorProfile");
    for one in pod::containers(spec) {
        let list = path.field(one.list);
        let path = list.index(one.index);
        let profile = context(one.of, "appArmorProfile").or_else(|| of_pod.clone());
        if let Some(profile) = profile
            && let Some(value) = annotation(&[APP_ARMOR, one.of.text("name")].concat())
        {
            let path = path.field("securityContext.appArmorProfile");
            app_armor(errors, value, &profile, &path);
        }
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateSeccompAnnotationsAndFieldsMatch (v1.36.3)
fn seccomp(errors: &mut Errors, value: &str, profile: &StoredStruct, path: &Path<'_>) {
    let runtime = ["runtime/default", "docker/default"];
    let texts = [
        "seccomp type in annotation and field must match",
        "seccomp profile in annotation and field must match",
    ];
    compare(errors, value, profile, &runtime, texts, path);
}

fn app_armor(errors: &mut Errors, value: &str, profile: &StoredStruct, path: &Path<'_>) {
    let texts = [
        "apparmor type in annotation and field must match",
        "apparmor profile in annotation and field must match",
    ];
    compare(errors, value, profile, &["runtime/default"], texts, path);
}

fn compare(
    errors: &mut Errors,
    value: &str,
    profile: &StoredStruct,
    runtime: &[&str],
    [other_type, other_profile]: [&str; 2],
    path: &Path<'_>,
) {
    let same_type = match profile.text("type") {
        "Unconfined" => value == "unconfined",
        "RuntimeDefault" => runtime.contains(&value),
        "Localhost" => match value.strip_prefix("localhost/") {
            None => false,
            name => {
                if name != profile.text_if_set("localhostProfile") {
                    errors.forbidden(&path.field("localhostProfile"), other_profile);
                }
                true
            }
        },
        _ => true,
    };
    if !same_type {
        errors.forbidden(&path.field("type"), other_type);
    }
}
