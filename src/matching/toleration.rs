use crate::model::{FeatureGates, Taint, TaintEffect, Toleration, TolerationOperator};

/// A part of a toleration that does not agree with a taint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TolerationField {
    /// The keys are different.
    Key,
    /// The operator is unknown, or its feature gate is off.
    Operator,
    /// The values are different, or do not compare as asked.
    Value,
    /// The effects are different.
    Effect,
}

/// Whether a toleration tolerates a taint.
///
/// `Lt` holds where the *taint's* value is the smaller number.
///
/// ```
/// use everynode::matching::tolerates_taint;
/// use everynode::model::{FeatureGates, Taint, TaintEffect, Toleration};
/// let taint = Taint { key: "dedicated".into(), value: "db".into(), effect: TaintEffect::NoSchedule };
/// let toleration = Toleration { key: "dedicated".into(), value: "db".into(), ..Toleration::default() };
/// assert!(tolerates_taint(&toleration, &taint, FeatureGates::default()));
/// ```
///
/// Upstream: staging/src/k8s.io/api/core/v1/toleration.go Toleration.ToleratesTaint (v1.36.3)
#[must_use]
pub fn tolerates_taint(toleration: &Toleration, taint: &Taint, gates: FeatureGates) -> bool {
    key_agrees(toleration, taint) && tolerates_but_for_key(toleration, taint, gates)
}

/// Whether a toleration would tolerate a taint, were the keys equal.
#[must_use]
pub fn tolerates_but_for_key(toleration: &Toleration, taint: &Taint, gates: FeatureGates) -> bool {
    effect_agrees(toleration, taint) && comparison(toleration, taint, gates).is_none()
}

/// Whether a toleration is for the key of a taint: its own key is the same, or empty.
#[must_use]
pub fn key_agrees(toleration: &Toleration, taint: &Taint) -> bool {
    toleration.key.is_empty() || toleration.key == taint.key
}

/// Which parts of a toleration do not agree with a taint, in the order key, operator or value, effect. Empty exactly
/// when it [tolerates](tolerates_taint) the taint.
#[must_use]
pub fn differs(
    toleration: &Toleration,
    taint: &Taint,
    gates: FeatureGates,
) -> Vec<TolerationField> {
    let mut fields = Vec::new();
    if !key_agrees(toleration, taint) {
        fields.push(TolerationField::Key);
    }
    fields.extend(comparison(toleration, taint, gates));
    if !effect_agrees(toleration, taint) {
        fields.push(TolerationField::Effect);
    }
    fields
}

/// Whether two tolerations are the same but for their seconds, so that one replaces the other.
///
/// Upstream: staging/src/k8s.io/api/core/v1/toleration.go Toleration.MatchToleration (v1.36.3)
#[must_use]
pub fn same_toleration(a: &Toleration, b: &Toleration) -> bool {
    a.key == b.key && a.effect == b.effect && a.operator == b.operator && a.value == b.value
}

/// Whether a toleration tolerates every taint that another one tolerates. Seconds are not looked at. Of `Lt` and `Gt` only
/// what is the same is known to cover.
///
/// ```
/// use everynode::matching::covers;
/// use everynode::model::{Toleration, TolerationOperator};
/// let any = Toleration { operator: Some(TolerationOperator::Exists), ..Toleration::default() };
/// let one = Toleration { key: "dedicated".into(), value: "db".into(), ..Toleration::default() };
/// assert!(covers(&any, &one) && !covers(&one, &any) && covers(&one, &one));
/// ```
#[must_use]
pub fn covers(broad: &Toleration, narrow: &Toleration) -> bool {
    if !effect_of(broad).is_empty() && effect_of(broad) != effect_of(narrow) {
        return false;
    }
    match broad.operator {
        Some(TolerationOperator::Exists) => broad.key.is_empty() || broad.key == narrow.key,
        _ => {
            broad.key == narrow.key
                && broad.value == narrow.value
                && operator_of(broad) == operator_of(narrow)
        }
    }
}

/// The operator; left out, it is `Equal`.
fn operator_of(toleration: &Toleration) -> &TolerationOperator {
    let operator = toleration.operator.as_ref();
    operator.unwrap_or(&TolerationOperator::Equal)
}

/// The effect as it is written; empty: all of them.
fn effect_of(toleration: &Toleration) -> &str {
    toleration.effect.as_ref().map_or("", TaintEffect::as_str)
}

fn effect_agrees(toleration: &Toleration, taint: &Taint) -> bool {
    match &toleration.effect {
        None => true,
        Some(TaintEffect::Other(text)) if text.is_empty() => true,
        Some(effect) => *effect == taint.effect,
    }
}

/// What stands between the values: nothing, the operator, or the values themselves.
fn comparison(
    toleration: &Toleration,
    taint: &Taint,
    gates: FeatureGates,
) -> Option<TolerationField> {
    let holds = match &toleration.operator {
        None | Some(TolerationOperator::Equal) => toleration.value == taint.value,
        Some(TolerationOperator::Exists) => true,
        Some(operator @ (TolerationOperator::Lt | TolerationOperator::Gt)) => {
            if !gates.taint_toleration_comparison_operators {
                return Some(TolerationField::Operator);
            }
            let numbers = canonical_integer(&taint.value).zip(canonical_integer(&toleration.value));
            numbers.is_some_and(|(taint, toleration)| match operator {
                TolerationOperator::Lt => taint < toleration,
                _ => taint > toleration,
            })
        }
        Some(TolerationOperator::Other(_)) => return Some(TolerationField::Operator),
    };
    (!holds).then_some(TolerationField::Value)
}

fn canonical_integer(text: &str) -> Option<i64> {
    is_canonical_integer(text).then(|| text.parse().ok())?
}

/// Whether a text is a decimal integer as it would be printed: no sign but a minus, no leading zero, not `-0`. Its
/// size is not bounded.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/api/validate/content/decimal_int.go IsDecimalInteger (v1.36.3)
#[must_use]
pub fn is_canonical_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    text == "0"
        || (digits.bytes().all(|b| b.is_ascii_digit())
            && digits.bytes().next().is_some_and(|b| b != b'0'))
}
