use super::answer_explain::{Evidence, check, passes};
use super::places::Places;
use super::{Check, Decider};
use crate::model::Node;
use crate::placement::NodeVerdict;
use crate::source::FieldPath;
use crate::words::{
    CheckWords, further_pod_check, is_silent, no_pod_check, node_ready_check, not_ready, pod_check,
    pod_word,
};
use crate::workspace::{Cluster, JudgedDaemonSet, ObjectId, Workspace};

/// Further Pods of a DaemonSet on a Node that are shown: more than one is rare.
const FURTHER: usize = 5;

/// What became of the Pod on its Node, as far as the objects say.
pub(super) fn kubelet(
    workspace: &Workspace,
    cluster: &Cluster,
    judged: &JudgedDaemonSet,
    evidence: &Evidence<'_>,
) -> Decider {
    let explained = evidence.explained;
    let Some((pod, counted)) = explained.pod else {
        return without_pod(workspace, evidence);
    };
    let at = |id: ObjectId| Places::of(workspace, id).field(&FieldPath::of(&["metadata", "name"]));
    let seen = |position: u32, outcome, words: CheckWords| Check {
        node_place: cluster
            .pod_objects
            .get(position as usize)
            .and_then(|id| at(*id)),
        ..check("pod", outcome, words)
    };
    let mut checks: Vec<Check> = node_check(workspace, evidence).into_iter().collect();
    checks.push(seen(
        counted.pod,
        passes(counted.available),
        pod_check(pod, counted, explained.spec, explained.verdict),
    ));
    let here = judged.status.pods.nodes.get(&explained.node.metadata.name);
    for position in here.into_iter().flatten().skip(1).take(FURTHER) {
        if let Some(pod) = cluster.snapshot.pods.get(*position) {
            checks.push(seen(*position, "noSay", further_pod_check(pod)));
        }
    }
    // A Pod that is bound to no Node is no kubelet's business yet.
    let bound = !pod.spec.node_name.is_empty();
    let (says, word) = match () {
        () if counted.available => ("yes", pod_word(pod, counted)),
        () if explained.silent => ("no", "does not answer".to_owned()),
        () if bound => ("no", pod_word(pod, counted)),
        () => ("notAsked", pod_word(pod, counted)),
    };
    Decider {
        by: "kubelet",
        says,
        word,
        checks,
    }
}

fn without_pod(workspace: &Workspace, evidence: &Evidence<'_>) -> Decider {
    let explained = evidence.explained;
    let mut checks = Vec::new();
    if explained.verdict.is_eligible() {
        checks.extend(node_check(workspace, evidence));
        let words = no_pod_check(explained.pods_given, explained.skipped.is_none());
        checks.push(check("pod", "noSay", words));
    }
    let word = match explained.verdict {
        NodeVerdict::AwaitsPod if explained.skipped.is_some() => "no Pod",
        NodeVerdict::AwaitsPod => "no Pod yet",
        _ => "not asked",
    };
    Decider {
        by: "kubelet",
        says: "notAsked",
        word: word.to_owned(),
        checks,
    }
}

/// That the Node is not Ready, where it is not. A silent kubelet starts and ends nothing; what one that answers makes of
/// the Pod, the Pod says.
fn node_check(workspace: &Workspace, evidence: &Evidence<'_>) -> Option<Check> {
    let node: &Node = evidence.explained.node;
    let ready = not_ready(node)?;
    let conditions = &node.status.conditions;
    let index = conditions.iter().position(|own| own.kind == ready.kind)?;
    let path = FieldPath::of(&["status", "conditions"]).index(index);
    let outcome = match is_silent(ready) {
        true => "fails",
        false => "noSay",
    };
    Some(Check {
        node_place: evidence.node.field(&path),
        ..check(
            "nodeReady",
            outcome,
            node_ready_check(ready, workspace.now()),
        )
    })
}
