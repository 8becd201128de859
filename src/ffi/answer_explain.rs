use super::answer_place::{pods_given, reference, verdict_name};
use super::answer_rules::requirement_path;
use super::places::Places;
use super::suggestion::Suggestions;
use super::{Check, Decider, Diagnostic, ExplainFound, ExplainNotFound, Head};
use crate::controller::{
    DaemonPodRules, NodeJudgement, RequirementOutcome, TaintOutcome, TermJudgement,
};
use crate::placement::{NodeVerdict, nearest, reasons};
use crate::source::FieldPath;
use crate::words::{
    CheckWords, about_node, explanation, name_list, no_node_selector_check, no_pod_check,
    no_taints_check, no_terms_check, node_name_check, node_selector_check, not_there, pod_check,
    requirement_check, taint_check, term_check,
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
    let given = pods_given(cluster);
    let pod = judged.status.first_pods.get(position).copied().flatten();
    let (runs, stays) = (judgement.should_run, judgement.should_continue_running);
    let verdict = NodeVerdict::of(runs, stays, pod, given);
    let reasons = reasons(&judgement);
    let evidence = Evidence {
        rules: &judged.rules,
        judgement: &judgement,
        manifest: Places::of(workspace, judged.object),
        node: Places::of(workspace, *object),
    };
    let (says, word) = match verdict {
        _ if runs => ("yes", "says yes"),
        NodeVerdict::KeepsPod => ("no", "no new Pod, keeps the old"),
        NodeVerdict::LosesPod => ("no", "deletes the Pod"),
        _ => ("no", "says no"),
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
        sentence: explanation(
            verdict,
            &reasons,
            &judgement,
            judged.rules.tolerations(),
            given,
        ),
        deciders: vec![
            controller,
            kubelet(workspace, cluster, judged, position, verdict),
        ],
        suggestion: Suggestions::new(workspace, cluster).for_node(
            judged,
            evidence.manifest.map(),
            position,
        ),
        diagnostics: Vec::new(),
    })
}

/// One Node against one DaemonSet, with the texts of both.
struct Evidence<'a> {
    rules: &'a DaemonPodRules,
    judgement: &'a NodeJudgement<'a>,
    manifest: Places<'a>,
    node: Places<'a>,
}

impl Evidence<'_> {
    /// In the order in which the controller asks.
    fn checks(&self) -> Vec<Check> {
        let judgement = self.judgement;
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
                    node_selector_check(pair),
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
            checks.push(check("noTaints", "passes", no_taints_check()));
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
                    requirement_check(requirement),
                )
            }
        });
        Check {
            parts: parts.collect(),
            place: self.manifest.field(&at),
            ..check("nodeAffinity", outcome, term_check(term, index, terms))
        }
    }

    fn taint(&self, index: usize) -> Option<Check> {
        let judgement = self.judgement.taints.get(index)?;
        let outcome = match judgement.outcome {
            TaintOutcome::Tolerated => "passes",
            TaintOutcome::NoSay => "noSay",
            TaintOutcome::KeepsOut | TaintOutcome::Evicts => "fails",
        };
        // The toleration that matches, or else the one that comes close.
        let near = judgement.nearest.as_ref().map(|near| near.index);
        let toleration = judgement.tolerated_by.first().copied().or(near);
        let written = toleration.and_then(|index| {
            let tolerations = self.rules.tolerations();
            tolerations.get(index as usize)?.origin.index()
        });
        let list = Places::pod(&["tolerations"]);
        let node = FieldPath::of(&["spec", "taints"]).index(index);
        Some(Check {
            place: written.and_then(|index| self.manifest.field(&list.index(index as usize))),
            node_place: self.node.field(&node),
            ..check(
                "taint",
                outcome,
                taint_check(judgement, self.rules.tolerations()),
            )
        })
    }
}

fn passes(passes: bool) -> &'static str {
    if passes { "passes" } else { "fails" }
}

