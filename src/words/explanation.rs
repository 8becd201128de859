use super::names::count;
use super::toleration::near_miss;
use crate::controller::{DaemonPodToleration, NodeJudgement, TaintJudgement, TaintOutcome};
use crate::model::Node;
use crate::placement::{NodeVerdict, Reason};

/// The answer about one Node: one or two sentences.
#[must_use]
pub fn explanation(
    verdict: NodeVerdict,
    reasons: &[Reason],
    judgement: &NodeJudgement<'_>,
    tolerations: &[DaemonPodToleration],
    pods_given: bool,
) -> String {
    let before = match verdict {
        NodeVerdict::Runs if pods_given => return "Runs here: its Pod is available.".to_owned(),
        NodeVerdict::Runs => return "Runs here: every check lets the Pod in.".to_owned(),
        NodeVerdict::AwaitsPod => {
            return "Eligible, and has no Pod yet: the controller makes one.".to_owned();
        }
        NodeVerdict::PodNotAvailable => {
            return "Eligible, but its Pod is not available.".to_owned();
        }
        NodeVerdict::KeepsPod => "Gets no new Pod, and the one that is there stays.",
        NodeVerdict::LosesPod => "Not eligible: the controller deletes the Pod that is there.",
        NodeVerdict::LeftOut => "Left out.",
    };
    let [reason] = reasons else {
        return format!(
            "{before} {} speak against it.",
            count(reasons.len(), "check")
        );
    };
    let why = match reason {
        Reason::NodeName { wanted } => format!("The template names the node `{wanted}`."),
        Reason::NodeSelector { key, wanted } => {
            format!("The node selector wants `{key}: {wanted}`.")
        }
        Reason::NodeAffinity { terms: 0 } => "The required node affinity has no terms.".to_owned(),
        Reason::NodeAffinity { terms: 1 } => {
            "The required node affinity does not match.".to_owned()
        }
        Reason::NodeAffinity { terms } => format!("None of {terms} affinity terms matches."),
        Reason::Taint(taint) => {
            let taints = judgement.taints.iter();
            let decides = |t: &&TaintJudgement<'_>| {
                t.taint == taint
                    && matches!(t.outcome, TaintOutcome::KeepsOut | TaintOutcome::Evicts)
            };
            let judged = taints.filter(decides).find_map(|t| {
                let near = t.nearest.as_ref()?;
                let pod = tolerations.get(near.index as usize)?;
                Some(near_miss(&pod.toleration, taint, &near.differs))
            });
            match judged {
                Some(how) => format!("One taint is not tolerated. The nearest toleration: {how}."),
                None => format!("The taint `{taint}` is not tolerated."),
            }
        }
    };
    format!("{before} {why}")
}

/// What tells a Node at a glance: `zone a, amd64, kubelet v1.36.2`.
#[must_use]
pub fn about_node(node: &Node) -> String {
    let labels = &node.metadata.labels;
    let mut parts = Vec::new();
    if let Some(zone) = labels.get("topology.kubernetes.io/zone") {
        parts.push(format!("zone {zone}"));
    }
    let info = &node.status.node_info;
    let label = |key: &str, known: &str| match known {
        "" => labels.get(key).unwrap_or_default().to_owned(),
        known => known.to_owned(),
    };
    parts.push(label("kubernetes.io/arch", &info.architecture));
    let os = label("kubernetes.io/os", &info.operating_system);
    if os != "linux" {
        parts.push(os);
    }
    if !info.kubelet_version.is_empty() {
        parts.push(format!("kubelet {}", info.kubelet_version));
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
        (_, 0) => format!("no {kind} is called {asked}: the input holds none"),
        (Some(nearest), _) => format!("no {kind} is called {asked}; the nearest name is {nearest}"),
        (None, there) => format!(
            "no {kind} is called {asked}; the input holds {}",
            count(there, kind)
        ),
    }
}
