use super::requirement::{
    failing, no_such_label, pair_evidence, requirement_asks, requirement_evidence, value_there,
};
use super::toleration::{Near, full_match, near, purpose};
use crate::controller::{
    DaemonPodRules, DaemonPodToleration, NodeNameJudgement, NodeSelectorJudgement,
    RequirementJudgement, RequirementOutcome, TaintJudgement, TaintOutcome, TermJudgement,
    TolerationOrigin,
};
use crate::matching::TolerationField;
use crate::model::{StringMap, Taint, TaintEffect};

/// What is said of one check: a heading, the evidence as a sentence, and a short note for beside the manifest's line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckWords {
    /// `Taint nvidia.com/gpu=present:NoSchedule`, quoted text between backticks.
    pub title: String,
    /// What was wanted and what is there.
    pub evidence: String,
    /// `taint has "present"`; only where the manifest's line says something else than what happens.
    pub note: Option<String>,
}

impl CheckWords {
    pub(super) fn new(title: impl Into<String>, evidence: impl Into<String>) -> Self {
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

/// Of one pair of the node selector. `labels` are the Node's.
#[must_use]
pub fn node_selector_check(pair: &NodeSelectorJudgement<'_>, labels: &StringMap) -> CheckWords {
    let evidence = format!("{}.", pair_evidence(pair, labels));
    CheckWords {
        note: (!pair.matches).then(|| node_has(pair.value)),
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

/// Of one term, the `index`-th (from 0) of `terms`. `labels` are the Node's.
#[must_use]
pub fn term_check(
    term: &TermJudgement<'_>,
    index: usize,
    terms: usize,
    labels: &StringMap,
) -> CheckWords {
    let title = format!("Node affinity, term {} of {terms}", index + 1);
    let all = term.requirements.len();
    let said = |requirement| requirement_evidence(requirement, labels);
    let fail = failing(&term.requirements).count();
    let evidence = match (failing(&term.requirements).next(), all) {
        (_, 0) => "An empty term matches no node.".to_owned(),
        (Some(first), 1) => format!("{}.", said(first)),
        (Some(first), all) if fail == 1 => {
            format!("1 of {all} requirements does not hold: {}.", said(first))
        }
        (Some(_), all) => format!("{fail} of {all} requirements do not hold."),
        (None, 1) => term.requirements.first().map(said).unwrap_or_default() + ".",
        (None, all) => format!("All {all} requirements hold."),
    };
    CheckWords::new(title, evidence)
}

/// Of one requirement of a term. `labels` are the Node's.
#[must_use]
pub fn requirement_check(requirement: &RequirementJudgement<'_>, labels: &StringMap) -> CheckWords {
    let written = requirement.written;
    let key = &written.key;
    let unparsable = matches!(requirement.outcome, RequirementOutcome::Unparsable(_));
    let (title, evidence) = match requirement.value {
        _ if unparsable => (
            format!("`{key}`"),
            requirement_evidence(requirement, labels),
        ),
        value => (
            format!("`{key}` {}", requirement_asks(written)),
            match (value, requirement.outcome) {
                (Some(name), _) if requirement.on_field => format!("This node is `{name}`"),
                (None, _) if requirement.on_field => {
                    "The only field of a node is `metadata.name`".to_owned()
                }
                (Some(value), _) => format!("This node has {}", value_there(value)),
                // That it is missing is as it should be.
                (None, RequirementOutcome::Matches) => "This node has no such label".to_owned(),
                (None, _) => no_such_label("This node", key, labels),
            },
        ),
    };
    CheckWords {
        note: match requirement.outcome {
            RequirementOutcome::Matches => None,
            RequirementOutcome::Differs => Some(match requirement.value {
                None if requirement.on_field => "no such field".to_owned(),
                Some(name) if requirement.on_field => format!("node is \u{201c}{name}\u{201d}"),
                value => node_has(value),
            }),
            RequirementOutcome::Unparsable(_) => Some("not readable".to_owned()),
        },
        ..CheckWords::new(title, evidence + ".")
    }
}

/// Of a Node without taints. `cordoned`: its spec says so, though it lacks the taint for it.
#[must_use]
pub fn no_taints_check(cordoned: bool) -> CheckWords {
    let evidence = match cordoned {
        false => "This node has none.",
        true => "This node has none. It is cordoned, and every daemon Pod tolerates that.",
    };
    CheckWords::new("Taints", evidence)
}

/// Of one taint.
#[must_use]
pub fn taint_check(judgement: &TaintJudgement<'_>, rules: &DaemonPodRules) -> CheckWords {
    let title = format!("Taint `{}`", judgement.taint);
    let (evidence, note) = match judgement.outcome {
        TaintOutcome::NoSay => (
            "A taint of this effect never decides where a daemon Pod runs.".to_owned(),
            None,
        ),
        TaintOutcome::Tolerated => tolerated(judgement, rules.tolerations()),
        TaintOutcome::KeepsOut | TaintOutcome::Evicts => not_tolerated(judgement, rules),
    };
    CheckWords {
        title,
        evidence,
        note,
    }
}

/// By which toleration, whose it is, and whether it lasts.
fn tolerated(
    judgement: &TaintJudgement<'_>,
    tolerations: &[DaemonPodToleration],
) -> (String, Option<String>) {
    let taint = judgement.taint;
    let mut by = judgement.tolerated_by.iter();
    let first = by.next().and_then(|index| tolerations.get(*index as usize));
    let Some(pod) = first else {
        return ("Tolerated.".to_owned(), None);
    };
    let mut note = None;
    let mut text = match &pod.origin {
        TolerationOrigin::Template { index } => {
            let how = full_match(&pod.toleration, taint);
            format!(
                "Tolerated by toleration {} of the manifest: {how}.",
                index + 1
            )
        }
        TolerationOrigin::Controller { why } => format!(
            "Tolerated by a toleration that the controller adds: {}.",
            purpose(*why)
        ),
        TolerationOrigin::Replaced {
            index,
            why,
            template,
        } => {
            note = Some("replaced by the controller's own".to_owned());
            let lost = template
                .toleration_seconds
                .map_or(String::new(), |seconds| {
                    format!(" The {seconds} seconds never act.")
                });
            format!(
                "Tolerated by the controller's own toleration, which replaces toleration {} of the manifest: {}.{lost}",
                index + 1,
                purpose(*why)
            )
        }
    };
    match by.len() {
        0 => {}
        1 => text.push_str(" One more toleration matches."),
        more => text.push_str(&format!(" {more} more tolerations match.")),
    }
    // The first one that matches is also the one that the taint manager takes the time from.
    let seconds = pod.toleration.toleration_seconds;
    match seconds.filter(|_| taint.effect == TaintEffect::NoExecute) {
        None => {}
        Some(..=0) => {
            note = Some("each Pod goes at once".to_owned());
            text.push_str(
                " It lasts no time: each Pod is deleted at once, and the controller makes another one.",
            );
        }
        Some(seconds) => {
            note = Some(format!("each Pod goes after {seconds} s"));
            text.push_str(&format!(
                " It lasts {seconds} seconds: each Pod is then deleted, and the controller makes another one."
            ));
        }
    }
    (text, note)
}

/// The toleration that comes nearest, and in what it differs.
fn not_tolerated(
    judgement: &TaintJudgement<'_>,
    rules: &DaemonPodRules,
) -> (String, Option<String>) {
    let taint = judgement.taint;
    let tolerations = rules.tolerations();
    let near = near(rules, judgement);
    let mut text = match &near {
        None => other_keys(tolerations),
        Some(near) => format!("{}.", near.text()),
    };
    if let Some(Near { pod: near, .. }) = &near {
        let names_another = |pod: &&DaemonPodToleration| {
            let key = &pod.toleration.key;
            !key.is_empty() && *key != taint.key
        };
        let others = tolerations.iter().filter(names_another).count();
        match others - usize::from(names_another(near)) {
            0 => {}
            1 => text.push_str(" 1 other names another key."),
            others => text.push_str(&format!(" {others} others name other keys.")),
        }
    }
    if judgement.outcome == TaintOutcome::Evicts {
        text.push_str(" The controller deletes a Pod that is there.");
    }
    let note = near.and_then(|near| near_note(taint, &near.differs));
    (text, note)
}

/// That every toleration is for another key, with those of the manifest told from those that the controller adds.
fn other_keys(tolerations: &[DaemonPodToleration]) -> String {
    let written = tolerations
        .iter()
        .filter(|pod| pod.origin.index().is_some());
    let written = written.count();
    let added = tolerations.len() - written;
    match written {
        0 => format!(
            "The manifest has no tolerations, and the {added} that the controller adds name other keys."
        ),
        1 => format!(
            "The manifest's one toleration names another key, and so do the {added} that the controller adds."
        ),
        written => format!(
            "The manifest's {written} tolerations name other keys, and so do the {added} that the controller adds."
        ),
    }
}

/// What the taint has, for beside the toleration that nearly matches.
fn near_note(taint: &Taint, differs: &[TolerationField]) -> Option<String> {
    Some(match differs.first()? {
        TolerationField::Key => format!("taint is \u{201c}{}\u{201d}", taint.key),
        TolerationField::Value if taint.value.is_empty() => "taint has no value".to_owned(),
        TolerationField::Value => format!("taint has \u{201c}{}\u{201d}", taint.value),
        TolerationField::Effect => {
            format!("taint has \u{201c}{}\u{201d}", taint.effect.as_str())
        }
        TolerationField::Operator => "operator does not act".to_owned(),
    })
}

fn node_has(value: Option<&str>) -> String {
    match value {
        Some("") => "node has an empty value".to_owned(),
        Some(value) => format!("node has \u{201c}{value}\u{201d}"),
        None => "node has no such label".to_owned(),
    }
}