fn check(check: &'static str, outcome: &'static str, words: CheckWords) -> Check {
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

/// What became of the Pod on its Node.
fn kubelet(
    workspace: &Workspace,
    cluster: &Cluster,
    judged: &JudgedDaemonSet,
    position: usize,
    verdict: NodeVerdict,
) -> Decider {
    let first = judged.status.first_pods.get(position).copied().flatten();
    let pod = first.and_then(|first| Some((first, cluster.snapshot.pods.get(first.pod)?)));
    let Some((first, pod)) = pod else {
        let asked = verdict.is_eligible();
        let checks = match asked {
            true => vec![check("pod", "noSay", no_pod_check(pods_given(cluster)))],
            false => Vec::new(),
        };
        let word = match verdict {
            NodeVerdict::AwaitsPod => "no Pod yet",
            _ => "not asked",
        };
        return Decider {
            by: "kubelet",
            says: "notAsked",
            word: word.to_owned(),
            checks,
        };
    };
    let seconds = judged.daemon_set.spec.min_ready_seconds;
    let words = pod_check(pod, first.ready, first.available, seconds);
    let object = cluster.pod_objects.get(first.pod as usize);
    let name = FieldPath::of(&["metadata", "name"]);
    Decider {
        by: "kubelet",
        says: if first.available { "yes" } else { "no" },
        word: match first.available {
            true => "Pod available".to_owned(),
            false => "Pod not available".to_owned(),
        },
        checks: vec![Check {
            node_place: object.and_then(|object| Places::of(workspace, *object).field(&name)),
            ..check("pod", passes(first.available), words)
        }],
    }
}

/// What a question names that is not there.
pub(super) struct Missing {
    what: &'static str,
    message: String,
    nearest: Option<String>,
}

impl Missing {
    pub(super) fn answer(self, diagnostics: Vec<Diagnostic>) -> ExplainNotFound {
        ExplainNotFound {
            head: Head::default(),
            found: false,
            missing: self.what,
            message: self.message,
            nearest: self.nearest,
            diagnostics,
        }
    }
}

/// The DaemonSet that a question names, by `namespace/name` or by its name alone.
pub(super) fn find_daemon_set<'a>(
    cluster: &'a Cluster,
    asked: &str,
) -> Result<&'a JudgedDaemonSet, Missing> {
    let full = |judged: &JudgedDaemonSet| {
        let metadata = &judged.daemon_set.metadata;
        format!("{}/{}", metadata.namespace, metadata.name)
    };
    let named = |judged: &&JudgedDaemonSet| match asked.contains('/') {
        true => full(judged) == asked,
        false => judged.daemon_set.metadata.name == asked,
    };
    let found: Vec<&JudgedDaemonSet> = cluster.daemon_sets.iter().filter(named).collect();
    let missing = |message, nearest| Missing {
        what: "daemonSet",
        message,
        nearest,
    };
    match found.as_slice() {
        [one] => Ok(one),
        [] => {
            let all: Vec<String> = cluster.daemon_sets.iter().map(full).collect();
            let names = all.iter().map(String::as_str);
            let bare = cluster
                .daemon_sets
                .iter()
                .map(|j| j.daemon_set.metadata.name.as_str());
            let nearest = match asked.contains('/') {
                true => nearest(asked, names),
                false => nearest(asked, bare),
            };
            let nearest = nearest.map(ToOwned::to_owned);
            let message = not_there("DaemonSet", asked, nearest.as_deref(), all.len());
            Err(missing(message, nearest))
        }
        several => {
            let names: Vec<String> = several.iter().map(|judged| full(judged)).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let list = name_list(&names, 5);
            let message = format!("several DaemonSets are called {asked}: {list}");
            Err(missing(
                message,
                names.first().map(|name| (*name).to_owned()),
            ))
        }
    }
}

/// The position of the Node that a question names.
pub(super) fn find_node(cluster: &Cluster, asked: &str) -> Option<usize> {
    cluster.snapshot.nodes.named(asked).next()
}

pub(super) fn missing_node(cluster: &Cluster, asked: &str) -> Missing {
    let nodes = &cluster.snapshot.nodes;
    let names = nodes.iter().map(|node| node.metadata.name.as_str());
    let nearest = nearest(asked, names).map(ToOwned::to_owned);
    Missing {
        what: "node",
        message: not_there("Node", asked, nearest.as_deref(), nodes.len()),
        nearest,
    }
}
