use crate::controller::{
    DaemonPodRules, DaemonPodToleration, TaintJudgement, TaintOutcome, TolerationOrigin,
    TolerationReason,
};
use crate::matching::TolerationField;
use crate::model::{Taint, TaintEffect, Toleration, TolerationOperator};
use crate::placement::near_toleration;

/// What a toleration that the controller adds is for, as the second half of a sentence.
#[must_use]
pub fn purpose(reason: TolerationReason) -> &'static str {
    match reason {
        TolerationReason::NotReady => "a daemon Pod stays while its node is not ready",
        TolerationReason::Unreachable => "a daemon Pod stays while its node does not answer",
        TolerationReason::DiskPressure => "a daemon Pod comes although the disk is nearly full",
        TolerationReason::MemoryPressure => "a daemon Pod comes although memory is nearly used up",
        TolerationReason::PidPressure => {
            "a daemon Pod comes although process ids are nearly used up"
        }
        TolerationReason::Unschedulable => "a daemon Pod comes although the node is cordoned",
        TolerationReason::NetworkUnavailable => "the Pod comes before the Pod network is set up",
    }
}

/// Why the controller adds a toleration to every daemon Pod: one sentence.
#[must_use]
pub fn added_because(reason: TolerationReason) -> String {
    let how = match reason {
        TolerationReason::NotReady | TolerationReason::Unreachable => " without a limit in time",
        TolerationReason::NetworkUnavailable => " because of hostNetwork",
        _ => "",
    };
    format!("Added by the controller{how}: {}.", purpose(reason))
}

/// Why a toleration of the manifest is not what Pods have: one sentence.
#[must_use]
pub fn replaced_because(template: &Toleration) -> String {
    match template.toleration_seconds {
        Some(seconds) => format!(
            "The {seconds} seconds never act. The controller adds the same toleration without a limit and replaces this one."
        ),
        None => "The controller adds the same toleration and replaces this one.".to_owned(),
    }
}

/// A toleration in short: `nvidia.com/gpu=true:NoSchedule`, `dedicated (any value)`, `every taint`.
#[must_use]
pub fn toleration_text(toleration: &Toleration) -> String {
    let key = toleration.key.as_str();
    let effect = toleration.effect.as_ref().map(TaintEffect::as_str);
    let effect = effect.filter(|effect| !effect.is_empty());
    let exists = toleration.operator == Some(TolerationOperator::Exists);
    let mut text = match (key, exists) {
        ("", true) if effect.is_none() => return "every taint".to_owned(),
        ("", true) => "every key".to_owned(),
        (key, true) => key.to_owned(),
        (key, false) if toleration.value.is_empty() => key.to_owned(),
        (key, false) => {
            let sign = match &toleration.operator {
                Some(TolerationOperator::Lt) => "<",
                Some(TolerationOperator::Gt) => ">",
                _ => "=",
            };
            format!("{key}{sign}{}", toleration.value)
        }
    };
    if let Some(effect) = effect {
        text = format!("{text}:{effect}");
    }
    text
}

/// What of a toleration agrees with a taint that it tolerates: `key and effect match, operator is Exists`, quoted between
/// backticks.
#[must_use]
pub fn full_match(toleration: &Toleration, taint: &Taint) -> String {
    let any_effect = toleration.effect.as_ref().is_none_or(|e| e.as_str() == "");
    let (key, value) = (toleration.key.as_str(), &toleration.value);
    match &toleration.operator {
        Some(TolerationOperator::Exists) => match (key, any_effect) {
            ("", true) => "it tolerates every taint".to_owned(),
            ("", false) => "it tolerates every key with this effect".to_owned(),
            (_, true) => "the key matches, operator is `Exists`".to_owned(),
            (_, false) => "key and effect match, operator is `Exists`".to_owned(),
        },
        Some(operator @ (TolerationOperator::Lt | TolerationOperator::Gt)) => {
            let agrees = match any_effect {
                true => "the key matches",
                false => "key and effect match",
            };
            let than = match operator {
                TolerationOperator::Lt => "less",
                _ => "greater",
            };
            format!("{agrees}, `{}` is {than} than `{value}`", taint.value)
        }
        _ => match (key, any_effect) {
            ("", _) => "it names no key, and the value matches".to_owned(),
            (_, true) => "key and value match".to_owned(),
            (_, false) => "key, value and effect match".to_owned(),
        },
    }
}

