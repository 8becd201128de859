//! Claims for devices and other resources that are allocated.

use super::field_error::{Bad, Errors};
use super::names::{Names, take};
use super::path::Path;
use super::{formats, pod_annotations};
use crate::manifest::StoredStruct;

/// The names of the claims of a Pod.
pub(super) fn names(spec: &StoredStruct) -> Names<'_> {
    let mut names = Names::new();
    for claim in spec.structs("resourceClaims") {
        let name = claim.text("name");
        if !name.is_empty() {
            take(&mut names, name);
        }
    }
    names
}

/// Upstream: pkg/apis/core/validation/validation.go validatePodResourceClaims (v1.36.3)
pub(super) fn claims(
    errors: &mut Errors,
    spec: &StoredStruct,
    metadata: Option<&StoredStruct>,
    path: &Path<'_>,
) {
    let mirror = metadata.and_then(|m| m.entry("annotations", pod_annotations::MIRROR));
    let mut names = Names::new();
    for (index, claim) in spec.structs("resourceClaims").enumerate() {
        if mirror.is_some() {
            let detail = "static pods do not support resource claims";
            errors.forbidden(&Path::new(""), detail);
            continue;
        }
        let path = path.index(index);
        let name = claim.text("name");
        let name_path = path.field("name");
        if name.is_empty() {
            errors.required(&name_path, "");
        } else if names.contains_key(name) {
            errors.duplicate(&name_path, Bad::Text(name));
        } else {
            errors.each(&name_path, name, formats::label(name));
            take(&mut names, name);
        }
        let sources = ["resourceClaimName", "resourceClaimTemplateName"];
        match sources.iter().filter(|field| claim.has(field)).count() {
            0 => {
                let detail =
                    "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`";
                errors.invalid(&path, Bad::Inside(claim), detail);
            }
            1 => {}
            _ => {
                let detail = "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified";
                errors.invalid(&path, Bad::Inside(claim), detail);
            }
        }
        for field in sources {
            if let Some(name) = claim.text_if_set(field) {
                errors.each(&path.field(field), name, formats::subdomain(name));
            }
        }
    }
}
