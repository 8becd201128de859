//! Paths of files.

use super::field_error::{Bad, Errors};
use super::path::Path;

/// Upstream: pkg/apis/core/validation/validation.go validatePathNoBacksteps (v1.36.3)
pub(super) fn no_backsteps(errors: &mut Errors, target: &str, path: &Path<'_>) {
    if has_backsteps(target) {
        errors.invalid(path, Bad::Text(target), "must not contain '..'");
    }
}

pub(super) fn has_backsteps(target: &str) -> bool {
    target.split('/').any(|part| part == "..")
}

/// Upstream: pkg/apis/core/validation/validation.go validateLocalDescendingPath (v1.36.3)
pub(super) fn local_descending(errors: &mut Errors, target: &str, path: &Path<'_>) {
    if target.starts_with('/') {
        errors.invalid(path, Bad::Text(target), "must be a relative path");
    }
    no_backsteps(errors, target, path);
}

/// Upstream: pkg/apis/core/validation/validation.go ValidateLocalNonReservedPath (v1.36.3)
pub(super) fn local_not_reserved(errors: &mut Errors, target: &str, path: &Path<'_>) {
    local_descending(errors, target, path);
    if target.starts_with("..") && !target.starts_with("../") {
        errors.invalid(path, Bad::Text(target), "must not start with '..'");
    }
}
