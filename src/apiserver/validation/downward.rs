//! What a container is told of its own Pod: fields and resources.

use super::field_error::{Bad, Errors};
use super::formats;
use super::path::Path;
use crate::manifest::StoredStruct;
use crate::model::Quantity;
use crate::source::parted;

/// Labels of fields that the API knows; some of them are not allowed anywhere.
const LABELS: [&str; 14] = [
    "metadata.annotations",
    "metadata.labels",
    "metadata.name",
    "metadata.namespace",
    "metadata.uid",
    "spec.nodeName",
    "spec.restartPolicy",
    "spec.serviceAccountName",
    "spec.schedulerName",
    "status.phase",
    "status.hostIP",
    "status.hostIPs",
    "status.podIP",
    "status.podIPs",
];

/// Upstream: pkg/apis/core/validation/validation.go validateObjectFieldSelector (v1.36.3)
pub(super) fn field(errors: &mut Errors, of: &StoredStruct, allowed: &[&str], path: &Path<'_>) {
    let (version, label) = (of.text("apiVersion"), of.text("fieldPath"));
    if version.is_empty() {
        errors.required(&path.field("apiVersion"), "");
        return;
    }
    let label_path = path.field("fieldPath");
    if label.is_empty() {
        errors.required(&label_path, "");
        return;
    }
    let refuse = |errors: &mut Errors, what: &str, text: &str| {
        let detail = ["error converting fieldPath: ", what, ": ", text].concat();
        errors.invalid(&label_path, Bad::Text(label), &detail);
    };
    if version != "v1" {
        refuse(errors, "unsupported pod version", version);
        return;
    }
    if let Some((field, key)) = subscript(label) {
        match field {
            "metadata.annotations" => {
                let key = formats::lowercase(key);
                errors.each(path, &key, formats::qualified_name(&key));
            }
            "metadata.labels" => errors.each(path, key, formats::qualified_name(key)),
            _ => refuse(errors, "field label does not support subscript", label),
        }
        return;
    }
    let label = match label {
        "spec.host" => "spec.nodeName",
        label => label,
    };
    if !LABELS.contains(&label) {
        refuse(errors, "field label not supported", label);
    } else if !allowed.contains(&label) {
        errors.not_supported(&label_path, Bad::Text(label), allowed);
    }
}

/// `metadata.labels['app']` as its two parts.
///
/// Upstream: pkg/fieldpath/fieldpath.go SplitMaybeSubscriptedPath (v1.36.3)
fn subscript(label: &str) -> Option<(&str, &str)> {
    let parts = parted(label.strip_suffix("']")?, "['")?;
    (!parts.0.is_empty()).then_some(parts)
}

const RESOURCES: [&str; 6] = [
    "limits.cpu",
    "limits.ephemeral-storage",
    "limits.memory",
    "requests.cpu",
    "requests.ephemeral-storage",
    "requests.memory",
];

/// Upstream: pkg/apis/core/validation/validation.go validateContainerResourceFieldSelector (v1.36.3)
pub(super) fn resource(errors: &mut Errors, of: &StoredStruct, in_volume: bool, path: &Path<'_>) {
    let name = of.text("resource");
    let huge = name.starts_with("requests.hugepages-") || name.starts_with("limits.hugepages-");
    if in_volume && of.text("containerName").is_empty() {
        errors.required(&path.field("containerName"), "");
    } else if name.is_empty() {
        errors.required(&path.field("resource"), "");
    } else if !RESOURCES.contains(&name) && !huge {
        errors.not_supported(&path.field("resource"), Bad::Text(name), &RESOURCES);
    }
    divisor(
        errors,
        name,
        of.text("divisor"),
        huge,
        &path.field("divisor"),
    );
}

/// Upstream: pkg/apis/core/validation/validation.go validateContainerResourceDivisor (v1.36.3)
fn divisor(errors: &mut Errors, resource: &str, divisor: &str, huge: bool, path: &Path<'_>) {
    const BYTES: [&str; 13] = [
        "1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei",
    ];
    if Quantity::new(divisor).nanos().unwrap_or_default() == 0 {
        return;
    }
    let (known, kind): (&[&str], _) = match resource {
        "limits.cpu" | "requests.cpu" => (&["1m", "1"], "cpu"),
        "limits.memory" | "requests.memory" => (&BYTES, "memory"),
        "limits.ephemeral-storage" | "requests.ephemeral-storage" => {
            (&BYTES, "local ephemeral storage")
        }
        _ if huge => (&BYTES, "hugepages"),
        _ => return,
    };
    if known.contains(&divisor) {
        return;
    }
    let values = match kind {
        "cpu" => "1m and 1",
        _ => "1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei",
    };
    let end = [" are supported with the ", kind, " resource"].concat();
    let detail = ["only divisor's values ", values, &end].concat();
    errors.invalid(path, Bad::Text(resource), &detail);
}
