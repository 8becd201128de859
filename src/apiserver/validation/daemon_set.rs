//! What is a DaemonSet's own: selector, update strategy, limits.

use super::field_error::{Bad, Errors, IMMUTABLE};
use super::options::Options;
use super::path::Path;
use super::{formats, labels, pod_template};
use crate::manifest::{StoredStruct, StoredValue};

/// Upstream: pkg/apis/apps/validation/validation.go ValidateDaemonSetSpec (v1.36.3)
pub(super) fn spec(errors: &mut Errors, spec: &StoredStruct, options: &Options) {
    let path = Path::new("spec");
    let selector = spec.inner("selector");
    let selector_path = path.field("selector");
    labels::selector(
        errors,
        selector,
        options.any_value_in_selector,
        &selector_path,
    );
    let template = spec.inner("template");
    let metadata = template.and_then(|template| template.inner("metadata"));
    let own = metadata.map_or(&StoredValue::Null, |metadata| metadata.get("labels"));
    let pairs = metadata.map_or(&[] as &[_], |metadata| metadata.map("labels"));
    if labels::selects(selector, pairs) == Some(false) {
        let path = path.field("template.metadata.labels");
        let detail = "`selector` does not match template `labels`";
        errors.invalid(&path, Bad::Json(own), detail);
    }
    if let Some(selector) = selector
        && selector.map("matchLabels").is_empty()
        && selector.count("matchExpressions") == 0
    {
        let detail = "empty selector is invalid for daemonset";
        errors.invalid(&selector_path, Bad::Json(spec.get("selector")), detail);
    }
    let pods = template.and_then(|template| template.inner("spec"));
    if let Some(template) = template {
        pod_template::template(errors, template, &path.field("template"), options);
    }
    if let Some(pods) = pods {
        let path = path.field("template.spec");
        let policy = path.field("restartPolicy");
        errors.one_of(&policy, pods.text("restartPolicy"), &["Always"]);
        if pods.has("activeDeadlineSeconds") {
            let detail = "activeDeadlineSeconds in DaemonSet is not Supported";
            errors.forbidden(&path.field("activeDeadlineSeconds"), detail);
        }
    }
    let ready = spec.int("minReadySeconds");
    errors.nonnegative(&path.field("minReadySeconds"), ready);
    strategy(
        errors,
        spec.inner("updateStrategy"),
        &path.field("updateStrategy"),
    );
    let history = spec.int("revisionHistoryLimit");
    errors.nonnegative(&path.field("revisionHistoryLimit"), history);
}

/// Upstream: pkg/apis/apps/validation/validation.go ValidateDaemonSetSpecUpdate (v1.36.3)
pub(super) fn spec_update(errors: &mut Errors, new: &StoredStruct, old: &StoredStruct) {
    let (now, before) = (new.get("selector"), old.get("selector"));
    if !super::same::same(now, before) {
        errors.invalid(&Path::new("spec.selector"), Bad::Json(now), IMMUTABLE);
    }
}

/// Upstream: pkg/apis/apps/validation/validation.go ValidateDaemonSetUpdateStrategy (v1.36.3)
fn strategy(errors: &mut Errors, strategy: Option<&StoredStruct>, path: &Path<'_>) {
    let Some(strategy) = strategy else {
        return;
    };
    match strategy.text("type") {
        "OnDelete" => {}
        "RollingUpdate" => {
            let path = path.field("rollingUpdate");
            match strategy.inner("rollingUpdate") {
                None => errors.required(&path, ""),
                Some(limits) => rolling_update(errors, limits, &path),
            }
        }
        _ => {
            let supported = ["RollingUpdate", "OnDelete"];
            errors.not_supported(path, Bad::Inside(strategy), &supported);
        }
    }
}

/// Upstream: pkg/apis/apps/validation/validation.go ValidateRollingUpdateDaemonSet (v1.36.3)
fn rolling_update(errors: &mut Errors, limits: &StoredStruct, path: &Path<'_>) {
    let (unavailable, surge) = (limits.get("maxUnavailable"), limits.get("maxSurge"));
    let paths = (path.field("maxUnavailable"), path.field("maxSurge"));
    positive_or_percent(errors, unavailable, &paths.0);
    positive_or_percent(errors, surge, &paths.1);
    at_most_all(errors, unavailable, &paths.0);
    at_most_all(errors, surge, &paths.1);
    match (amount(unavailable) != 0, amount(surge) != 0) {
        (true, true) => {
            let detail = "may not be set when maxUnavailable is non-zero";
            errors.invalid(&paths.1, Bad::Json(surge), detail);
        }
        (false, false) => errors.required(&paths.0, "cannot be 0 when maxSurge is 0"),
        _ => {}
    }
}

/// Upstream: pkg/apis/apps/validation/validation.go ValidatePositiveIntOrPercent (v1.36.3)
fn positive_or_percent(errors: &mut Errors, value: &StoredValue, path: &Path<'_>) {
    match value {
        StoredValue::Text(text) => {
            for message in formats::percent(text) {
                errors.invalid(path, Bad::Json(value), &message);
            }
        }
        StoredValue::Int(number) => errors.nonnegative(path, *number),
        _ => {}
    }
}

/// A percentage; `None` for what is none.
///
/// Upstream: pkg/apis/apps/validation/validation.go getPercentValue (v1.36.3)
fn share(value: &StoredValue) -> Option<i64> {
    let text = value.as_text();
    if text.is_empty() || !formats::percent(text).is_empty() {
        return None;
    }
    // A number that does not fit is the greatest one, as in Go.
    Some(text.trim_end_matches('%').parse().unwrap_or(i64::MAX))
}

/// Upstream: pkg/apis/apps/validation/validation.go getIntOrPercentValue (v1.36.3)
fn amount(value: &StoredValue) -> i64 {
    match value {
        StoredValue::Int(number) => *number,
        StoredValue::Text(text) => share(value).unwrap_or_else(|| text.parse().unwrap_or_default()),
        _ => 0,
    }
}

/// Upstream: pkg/apis/apps/validation/validation.go IsNotMoreThan100Percent (v1.36.3)
fn at_most_all(errors: &mut Errors, value: &StoredValue, path: &Path<'_>) {
    if share(value).is_some_and(|share| share > 100) {
        let detail = "must not be greater than 100%";
        errors.invalid(path, Bad::Json(value), detail);
    }
}
