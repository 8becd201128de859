//! Tolerations and taints.

use super::field_error::{Bad, Errors};
use super::formats;
use super::labels::label_name;
use super::options::Options;
use super::path::Path;
use crate::manifest::StoredStruct;

const EFFECTS: [&str; 3] = ["NoSchedule", "PreferNoSchedule", "NoExecute"];
const OPERATORS: [&str; 4] = ["Equal", "Exists", "Lt", "Gt"];

/// Upstream: pkg/apis/core/validation/validation.go ValidateTolerations (v1.36.3)
pub(super) fn tolerations(
    errors: &mut Errors,
    tolerations: &mut dyn Iterator<Item = &StoredStruct>,
    path: &Path<'_>,
    options: &Options,
) {
    for (index, toleration) in tolerations.enumerate() {
        one(errors, toleration, &path.index(index), options);
    }
}

fn one(errors: &mut Errors, toleration: &StoredStruct, path: &Path<'_>, options: &Options) {
    let text = |field| toleration.text(field);
    let (key, operator, value, effect) =
        (text("key"), text("operator"), text("value"), text("effect"));
    let operator_path = path.field("operator");
    if !key.is_empty() {
        label_name(errors, key, &path.field("key"));
    } else if operator != "Exists" {
        let detail = "operator must be Exists when `key` is empty, which means \"match all values and all keys\"";
        errors.invalid(&operator_path, Bad::Word(operator), detail);
    }
    if toleration.has("tolerationSeconds") && effect != "NoExecute" {
        let detail = "effect must be 'NoExecute' when `tolerationSeconds` is set";
        errors.invalid(&path.field("effect"), Bad::Word(effect), detail);
    }
    match operator {
        "Equal" | "" => {
            let messages = formats::label_value(value);
            if !messages.is_empty() {
                errors.invalid(&operator_path, Bad::Text(value), &messages.join(";"));
            }
        }
        "Exists" => {
            if !value.is_empty() {
                let detail = "value must be empty when `operator` is 'Exists'";
                errors.invalid(&operator_path, Bad::Text(value), detail);
            }
        }
        "Lt" | "Gt" if options.comparing_tolerations => number(errors, value, &path.field("value")),
        "Lt" | "Gt" => errors.not_supported(&operator_path, Bad::Word(operator), &OPERATORS),
        _ => {
            let supported = ["Equal", "Exists"];
            errors.not_supported(&operator_path, Bad::Word(operator), &supported);
        }
    }
    if !effect.is_empty() {
        taint_effect(errors, effect, &path.field("effect"));
    }
}

fn number(errors: &mut Errors, value: &str, path: &Path<'_>) {
    errors.each(path, value, formats::decimal_integer(value));
    if let Err(problem) = parse_int(value) {
        let quoted = crate::manifest::go_quote(value);
        let detail = ["strconv.ParseInt: parsing ", &quoted, ": ", problem].concat();
        errors.invalid(path, Bad::Text(value), &detail);
    }
}

/// What Go says of a text that is no number of 64 bits.
fn parse_int(text: &str) -> Result<(), &'static str> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err("invalid syntax");
    }
    match text.parse::<i64>() {
        Ok(_) => Ok(()),
        Err(_) => Err("value out of range"),
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateTaintEffect (v1.36.3)
fn taint_effect(errors: &mut Errors, effect: &str, path: &Path<'_>) {
    errors.one_of(path, effect, &EFFECTS);
}

/// Upstream: pkg/apis/core/validation/validation.go validateNodeTaints (v1.36.3)
pub(super) fn taints(
    errors: &mut Errors,
    taints: &mut dyn Iterator<Item = &StoredStruct>,
    path: &Path<'_>,
) {
    let mut seen = super::names::OwnNames::new();
    for (index, taint) in taints.enumerate() {
        let path = path.index(index);
        let (key, value, effect) = (taint.text("key"), taint.text("value"), taint.text("effect"));
        label_name(errors, key, &path.field("key"));
        let messages = formats::label_value(value);
        if !messages.is_empty() {
            errors.invalid(&path.field("value"), Bad::Text(value), &messages.join(";"));
        }
        if effect.is_empty() {
            errors.required(&path.field("effect"), "");
        } else {
            taint_effect(errors, effect, &path.field("effect"));
        }
        let pair = [effect, "\n", key].concat();
        if seen.insert(pair, index).is_some() {
            errors.duplicate(&path, Bad::Inside(taint));
            errors.with_detail("taints must be unique by key and effect pair");
        }
    }
}
