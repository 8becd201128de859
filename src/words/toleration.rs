use crate::controller::{TaintJudgement, TaintOutcome, TolerationReason};
use crate::matching::TolerationField;
use crate::model::{Taint, TaintEffect, Toleration, TolerationOperator};

/// Why the controller adds a toleration to every daemon Pod: one sentence.
#[must_use]
pub fn added_because(reason: TolerationReason) -> &'static str {
    match reason {
        TolerationReason::NotReady => {
            "Added by the controller without a limit in time: a daemon Pod stays while its node is not ready."
        }
        TolerationReason::Unreachable => {
            "Added by the controller without a limit in time: a daemon Pod stays while its node does not answer."
        }
        TolerationReason::DiskPressure => {
            "Added by the controller: a daemon Pod comes although the disk is nearly full."
        }
        TolerationReason::MemoryPressure => {
            "Added by the controller: a daemon Pod comes although memory is nearly used up."
        }
        TolerationReason::PidPressure => {
            "Added by the controller: a daemon Pod comes although process ids are nearly used up."
        }
        TolerationReason::Unschedulable => {
            "Added by the controller: a daemon Pod comes although the node is cordoned."
        }
        TolerationReason::NetworkUnavailable => {
            "Added by the controller because of hostNetwork: the Pod comes before the Pod network is set up."
        }
    }
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
                format!("operator `{operator}` is not in use")
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
        _ if wanted.is_empty() => format!("no value is not `{present}`"),
        _ if present.is_empty() => format!("value `{wanted}` is not the empty one"),
        _ => format!("value `{wanted}` is not `{present}`"),
    }
}

/// What a taint that is not tolerated does, with the toleration that comes near: one or two sentences.
#[must_use]
pub fn taint_fails(judgement: &TaintJudgement<'_>, nearest: Option<&Toleration>) -> String {
    let taint = judgement.taint;
    let mut text = format!("`{taint}` is not tolerated");
    if judgement.outcome == TaintOutcome::Evicts {
        text.push_str(", and a Pod that is there is deleted");
    }
    text.push('.');
    if let Some((near, toleration)) = judgement.nearest.as_ref().zip(nearest) {
        let how = near_miss(toleration, taint, &near.differs);
        text.push_str(&format!(" One toleration comes close: {how}."));
    }
    text
}
