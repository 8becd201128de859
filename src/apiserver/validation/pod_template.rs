//! A template of Pods.

use super::field_error::Errors;
use super::options::Options;
use super::path::Path;
use super::{labels, pod, pod_annotations, security_annotations};
use crate::manifest::StoredStruct;

/// Upstream: pkg/apis/core/validation/validation.go ValidatePodTemplateSpec (v1.36.3)
pub(super) fn template(
    errors: &mut Errors,
    template: &StoredStruct,
    path: &Path<'_>,
    options: &Options,
) {
    let (Some(metadata), Some(spec)) = (template.inner("metadata"), template.inner("spec")) else {
        return;
    };
    labels::labels(errors, metadata.map("labels"), &path.field("labels"));
    let annotations = path.field("annotations");
    labels::annotations(errors, metadata.map("annotations"), &annotations);
    pod_annotations::check(errors, metadata, spec, &annotations, options);
    let spec_path = path.field("spec");
    pod::spec(errors, spec, None, &spec_path, options);
    security_annotations::match_fields(errors, metadata, spec, &spec_path);
    if spec.count("ephemeralContainers") > 0 {
        let detail = "ephemeral containers not allowed in pod template";
        errors.forbidden(&spec_path.field("ephemeralContainers"), detail);
    }
}
