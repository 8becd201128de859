use super::names::{count, name_list};
use super::pod_check::{is_rolling, other_template, pod_state};
use super::requirement::{
    affinity_fails, failing, pair_evidence, quoted, requirement_asks, requirement_evidence,
};
use super::toleration::near;
use super::verdict::group_title;
use crate::controller::{
    DaemonPodRules, FirstPod, NodeJudgement, RequirementJudgement, RequirementOutcome,
    StatusSkipped, TaintJudgement, TaintOutcome, TolerationOrigin,
};
use crate::model::{DaemonSetSpec, Node, Pod, Taint};
use crate::placement::{Facet, NodeVerdict, Reason, Reasons};

/// Reasons that a sentence says one by one.
const SAID: usize = 3;

/// What the answer about a DaemonSet on one Node is made from.
#[derive(Clone, Copy, Debug)]
pub struct Explained<'a> {
    /// What becomes of the DaemonSet there.
    pub verdict: NodeVerdict,
    /// Every check.
    pub judgement: &'a NodeJudgement<'a>,
    /// Those that fail.
    pub reasons: &'a Reasons,
    /// What the template says about Nodes.
    pub rules: &'a DaemonPodRules,
    /// The Node.
    pub node: &'a Node,
    /// The Pod that is there.
    pub pod: Option<(&'a Pod, FirstPod)>,
    /// What is wanted of its Pods.
    pub spec: &'a DaemonSetSpec,
    /// Whether the input says anything of Pods.
    pub pods_given: bool,
    /// Why the controller does nothing, where it does nothing.
    pub skipped: Option<&'a StatusSkipped>,
    /// Whether nothing is heard of the Node's kubelet.
    pub silent: bool,
}

