use super::answer_kubelet::kubelet;
use super::answer_place::{pods_given, reference, verdict_name};
use super::answer_rules::requirement_path;
use super::places::Places;
use super::suggestion::Suggestions;
use super::{Check, Decider, ExplainFound, Head};
use crate::controller::{RequirementOutcome, TaintOutcome, TermJudgement};
use crate::placement::{NodeVerdict, Reasons, near_toleration, reasons};
use crate::source::FieldPath;
use crate::words::{
    CheckWords, Explained, about_node, is_silent, no_node_selector_check, no_taints_check,
    no_terms_check, node_name_check, node_selector_check, not_ready, requirement_check,
    taint_check, term_check,
};
use crate::workspace::{Cluster, JudgedDaemonSet, Workspace};

/// Every check of one DaemonSet on the Node at a position, but for what reading found.
pub(super) fn explain(
    workspace: &Workspace,
    cluster: &Cluster,
    judged: &JudgedDaemonSet,
    position: usize,
) -> Option<ExplainFound> {
    let node = cluster.snapshot.nodes.get(position)?;
    let object = cluster.node_objects.get(position)?;
    let judgement = judged.rules.judge(node);
    let pods_given = pods_given(cluster);
    let first = judged.status.first_pods.get(position).copied().flatten();
    let pod = first.and_then(|first| Some((&**cluster.snapshot.pods.get(first.pod)?, first)));
    let (runs, stays) = (judgement.should_run, judgement.should_continue_running);
    let verdict = NodeVerdict::of(runs, stays, first, pods_given);
    let reasons = Reasons {
        named: reasons(&judgement),
        unnamed: 0,
    };
    let explained = Explained {
        verdict,
        judgement: &judgement,
        reasons: &reasons,
        rules: &judged.rules,
        node,
        pod,
        spec: &judged.daemon_set.spec,
        pods_given,
        skipped: judged.status.skipped.as_ref(),
        silent: not_ready(node).is_some_and(is_silent),
    };
    let evidence = Evidence {
        explained,
        manifest: Places::of(workspace, judged.object),
        node: Places::of(workspace, *object),
    };
    let (says, word) = match verdict {
        _ if runs => ("yes", "says yes"),
        NodeVerdict::KeepsPod => ("no", "no new Pod, keeps the old"),
        NodeVerdict::LosesPod => ("no", "deletes the Pod"),
        _ => ("no", "says no"),
    };
    let word = match explained.skipped {
        Some(_) => "does nothing",
        None => word,
    };
    let controller = Decider {
        by: "controller",
        says,
        word: word.to_owned(),
        checks: evidence.checks(),
    };
    Some(ExplainFound {
        head: Head::default(),
        found: true,
        daemon_set: reference(judged),
        node: node.metadata.name.clone(),
        about: about_node(node),
        verdict: verdict_name(verdict),
        should_run: runs,
        should_continue_running: stays,
        sentence: explained.sentence(),
        deciders: vec![controller, kubelet(workspace, cluster, judged, &evidence)],
        suggestion: Suggestions::new(workspace, cluster).for_node(
            judged,
            evidence.manifest.map(),
            position,
        ),
        diagnostics: Vec::new(),
    })
}

/// One Node against one DaemonSet, with the texts of both.
pub(super) struct Evidence<'a> {
    pub(super) explained: Explained<'a>,
    manifest: Places<'a>,
    pub(super) node: Places<'a>,
}

