use super::names::count;
use super::requirement::requirement_asks;
use super::toleration::near_miss;
use crate::controller::{
    DaemonPodToleration, NodeNameJudgement, NodeSelectorJudgement, RequirementJudgement,
    RequirementOutcome, TaintJudgement, TaintOutcome, TermJudgement, TolerationOrigin,
};
use crate::model::{Pod, PodPhase};

/// What is said of one check: a heading, the evidence as a sentence, and a short note for beside the manifest's line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckWords {
    /// `Taint nvidia.com/gpu=present:NoSchedule`, quoted text between backticks.
    pub title: String,
    /// What was wanted and what is there.
    pub evidence: String,
    /// `taint has "present"`; only where the manifest and the Node differ.
    pub note: Option<String>,
}

impl CheckWords {
    fn new(title: impl Into<String>, evidence: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            evidence: evidence.into(),
            note: None,
        }
    }
}

/// Of the Node's name; `None`: the template names none.
#[must_use]
pub fn node_name_check(judgement: Option<NodeNameJudgement<'_>>) -> CheckWords {
    let evidence = match judgement {
        None => "The template names no node.".to_owned(),
        Some(name) if name.matches => format!("The template names this node, `{}`.", name.wanted),
        Some(name) => format!(
            "The template names the node `{}`, and no other.",
            name.wanted
        ),
    };
    CheckWords::new("Node name", evidence)
}

/// Of the node selector without pairs.
#[must_use]
pub fn no_node_selector_check() -> CheckWords {
    CheckWords::new("Node selector", "The template has none.")
}

/// Of one pair of the node selector.
#[must_use]
pub fn node_selector_check(pair: &NodeSelectorJudgement<'_>) -> CheckWords {
    let (key, wanted) = (pair.key, pair.wanted);
    let evidence = match (pair.matches, pair.value) {
        (true, _) => format!("`{key}` is `{wanted}`."),
        (false, Some(value)) => format!("`{key}` must be `{wanted}`; this node has `{value}`."),
        (false, None) => format!("`{key}` must be `{wanted}`; this node has no such label."),
    };
    let note = (!pair.matches).then(|| node_has(pair.value));
    CheckWords {
        note,
        ..CheckWords::new("Node selector", evidence)
    }
}

/// Of required node affinity that is not there, or has no terms.
#[must_use]
pub fn no_terms_check(required: bool) -> CheckWords {
    let evidence = match required {
        true => "The required node affinity has no terms, so it matches no node.",
        false => "The template requires none.",
    };
    CheckWords::new("Node affinity", evidence)
}

/// Of one term, the `index`-th (from 0) of `terms`.
#[must_use]
pub fn term_check(term: &TermJudgement<'_>, index: usize, terms: usize) -> CheckWords {
    let number = index + 1;
    let title = format!("Node affinity, term {number} of {terms}");
    let requirements = term.requirements.len();
    let evidence = if requirements == 0 {
        "An empty term matches no node.".to_owned()
    } else if term.matches {
        match requirements {
            1 => "Its requirement holds.".to_owned(),
            all => format!("All {all} requirements hold."),
        }
    } else {
        let outcomes = term.requirements.iter().map(|r| r.outcome);
        let fail = outcomes
            .filter(|o| *o != RequirementOutcome::Matches)
            .count();
        match (fail, requirements) {
            (1, 1) => "Its requirement does not hold.".to_owned(),
            (fail, all) if fail == all => format!("None of its {all} requirements holds."),
            (1, all) => format!("1 of its {all} requirements does not hold."),
            (fail, all) => format!("{fail} of its {all} requirements do not hold."),
        }
    };
    CheckWords::new(title, evidence)
}

/// Of one requirement of a term.
#[must_use]
pub fn requirement_check(requirement: &RequirementJudgement<'_>) -> CheckWords {
    let written = requirement.written;
    let key = &written.key;
    let title = format!("`{key}`");
    let asks = requirement_asks(written);
    let has = match requirement.value {
        Some(value) => format!("this node has `{value}`"),
        None => "this node has no such label".to_owned(),
    };
    let (evidence, note) = match requirement.outcome {
        RequirementOutcome::Matches => (format!("`{key}` {asks}; {has}."), None),
        RequirementOutcome::Differs => (
            format!("`{key}` {asks}; {has}."),
            Some(node_has(requirement.value)),
        ),
        RequirementOutcome::Unparsable(errors) => {
            let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
            let errors = errors.join("; ");
            (
                format!("Kubernetes cannot read it, so its term matches no node: `{errors}`."),
                Some("not readable".to_owned()),
            )
        }
    };
    CheckWords {
        title,
        evidence,
        note,
    }
}

/// Of a Node without taints.
#[must_use]
pub fn no_taints_check() -> CheckWords {
    CheckWords::new("Taints", "This node has none.")
}