impl Explained<'_> {
    /// The answer in a few sentences, with the names that matter, quoted between backticks.
    #[must_use]
    pub fn sentence(&self) -> String {
        let deleted = |pod: &Pod| pod.metadata.deletion_timestamp.is_some();
        let name = self.pod.map_or("", |(pod, _)| pod.metadata.name.as_str());
        let acts = self.skipped.is_none();
        let mut text = match (self.verdict, self.pod) {
            (NodeVerdict::Runs, Some((pod, _))) if deleted(pod) => {
                format!("Eligible. Its Pod `{name}` is being deleted, and counts until it is gone.")
            }
            (NodeVerdict::Runs, Some((pod, counted))) => format!(
                "Runs here: its Pod `{name}` is available.{}{}",
                other_template(pod, counted, self.spec, self.verdict),
                self.opened()
            ),
            (NodeVerdict::Runs, None) if self.silent => "Eligible.".to_owned(),
            (NodeVerdict::Runs, None) => {
                format!("Runs here: every check lets the Pod in.{}", self.opened())
            }
            (NodeVerdict::AwaitsPod, _) if acts => {
                "Eligible, and has no Pod yet: the controller makes one.".to_owned()
            }
            (NodeVerdict::AwaitsPod, _) => "Eligible, and has no Pod.".to_owned(),
            (NodeVerdict::PodNotAvailable, Some((pod, counted))) => {
                let state = pod_state(pod, counted, self.spec.min_ready_seconds);
                let other = other_template(pod, counted, self.spec, self.verdict);
                format!("Eligible, but its Pod `{name}` is not available. {state}{other}")
            }
            (NodeVerdict::PodNotAvailable, None) => {
                "Eligible, but its Pod is not available.".to_owned()
            }
            (NodeVerdict::KeepsPod, Some((pod, _))) if deleted(pod) => {
                self.because(&format!("Gets no new Pod, and `{name}` goes already"))
            }
            (NodeVerdict::KeepsPod, Some((_, counted))) if acts && is_rolling(self.spec) => {
                // Eligible or not, an update takes every Pod that has another template.
                self.because(&match counted.updated {
                    Some(false) => {
                        format!("Gets no new Pod, and the rolling update deletes `{name}`")
                    }
                    _ => format!("Gets no new Pod, and `{name}` stays until the next update"),
                })
            }
            (NodeVerdict::KeepsPod, _) => {
                self.because(&format!("Gets no new Pod, and `{name}` stays"))
            }
            (NodeVerdict::LosesPod, Some((pod, _))) if deleted(pod) => {
                self.because(&format!("Not eligible, and the Pod `{name}` goes already"))
            }
            (NodeVerdict::LosesPod, _) if acts => {
                self.because(&format!("The controller deletes the Pod `{name}`"))
            }
            (NodeVerdict::LosesPod, _) => self.because(&format!("Not eligible, and has `{name}`")),
            (NodeVerdict::LeftOut, _) => match self.reasons.named.as_slice() {
                [_] => self.because(&group_title(self.verdict, self.reasons)),
                _ => self.because("Left out"),
            },
        };
        match self.skipped {
            None => {}
            Some(StatusSkipped::Deleted) => {
                text.push_str(" The controller does nothing: the DaemonSet is being deleted.");
            }
            Some(StatusSkipped::SelectsEverything) => {
                text.push_str(" The controller does nothing: the selector selects every Pod.");
            }
            Some(StatusSkipped::Selector(_)) => {
                text.push_str(" The controller does nothing: it cannot read the selector.");
            }
        }
        if self.silent && self.verdict != NodeVerdict::LeftOut {
            text.push_str(match self.pod {
                Some((pod, _)) if deleted(pod) || self.verdict == NodeVerdict::LosesPod => {
                    " The kubelet does not answer, so the Pod stays Terminating."
                }
                _ => " The kubelet does not answer.",
            });
        }
        text
    }

    /// `before`, and why: one reason in full, several in short.
    fn because(&self, before: &str) -> String {
        match self.reasons.named.as_slice() {
            [] => format!("{before}."),
            [Reason::NodeAffinity { .. }] => format!("{before}. {}.", self.affinity()),
            [reason] => format!("{before}: {}", self.one(reason)),
            reasons => {
                let said: Vec<String> = reasons.iter().map(|r| self.in_short(r)).collect();
                let said: Vec<&str> = said.iter().map(String::as_str).collect();
                format!(
                    "{before} for {}: {}.",
                    count(reasons.len(), "reason"),
                    name_list(&said, SAID)
                )
            }
        }
    }

    /// Why the required node affinity fails, without the final stop.
    fn affinity(&self) -> String {
        let judged = self.judgement.node_affinity.as_ref();
        let failing: Vec<_> = match judged.map(|affinity| affinity.terms.as_slice()) {
            Some([term]) => failing(&term.requirements).collect(),
            _ => Vec::new(),
        };
        let readable = |r: &&&RequirementJudgement<'_>| {
            !matches!(r.outcome, RequirementOutcome::Unparsable(_))
        };
        let Some(first) = failing.first().filter(readable) else {
            return affinity_fails(judged.map_or(&[], std::slice::from_ref));
        };
        let said = requirement_evidence(first, &self.node.metadata.labels);
        match failing.len() - 1 {
            0 => said,
            1 => format!("{said}. 1 more requirement does not hold"),
            more => format!("{said}. {more} more requirements do not hold"),
        }
    }

    /// A reason that stands alone, to the final stop.
    fn one(&self, reason: &Reason) -> String {
        match reason {
            Reason::NodeName { wanted } => {
                format!("the template names the node `{wanted}`, and no other.")
            }
            Reason::NodeSelector { key, .. } => {
                let mut pairs = self.judgement.node_selector.iter();
                let pair = pairs.find(|pair| pair.key == key);
                let labels = &self.node.metadata.labels;
                let said = pair.map(|pair| pair_evidence(pair, labels));
                format!("{}.", said.unwrap_or_else(|| self.in_short(reason)))
            }
            Reason::NodeAffinity { .. } => format!("{}.", self.in_short(reason)),
            Reason::Taint(taint) => match self.nearest(taint) {
                Some(near) => format!("`{taint}` is not tolerated. {near}."),
                None => format!("`{taint}` is not tolerated."),
            },
        }
    }

    /// A reason among others.
    fn in_short(&self, reason: &Reason) -> String {
        match reason {
            Reason::NodeName { wanted } => format!("the template names the node `{wanted}`"),
            Reason::NodeSelector { key, wanted } => {
                format!("`{key}` must be {}", quoted(wanted))
            }
            Reason::NodeAffinity { terms: 0 } => "the node affinity has no terms".to_owned(),
            Reason::NodeAffinity { terms: 1 } => {
                let affinity = self.judgement.node_affinity.as_ref();
                let term = affinity.and_then(|affinity| affinity.terms.first());
                match term.and_then(|term| failing(&term.requirements).next()) {
                    Some(r) if !matches!(r.outcome, RequirementOutcome::Unparsable(_)) => {
                        format!("`{}` {}", r.written.key, requirement_asks(r.written))
                    }
                    _ => "the affinity term matches no node".to_owned(),
                }
            }
            Reason::NodeAffinity { terms } => {
                format!("none of {terms} affinity terms matches")
            }
            Reason::Taint(taint) => format!("the taint `{taint}` is not tolerated"),
        }
    }

    /// How near a toleration comes to a taint that is not tolerated.
    fn nearest(&self, taint: &Taint) -> Option<String> {
        let decides = |t: &&TaintJudgement<'_>| {
            t.taint == taint && matches!(t.outcome, TaintOutcome::KeepsOut | TaintOutcome::Evicts)
        };
        let taints = self.judgement.taints.iter();
        taints
            .filter(decides)
            .find_map(|t| near(self.rules, t).map(|near| near.text()))
    }

    /// What the manifest's own tolerations do for this Node, as a further sentence.
    fn opened(&self) -> String {
        let written = |index: &u32| {
            let pod = self.rules.tolerations().get(*index as usize);
            pod.is_some_and(|pod| matches!(pod.origin, TolerationOrigin::Template { .. }))
        };
        let taints = self.judgement.taints.iter();
        let opened: Vec<&TaintJudgement<'_>> = taints
            .filter(|t| t.outcome == TaintOutcome::Tolerated && t.tolerated_by.iter().all(written))
            .collect();
        let whose = match opened.as_slice() {
            [] => return String::new(),
            [TaintJudgement { tolerated_by, .. }] => match tolerated_by.as_slice() {
                [one] => self
                    .rules
                    .tolerations()
                    .get(*one as usize)
                    .and_then(|pod| pod.origin.index()),
                _ => None,
            },
            _ => None,
        };
        let whose = match whose {
            Some(index) => format!("toleration {} of the manifest", index + 1),
            None => "the manifest's tolerations".to_owned(),
        };
        let what = match opened.as_slice() {
            [one] => format!("the taint `{}`", one.taint),
            several => count(several.len(), "taint"),
        };
        format!(" Without {whose}, {what} would keep Pods out.")
    }
}

