use super::judgement::{
    NearestToleration, NodeAffinityJudgement, NodeJudgement, NodeNameJudgement,
    NodeSelectorJudgement, RequirementJudgement, RequirementOutcome, TaintJudgement, TaintOutcome,
    TermJudgement,
};
use super::tolerations::{DaemonPodToleration, TolerationOrigin, daemon_pod_tolerations};
use crate::matching::{
    NodeSelectorTermMatcher, RequiredNodeAffinity, TolerationField, differs, key_agrees,
    tolerates_but_for_key, tolerates_taint,
};
use crate::model::{DaemonSet, Defaulted, FeatureGates, Node, Taint, TaintEffect, Toleration};

/// Which Nodes a DaemonSet is meant for: all that its template says about Nodes, parsed once.
///
/// ```
/// use everynode::apiserver::default_daemon_set;
/// use everynode::controller::DaemonPodRules;
/// use everynode::model::{DaemonSet, FeatureGates, Node, Taint, TaintEffect};
/// let daemon_set = default_daemon_set(DaemonSet::default());
/// let rules = DaemonPodRules::new(&daemon_set, FeatureGates::default());
/// let mut node = Node::default();
/// assert!(rules.judge(&node).should_run);
/// let effect = TaintEffect::NoSchedule;
/// node.spec.taints = vec![Taint { key: "dedicated".into(), value: "db".into(), effect }];
/// let judgement = rules.judge(&node);
/// assert!(!judgement.should_run && judgement.should_continue_running);
/// ```
#[derive(Clone, Debug)]
pub struct DaemonPodRules {
    node_name: String,
    affinity: RequiredNodeAffinity,
    affinity_error: Option<String>,
    tolerations: Vec<DaemonPodToleration>,
    gates: FeatureGates,
}

impl DaemonPodRules {
    /// Parses what a DaemonSet's template says about Nodes. What cannot be parsed matches nothing.
    #[must_use]
    pub fn new(daemon_set: &Defaulted<DaemonSet>, gates: FeatureGates) -> Self {
        let template = &daemon_set.spec.template.spec;
        let affinity =
            RequiredNodeAffinity::new(&template.node_selector, template.node_affinity.as_ref());
        Self {
            node_name: template.node_name.clone(),
            affinity_error: affinity.error(),
            affinity,
            tolerations: daemon_pod_tolerations(template),
            gates,
        }
    }

    /// The Node that the template names; `None`: it names none.
    #[must_use]
    pub fn node_name(&self) -> Option<&str> {
        (!self.node_name.is_empty()).then_some(self.node_name.as_str())
    }

    /// The node selector and the required node affinity.
    #[must_use]
    pub fn affinity(&self) -> &RequiredNodeAffinity {
        &self.affinity
    }

    /// Tolerations of the Pods, in the Pod's order.
    #[must_use]
    pub fn tolerations(&self) -> &[DaemonPodToleration] {
        &self.tolerations
    }

    /// The feature gates that it is judged with.
    #[must_use]
    pub fn gates(&self) -> FeatureGates {
        self.gates
    }

    /// Judges one Node, with all the evidence.
    ///
    /// Upstream: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod (v1.36.3)
    #[must_use]
    pub fn judge<'a>(&'a self, node: &'a Node) -> NodeJudgement<'a> {
        let taints: Vec<TaintJudgement<'a>> = node
            .spec
            .taints
            .iter()
            .map(|taint| self.judge_taint(taint))
            .collect();
        let mut judgement = NodeJudgement {
            should_run: false,
            should_continue_running: false,
            node_name: self.node_name().map(|wanted| NodeNameJudgement {
                wanted,
                matches: wanted == node.metadata.name,
            }),
            node_selector: self.judge_node_selector(node),
            node_affinity: self.judge_node_affinity(node),
            taints,
        };
        let meant = judgement.node_name_matches()
            && judgement.node_selector_matches()
            && judgement.node_affinity_matches();
        let none = |outcome| {
            judgement
                .taints
                .iter()
                .all(|taint| taint.outcome != outcome)
        };
        let stays = meant && none(TaintOutcome::Evicts);
        let comes = stays && none(TaintOutcome::KeepsOut);
        judgement.should_run = comes;
        judgement.should_continue_running = stays;
        judgement
    }

    /// Judges the required node affinity; `None`: none is asked for. A Node's judgement holds this.
    #[must_use]
    pub fn judge_node_affinity<'a>(&'a self, node: &'a Node) -> Option<NodeAffinityJudgement<'a>> {
        let terms = self.affinity.terms.as_ref()?;
        Some(self.judge_terms(terms, node))
    }