/// Of one taint. `tolerations` are the Pod's.
#[must_use]
pub fn taint_check(
    judgement: &TaintJudgement<'_>,
    tolerations: &[DaemonPodToleration],
) -> CheckWords {
    let taint = judgement.taint;
    let title = format!("Taint `{taint}`");
    let at = |index: u32| tolerations.get(index as usize);
    let mut note = None;
    let evidence = match judgement.outcome {
        TaintOutcome::NoSay => {
            "A taint of this effect never decides where a daemon Pod runs.".to_owned()
        }
        TaintOutcome::Tolerated => {
            let mut by = judgement.tolerated_by.iter().copied();
            let first = by.next();
            let others = by.len();
            let who = match first.and_then(at).map(|toleration| &toleration.origin) {
                Some(TolerationOrigin::Template { index }) => {
                    format!("Toleration {} of the manifest matches", index + 1)
                }
                Some(TolerationOrigin::Replaced { .. }) => {
                    "The controller's own toleration, in place of the manifest's, matches"
                        .to_owned()
                }
                _ => "A toleration that the controller adds matches".to_owned(),
            };
            match others {
                0 => format!("{who}."),
                1 => format!("{who}, and one other."),
                others => format!("{who}, and {others} others."),
            }
        }
        TaintOutcome::KeepsOut | TaintOutcome::Evicts => {
            let mut text = match &judgement.nearest {
                None if tolerations.is_empty() => "The Pod has no toleration.".to_owned(),
                None => format!(
                    "None of the Pod's {} names it.",
                    count(tolerations.len(), "toleration")
                ),
                Some(near) => {
                    let how = at(near.index)
                        .map(|pod| near_miss(&pod.toleration, taint, &near.differs))
                        .unwrap_or_default();
                    note = near_note(judgement);
                    format!("Nearest toleration: {how}.")
                }
            };
            if judgement.outcome == TaintOutcome::Evicts {
                text.push_str(" The controller deletes a Pod that is there.");
            }
            text
        }
    };
    CheckWords {
        title,
        evidence,
        note,
    }
}

/// What the taint has, for beside the toleration that nearly matches.
fn near_note(judgement: &TaintJudgement<'_>) -> Option<String> {
    use crate::matching::TolerationField;
    let taint = judgement.taint;
    let first = judgement.nearest.as_ref()?.differs.first()?;
    Some(match first {
        TolerationField::Key => format!("taint is \u{201c}{}\u{201d}", taint.key),
        TolerationField::Value => format!("taint has \u{201c}{}\u{201d}", taint.value),
        TolerationField::Effect => {
            format!("taint has \u{201c}{}\u{201d}", taint.effect.as_str())
        }
        TolerationField::Operator => "operator not in use".to_owned(),
    })
}

fn node_has(value: Option<&str>) -> String {
    match value {
        Some(value) => format!("node has \u{201c}{value}\u{201d}"),
        None => "node has no such label".to_owned(),
    }
}

/// Of the Pod that is there: what the kubelet and the scheduler have said of it.
#[must_use]
pub fn pod_check(pod: &Pod, ready: bool, available: bool, min_ready_seconds: i32) -> CheckWords {
    let title = format!("Pod `{}`", pod.metadata.name);
    let waiting = pod
        .status
        .container_statuses
        .iter()
        .find(|container| !container.waiting_reason.is_empty());
    let evidence = if pod.metadata.deletion_timestamp.is_some() {
        "It is being deleted and counts until it is gone.".to_owned()
    } else if available {
        "It is Ready and available.".to_owned()
    } else if ready {
        format!("It is Ready, but not for {min_ready_seconds} seconds yet (minReadySeconds).")
    } else {
        match (pod.status.phase, waiting) {
            (PodPhase::Failed, _) if pod.status.reason.is_empty() => {
                "It has failed: the controller deletes it and makes another one.".to_owned()
            }
            (PodPhase::Failed, _) => format!(
                "It has failed (`{}`): the controller deletes it and makes another one.",
                pod.status.reason
            ),
            (PodPhase::Succeeded, _) => {
                "Its containers have ended: the controller deletes it and makes another one."
                    .to_owned()
            }
            (_, Some(container)) => format!(
                "Its container `{}` waits: `{}`.",
                container.name, container.waiting_reason
            ),
            _ => not_ready(pod),
        }
    };
    CheckWords::new(title, evidence)
}

fn not_ready(pod: &Pod) -> String {
    if pod.spec.node_name.is_empty() {
        let message = pod.condition("PodScheduled").map(|c| c.message.as_str());
        return match message {
            Some(message) if !message.is_empty() => {
                format!("It is not bound to the node yet. The scheduler says: `{message}`")
            }
            _ => "It is not bound to the node yet.".to_owned(),
        };
    }
    match pod.condition("Ready") {
        Some(condition) if !condition.message.is_empty() => {
            format!("It is not Ready: `{}`.", condition.message)
        }
        _ => "It is not Ready.".to_owned(),
    }
}

/// Of the Pod where none is there. `pods_given`: the input says something of Pods.
#[must_use]
pub fn no_pod_check(pods_given: bool) -> CheckWords {
    let evidence = match pods_given {
        true => "There is none yet: the controller makes it in its next sync.",
        false => "The input says nothing of Pods.",
    };
    CheckWords::new("Pod", evidence)
}