impl Evidence<'_> {
    /// In the order in which the controller asks.
    fn checks(&self) -> Vec<Check> {
        let Explained {
            judgement, node, ..
        } = self.explained;
        let own = &node.metadata.labels;
        let name = judgement.node_name;
        let mut checks = vec![Check {
            place: self.manifest.field(&Places::pod(&["nodeName"])),
            ..check(
                "nodeName",
                passes(name.is_none_or(|name| name.matches)),
                node_name_check(name),
            )
        }];
        if judgement.node_selector.is_empty() {
            checks.push(check("nodeSelector", "passes", no_node_selector_check()));
        }
        let selector = Places::pod(&["nodeSelector"]);
        let labels = FieldPath::of(&["metadata", "labels"]);
        for pair in &judgement.node_selector {
            checks.push(Check {
                place: self.manifest.field(&selector.clone().field(pair.key)),
                node_place: self.node.field(&labels.clone().field(pair.key)),
                ..check(
                    "nodeSelector",
                    passes(pair.matches),
                    node_selector_check(pair, own),
                )
            });
        }
        match judgement.node_affinity.as_ref().map(|a| a.terms.as_slice()) {
            None => checks.push(check("nodeAffinity", "passes", no_terms_check(false))),
            Some([]) => checks.push(Check {
                place: self.manifest.field(&Places::terms()),
                ..check("nodeAffinity", "fails", no_terms_check(true))
            }),
            Some(terms) => {
                let one_matches = terms.iter().any(|term| term.matches);
                for (index, term) in terms.iter().enumerate() {
                    // One term is enough: another that does not match is no reason.
                    let outcome = match (term.matches, one_matches) {
                        (true, _) => "passes",
                        (false, true) => "noSay",
                        (false, false) => "fails",
                    };
                    checks.push(self.term(term, index, terms.len(), outcome));
                }
            }
        }
        if judgement.taints.is_empty() {
            checks.push(check(
                "noTaints",
                "passes",
                no_taints_check(node.spec.unschedulable),
            ));
        }
        checks.extend((0..judgement.taints.len()).filter_map(|index| self.taint(index)));
        checks
    }

    fn term(
        &self,
        term: &TermJudgement<'_>,
        index: usize,
        terms: usize,
        outcome: &'static str,
    ) -> Check {
        let at = Places::terms().index(index);
        let own = &self.explained.node.metadata.labels;
        let labels = FieldPath::of(&["metadata", "labels"]);
        let parts = term.requirements.iter().map(|requirement| {
            let matches = requirement.outcome == RequirementOutcome::Matches;
            let (on_field, index) = (requirement.on_field, requirement.index);
            let key = requirement.written.key.as_str();
            let node = match on_field {
                true => FieldPath::of(&["metadata", "name"]),
                false => labels.clone().field(key),
            };
            Check {
                place: self.manifest.field(&requirement_path(&at, on_field, index)),
                node_place: self.node.field(&node),
                ..check(
                    "nodeAffinity",
                    passes(matches),
                    requirement_check(requirement, own),
                )
            }
        });
        Check {
            parts: parts.collect(),
            place: self.manifest.field(&at),
            ..check("nodeAffinity", outcome, term_check(term, index, terms, own))
        }
    }

    fn taint(&self, index: usize) -> Option<Check> {
        let rules = self.explained.rules;
        let judgement = self.explained.judgement.taints.get(index)?;
        let outcome = match judgement.outcome {
            TaintOutcome::Tolerated => "passes",
            TaintOutcome::NoSay => "noSay",
            TaintOutcome::KeepsOut | TaintOutcome::Evicts => "fails",
        };
        // The toleration that matches, or else the one that comes close.
        let near = near_toleration(rules, judgement).map(|near| near.index);
        let toleration = judgement.tolerated_by.first().copied().or(near);
        let written =
            toleration.and_then(|index| rules.tolerations().get(index as usize)?.origin.index());
        let list = Places::pod(&["tolerations"]);
        let node = FieldPath::of(&["spec", "taints"]).index(index);
        Some(Check {
            place: written.and_then(|index| self.manifest.field(&list.index(index as usize))),
            node_place: self.node.field(&node),
            ..check("taint", outcome, taint_check(judgement, rules))
        })
    }
}

pub(super) fn passes(passes: bool) -> &'static str {
    if passes { "passes" } else { "fails" }
}

pub(super) fn check(check: &'static str, outcome: &'static str, words: CheckWords) -> Check {
    Check {
        check,
        outcome,
        title: words.title,
        evidence: words.evidence,
        place: None,
        node_place: None,
        note: words.note,
        parts: Vec::new(),
    }
}
