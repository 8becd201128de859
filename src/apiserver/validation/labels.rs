//! Labels, annotations, and label selectors.

use super::field_error::{Bad, Errors};
use super::formats;
use super::path::Path;
use crate::manifest::{StoredStruct, StoredValue};

/// A map of texts, as a field of a struct.
type Texts<'o> = &'o [(String, StoredValue)];

/// Upstream: staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/validation/validation.go ValidateLabelName (v1.36.3)
pub(super) fn label_name(errors: &mut Errors, key: &str, path: &Path<'_>) {
    errors.each(path, key, formats::qualified_name(key));
}

/// Upstream: staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/validation/validation.go ValidateLabels (v1.36.3)
pub(super) fn labels(errors: &mut Errors, labels: Texts<'_>, path: &Path<'_>) {
    for (key, value) in labels {
        label_name(errors, key, path);
        let value = value.as_text();
        errors.each(path, value, formats::label_value(value));
    }
}

/// Upstream: staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go ValidateAnnotations (v1.36.3)
pub(super) fn annotations(errors: &mut Errors, annotations: Texts<'_>, path: &Path<'_>) {
    for (key, _) in annotations {
        errors.each(path, key, formats::qualified_name(&formats::lowercase(key)));
    }
    total_size(errors, annotations, path);
}

/// Upstream: staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go ValidateAnnotationsSize (v1.36.3)
pub(super) fn total_size(errors: &mut Errors, annotations: Texts<'_>, path: &Path<'_>) {
    const MOST: usize = 256 * 1024;
    let sizes = annotations
        .iter()
        .map(|(key, value)| key.len() + value.as_text().len());
    if sizes.sum::<usize>() > MOST {
        errors.too_long(path, MOST);
    }
}

/// `any_value`: values need not be those of labels, because the stored object has such already.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/validation/validation.go ValidateLabelSelector (v1.36.3)
pub(super) fn selector(
    errors: &mut Errors,
    selector: Option<&StoredStruct>,
    any_value: bool,
    path: &Path<'_>,
) {
    let Some(selector) = selector else {
        return;
    };
    labels(
        errors,
        selector.map("matchLabels"),
        &path.field("matchLabels"),
    );
    let path = path.field("matchExpressions");
    for (index, expression) in selector.structs("matchExpressions").enumerate() {
        requirement(errors, expression, any_value, &path.index(index));
    }
}

/// Upstream: staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/validation/validation.go ValidateLabelSelectorRequirement
/// (v1.36.3)
fn requirement(errors: &mut Errors, of: &StoredStruct, any_value: bool, path: &Path<'_>) {
    let operator = of.text("operator");
    let values = path.field("values");
    match operator {
        "In" | "NotIn" if of.count("values") == 0 => errors.required(&values, IN_WITHOUT_VALUES),
        "Exists" | "DoesNotExist" if of.count("values") > 0 => {
            errors.forbidden(&values, EXISTS_WITH_VALUES);
        }
        "In" | "NotIn" | "Exists" | "DoesNotExist" => {}
        _ => {
            let path = path.field("operator");
            errors.invalid(&path, Bad::Word(operator), "not a valid selector operator");
        }
    }
    label_name(errors, of.text("key"), &path.field("key"));
    if !any_value {
        for (index, value) in of.texts("values").enumerate() {
            errors.each(&values.index(index), value, formats::label_value(value));
        }
    }
}

pub(super) const IN_WITHOUT_VALUES: &str = "must be specified when `operator` is 'In' or 'NotIn'";
pub(super) const EXISTS_WITH_VALUES: &str =
    "may not be specified when `operator` is 'Exists' or 'DoesNotExist'";

/// Whether a selector has a value that is none of a label.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/validation/validation.go LabelSelectorHasInvalidLabelValue
/// (v1.36.3)
pub(super) fn has_odd_value(selector: Option<&StoredStruct>) -> bool {
    let expressions = selector
        .into_iter()
        .flat_map(|s| s.structs("matchExpressions"));
    let mut values = expressions.flat_map(|expression| expression.texts("values"));
    values.any(|value| !formats::label_value(value).is_empty())
}

/// Whether a selector that can be read selects these labels; `None` where it cannot be read. No selector selects nothing.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/helpers.go LabelSelectorAsSelector (v1.36.3)
pub(super) fn selects(selector: Option<&StoredStruct>, labels: Texts<'_>) -> Option<bool> {
    let Some(selector) = selector else {
        return Some(false);
    };
    let mut errors = Errors::default();
    let mut all = true;
    for (key, value) in selector.map("matchLabels") {
        all &= matches(
            &mut errors,
            key,
            "In",
            &mut [value.as_text()].into_iter(),
            labels,
        );
    }
    for expression in selector.structs("matchExpressions") {
        let (key, operator) = (expression.text("key"), expression.text("operator"));
        let mut values = expression.texts("values");
        let count = values.len();
        let readable = match operator {
            "In" | "NotIn" => count > 0,
            "Exists" | "DoesNotExist" => count == 0,
            _ => false,
        };
        if !readable {
            return None;
        }
        all &= matches(&mut errors, key, operator, &mut values, labels);
    }
    errors.found.is_empty().then_some(all)
}

fn matches(
    errors: &mut Errors,
    key: &str,
    operator: &str,
    values: &mut dyn Iterator<Item = &str>,
    labels: Texts<'_>,
) -> bool {
    let path = Path::new("");
    label_name(errors, key, &path);
    let own = labels.iter().find(|(known, _)| known == key);
    let own = own.map(|(_, value)| value.as_text());
    let mut is_one = false;
    for value in values {
        errors.each(&path, value, formats::label_value(value));
        is_one |= own == Some(value);
    }
    match operator {
        "In" => is_one,
        "NotIn" => !is_one,
        "Exists" => own.is_some(),
        _ => own.is_none(),
    }
}