    /// Judges one taint. A Node's judgement holds this for each of its taints.
    #[must_use]
    pub fn judge_taint<'a>(&self, taint: &'a Taint) -> TaintJudgement<'a> {
        let tolerated_by: Vec<u32> = self.tolerating(taint).collect();
        TaintJudgement {
            outcome: taint_outcome(taint, !tolerated_by.is_empty()),
            nearest: if tolerated_by.is_empty() {
                self.nearest_toleration(taint)
            } else {
                None
            },
            taint,
            tolerated_by,
        }
    }

    /// In what a toleration does not agree with a taint; nothing where it tolerates it.
    #[must_use]
    pub fn differs(&self, toleration: &Toleration, taint: &Taint) -> Vec<TolerationField> {
        differs(toleration, taint, self.gates)
    }

    /// What a taint does, without evidence.
    pub(super) fn outcome_of(&self, taint: &Taint) -> TaintOutcome {
        taint_outcome(taint, self.tolerating(taint).next().is_some())
    }

    /// The position of the toleration that tolerates a taint, where no other one does.
    #[must_use]
    pub fn tolerated_alone(&self, taint: &Taint) -> Option<u32> {
        let mut tolerating = self.tolerating(taint);
        tolerating.next().filter(|_| tolerating.next().is_none())
    }

    /// Positions of the tolerations that tolerate a taint.
    fn tolerating(&self, taint: &Taint) -> impl Iterator<Item = u32> {
        let all = self.tolerations.iter().zip(0..);
        all.filter(|(pod, _)| tolerates_taint(&pod.toleration, taint, self.gates))
            .map(|(_, index)| index)
    }

    fn judge_node_selector<'a>(&'a self, node: &'a Node) -> Vec<NodeSelectorJudgement<'a>> {
        let pairs = self.affinity.node_selector.iter();
        pairs
            .map(|(key, wanted)| {
                let value = node.metadata.labels.get(key);
                NodeSelectorJudgement {
                    key,
                    wanted,
                    value,
                    matches: value == Some(wanted),
                }
            })
            .collect()
    }

    fn judge_terms<'a>(
        &'a self,
        terms: &'a [NodeSelectorTermMatcher],
        node: &'a Node,
    ) -> NodeAffinityJudgement<'a> {
        let terms: Vec<TermJudgement<'a>> = terms
            .iter()
            .map(|term| TermJudgement {
                matches: term.matches(node),
                requirements: term
                    .requirements
                    .iter()
                    .map(|requirement| RequirementJudgement {
                        written: &requirement.written,
                        on_field: requirement.on_field,
                        index: requirement.index,
                        value: requirement.value_of(node),
                        outcome: match &requirement.test {
                            Ok(test) if test.matches(node) => RequirementOutcome::Matches,
                            Ok(_) => RequirementOutcome::Differs,
                            Err(errors) => RequirementOutcome::Unparsable(errors),
                        },
                    })
                    .collect(),
            })
            .collect();
        let matches = terms.iter().any(|term| term.matches);
        NodeAffinityJudgement {
            terms,
            matches,
            error: if matches {
                None
            } else {
                self.affinity_error.clone()
            },
        }
    }

    /// The toleration that agrees with most of a taint: first those with its key, then those that the manifest has,
    /// then those with fewer differences. One with another key is near only where that key may have been meant.
    fn nearest_toleration(&self, taint: &Taint) -> Option<NearestToleration> {
        let all = self.tolerations.iter().zip(0..);
        let added =
            |pod: &DaemonPodToleration| matches!(pod.origin, TolerationOrigin::Controller { .. });
        let same_key = all
            .clone()
            .filter(|(pod, _)| key_agrees(&pod.toleration, taint))
            .map(|(pod, index)| {
                let differs = differs(&pod.toleration, taint, self.gates);
                (added(pod), differs, index)
            })
            .min_by_key(|(added, differs, index)| (*added, differs.len(), *index));
        if let Some((_, differs, index)) = same_key {
            return Some(NearestToleration { index, differs });
        }
        // Without the key, one that the controller adds is about another matter altogether.
        let mut own = all.filter(|(pod, _)| !added(pod));
        let (_, index) = own.find(|(pod, _)| {
            may_mean(&pod.toleration, taint)
                && tolerates_but_for_key(&pod.toleration, taint, self.gates)
        })?;
        Some(NearestToleration {
            index,
            differs: vec![TolerationField::Key],
        })
    }
}

/// Whether who wrote the key of a toleration may have meant that of a taint: both have the same value, both keys name a
/// role, which is what was renamed from `master` to `control-plane`, or they are the same but for two letters side by
/// side.
fn may_mean(toleration: &Toleration, taint: &Taint) -> bool {
    const ROLE: &str = "node-role.kubernetes.io/";
    if !taint.value.is_empty() && toleration.value == taint.value {
        return true;
    }
    let (written, meant) = (&toleration.key, &taint.key);
    if written.starts_with(ROLE) && meant.starts_with(ROLE) {
        return true;
    }
    let forwards = written.bytes().zip(meant.bytes());
    let before = forwards.take_while(|(a, b)| a == b).count();
    let backwards = written.bytes().rev().zip(meant.bytes().rev());
    let after = backwards.take_while(|(a, b)| a == b).count();
    let longest = written.len().max(meant.len());
    longest > 4 && before + after + 2 >= longest
}

fn taint_outcome(taint: &Taint, tolerated: bool) -> TaintOutcome {
    match taint.effect {
        TaintEffect::PreferNoSchedule | TaintEffect::Other(_) => TaintOutcome::NoSay,
        _ if tolerated => TaintOutcome::Tolerated,
        TaintEffect::NoSchedule => TaintOutcome::KeepsOut,
        TaintEffect::NoExecute => TaintOutcome::Evicts,
    }
}