/// What tells a Node at a glance: `zone a, gpu pool, amd64, kubelet v1.36.2`.
#[must_use]
pub fn about_node(node: &Node) -> String {
    let labels = &node.metadata.labels;
    let info = &node.status.node_info;
    let mut parts = Vec::new();
    if let Some(zone) = Facet::ZONE.of(labels) {
        parts.push(format!("zone {zone}"));
    }
    match Facet::POOL.of(labels) {
        Some(pool) if pool.ends_with("pool") => parts.push(pool.to_owned()),
        Some(pool) if !pool.is_empty() => parts.push(format!("{pool} pool")),
        _ => {}
    }
    let known = |said: &str, facet: Facet| match said {
        "" => facet.of(labels).unwrap_or_default().to_owned(),
        said => said.to_owned(),
    };
    parts.push(known(&info.architecture, Facet::ARCH));
    let os = known(&info.operating_system, Facet::OS);
    if os != "linux" {
        parts.push(os);
    }
    if !info.kubelet_version.is_empty() {
        parts.push(format!("kubelet {}", info.kubelet_version));
    }
    if node.spec.unschedulable {
        parts.push("cordoned".to_owned());
    }
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}

/// What a question names and the input does not have: `no Node is called worker-9; the nearest name is worker-8`.
///
/// `there` is how many of the kind the input has.
#[must_use]
pub fn not_there(kind: &str, asked: &str, nearest: Option<&str>, there: usize) -> String {
    match (nearest, there) {
        (_, 0) => format!("the input holds no {kind}"),
        (Some(nearest), _) => {
            format!("no {kind} is called `{asked}`; the nearest name is `{nearest}`")
        }
        (None, there) => format!(
            "no {kind} is called `{asked}`; the input holds {}",
            count(there, kind)
        ),
    }
}