/// How near a toleration comes to a taint: `key and effect match, value true is not present`, quoted between backticks.
#[must_use]
pub fn near_miss(toleration: &Toleration, taint: &Taint, differs: &[TolerationField]) -> String {
    let exists = toleration.operator == Some(TolerationOperator::Exists);
    let compares = !exists && !differs.contains(&TolerationField::Operator);
    let agrees: Vec<&str> = [
        (TolerationField::Key, "key"),
        (TolerationField::Value, "value"),
        (TolerationField::Effect, "effect"),
    ]
    .into_iter()
    .filter(|(field, _)| !differs.contains(field))
    .filter(|(field, _)| *field != TolerationField::Value || compares)
    .map(|(_, name)| name)
    .collect();
    let mut said = Vec::new();
    match agrees.as_slice() {
        [] => {}
        [one] => said.push(format!("{one} matches")),
        [first @ .., last] => said.push(format!("{} and {last} match", first.join(", "))),
    }
    for field in differs {
        said.push(match field {
            TolerationField::Key => {
                format!("key `{}` is not `{}`", toleration.key, taint.key)
            }
            TolerationField::Operator => {
                let operator = toleration.operator.as_ref().map_or("", |o| o.as_str());
                match &toleration.operator {
                    Some(TolerationOperator::Lt | TolerationOperator::Gt) => format!(
                        "operator `{operator}` needs the feature gate `TaintTolerationComparisonOperators`"
                    ),
                    _ => format!("operator `{operator}` is unknown"),
                }
            }
            TolerationField::Value => value_differs(toleration, taint),
            TolerationField::Effect => {
                let effect = toleration.effect.as_ref().map_or("", |e| e.as_str());
                format!("effect `{effect}` is not `{}`", taint.effect.as_str())
            }
        });
    }
    said.join(", ")
}

fn value_differs(toleration: &Toleration, taint: &Taint) -> String {
    let (wanted, present) = (&toleration.value, &taint.value);
    match &toleration.operator {
        Some(TolerationOperator::Lt) => format!("`{present}` is not less than `{wanted}`"),
        Some(TolerationOperator::Gt) => format!("`{present}` is not greater than `{wanted}`"),
        _ if wanted.is_empty() => format!("it has no value, the taint has `{present}`"),
        _ if present.is_empty() => format!("it has the value `{wanted}`, the taint has none"),
        _ => format!("value `{wanted}` is not `{present}`"),
    }
}

/// What a taint that is not tolerated does, with the toleration that comes near: one or two sentences.
#[must_use]
pub fn taint_fails(judgement: &TaintJudgement<'_>, rules: &DaemonPodRules) -> String {
    let taint = judgement.taint;
    let mut text = format!("`{taint}` is not tolerated");
    if judgement.outcome == TaintOutcome::Evicts {
        text.push_str(", and a Pod that is there is deleted");
    }
    text.push('.');
    if let Some(near) = near(rules, judgement) {
        text.push_str(&format!(" One toleration comes close: {}.", near.how));
    }
    text
}

/// A toleration that comes near to a taint.
pub(super) struct Near<'a> {
    pub(super) pod: &'a DaemonPodToleration,
    pub(super) differs: Vec<TolerationField>,
    /// As [`near_miss`] says it.
    pub(super) how: String,
}

impl Near<'_> {
    /// A sentence without its final stop.
    pub(super) fn text(&self) -> String {
        let whose = match self.pod.origin {
            TolerationOrigin::Controller { .. } => ", added by the controller",
            _ => "",
        };
        format!("Nearest toleration{whose}: {}", self.how)
    }
}

/// The toleration that comes near to a taint that none tolerates.
pub(super) fn near<'a>(
    rules: &'a DaemonPodRules,
    judgement: &TaintJudgement<'_>,
) -> Option<Near<'a>> {
    let near = near_toleration(rules, judgement)?;
    let pod = rules.tolerations().get(near.index as usize)?;
    Some(Near {
        how: near_miss(&pod.toleration, judgement.taint, &near.differs),
        differs: near.differs,
        pod,
    })
}
