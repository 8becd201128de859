//! Keys of labels that narrow a selector to Pods like this one.

use super::field_error::{Bad, Errors};
use super::labels::label_name;
use super::names::{Names, take};
use super::path::Path;
use crate::manifest::StoredStruct;

/// `matchLabelKeys` and `mismatchLabelKeys` beside a `labelSelector`.
///
/// Upstream: pkg/apis/core/validation/validation.go ValidateMatchLabelKeysAndMismatchLabelKeys (v1.36.3)
pub(super) fn both(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    let selector = of.inner("labelSelector");
    for field in ["matchLabelKeys", "mismatchLabelKeys"] {
        let path = path.field(field);
        if of.count(field) > 0 && selector.is_none() {
            errors.forbidden(&path, WITHOUT_SELECTOR);
            continue;
        }
        for (index, key) in of.texts(field).enumerate() {
            label_name(errors, key, &path.index(index));
        }
    }
    if let Some(selector) = selector {
        let mut keys = Names::new();
        for (index, key) in of.texts("matchLabelKeys").enumerate() {
            keys.insert(key, index);
        }
        let mut selected = Names::new();
        for (key, _) in selector.map("matchLabels") {
            take(&mut selected, key);
        }
        for expression in selector.structs("matchExpressions") {
            let key = expression.text("key");
            let is_new = take(&mut selected, key);
            if let Some(index) = keys.get(key).filter(|_| !is_new) {
                errors.invalid(&path.index(*index), Bad::Text(key), IN_BOTH);
            }
        }
    }
    let mut mismatched = Names::new();
    for key in of.texts("mismatchLabelKeys") {
        take(&mut mismatched, key);
    }
    let path = path.field("matchLabelKeys");
    for (index, key) in of.texts("matchLabelKeys").enumerate() {
        if mismatched.contains_key(key) {
            let detail = "exists in both matchLabelKeys and mismatchLabelKeys";
            errors.invalid(&path.index(index), Bad::Text(key), detail);
        }
    }
}

/// `matchLabelKeys` of a spread constraint, as they are judged where the stored object breaks the newer rule.
///
/// Upstream: pkg/apis/core/validation/validation.go ValidateMatchLabelKeysInTopologySpread (v1.36.3)
pub(super) fn of_old_constraint(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    if of.count("matchLabelKeys") == 0 {
        return;
    }
    let mut selected = Names::new();
    match of.inner("labelSelector") {
        None => errors.forbidden(path, WITHOUT_SELECTOR),
        Some(selector) => {
            for (key, _) in selector.map("matchLabels") {
                take(&mut selected, key);
            }
            for expression in selector.structs("matchExpressions") {
                take(&mut selected, expression.text("key"));
            }
        }
    }
    for (index, key) in of.texts("matchLabelKeys").enumerate() {
        let path = path.index(index);
        label_name(errors, key, &path);
        if selected.contains_key(key) {
            errors.invalid(&path, Bad::Text(key), IN_BOTH);
        }
    }
}

const WITHOUT_SELECTOR: &str = "must not be specified when labelSelector is not set";
const IN_BOTH: &str = "exists in both matchLabelKeys and labelSelector";
