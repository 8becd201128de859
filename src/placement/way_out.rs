use super::change::{Change, RequirementAt};
use super::{NodeLabels, nearest};
use crate::controller::{
    DaemonPodRules, NodeAffinityJudgement, NodeSelectorJudgement, RequirementJudgement,
    RequirementOutcome, TaintJudgement, TaintOutcome,
};
use crate::matching::TolerationField;
use crate::model::{Node, PodSpec, Taint, TaintEffect, Toleration, TolerationOperator};

/// Changes that one suggestion makes. A Node that fails more checks is not meant to have this DaemonSet.
const CHANGES: usize = 5;
/// Comparisons of a toleration with a taint, past which nobody looks for a way out.
const COMPARISONS: usize = 1_000_000;
/// Labels that say what an image must be built for: another value puts the wrong image on a Node.
const BUILT_FOR: [&str; 5] = [
    "kubernetes.io/os",
    "kubernetes.io/arch",
    "beta.kubernetes.io/os",
    "beta.kubernetes.io/arch",
    "node.kubernetes.io/windows-build",
];
/// Of those, the ones for which images are commonly built in several variants.
const ARCHITECTURE: [&str; 2] = ["kubernetes.io/arch", "beta.kubernetes.io/arch"];
/// Values by which manifests keep away from Nodes that run no daemon Pods at all.
const VIRTUAL_NODES: [&str; 2] = ["fargate", "virtual-kubelet"];
/// Taints that say what state a Node is in. The node lifecycle, the cloud or an autoscaler sets them and takes them
/// away, or takes the Node away.
const STATE_TAINTS: [&str; 14] = [
    "node.kubernetes.io/not-ready",
    "node.kubernetes.io/unreachable",
    "node.kubernetes.io/disk-pressure",
    "node.kubernetes.io/memory-pressure",
    "node.kubernetes.io/pid-pressure",
    "node.kubernetes.io/unschedulable",
    "node.kubernetes.io/network-unavailable",
    "node.kubernetes.io/out-of-service",
    "node.cloudprovider.kubernetes.io/uninitialized",
    "node.cloudprovider.kubernetes.io/shutdown",
    "ToBeDeletedByClusterAutoscaler",
    "karpenter.sh/disrupted",
    "karpenter.sh/disruption",
    "karpenter.sh/unregistered",
];

/// What to change in a template so that a Node that it leaves out gets a Pod: one change for each failing check, which
/// work together. `None` where the Node is eligible, where one of the checks has no way out, or where the way would be
/// foolish: an image on a Node that it is not built for, or a Pod on a Node that is not ready. `None`, too, where more
/// than five changes would be needed.
///
/// `template` is the one that the rules were made of. Where a text looks like a slip of one that the Nodes have, the
/// slip is mended; everything else is asked for less.
///
/// ```
/// use everynode::apiserver::{default_daemon_set, default_node};
/// use everynode::cluster::ClusterNodes;
/// use everynode::controller::DaemonPodRules;
/// use everynode::model::{DaemonSet, FeatureGates, Node, Taint, TaintEffect};
/// use everynode::placement::{Change, NodeLabels, way_out};
///
/// let daemon_set = default_daemon_set(DaemonSet::default());
/// let rules = DaemonPodRules::new(&daemon_set, FeatureGates::default());
/// let mut gpu = Node::default();
/// gpu.spec.taints.push(Taint { key: "gpu".into(), value: String::new(), effect: TaintEffect::NoSchedule });
/// let nodes = ClusterNodes::new([default_node(gpu)]);
/// let labels = NodeLabels::new(&nodes);
/// let changes = way_out(&rules, &daemon_set.spec.template.spec, &labels, nodes.get(0).unwrap()).unwrap();
/// assert!(matches!(&*changes, [Change::Tolerate(toleration)] if toleration.key == "gpu"));
/// ```
#[must_use]
pub fn way_out(
    rules: &DaemonPodRules,
    template: &PodSpec,
    labels: &NodeLabels<'_>,
    node: &Node,
) -> Option<Vec<Change>> {
    if node
        .spec
        .taints
        .len()
        .saturating_mul(rules.tolerations().len())
        > COMPARISONS
    {
        return None;
    }
    let judgement = rules.judge(node);
    if judgement.should_run {
        return None;
    }
    let mut changes = Vec::new();
    if let Some(name) = judgement.node_name.filter(|name| !name.matches) {
        let name = name.wanted.to_owned();
        changes.push(Change::RemoveNodeName { name });
    }
    let pairs = judgement.node_selector.iter();
    for pair in pairs.filter(|pair| !pair.matches).take(CHANGES + 1) {
        changes.push(for_pair(pair, template, labels, node)?);
    }
    if let Some(affinity) = judgement.node_affinity.as_ref().filter(|a| !a.matches) {
        changes.push(for_affinity(affinity, labels, node)?);
    }
    let failing = judgement
        .taints
        .iter()
        .filter(|taint| matches!(taint.outcome, TaintOutcome::KeepsOut | TaintOutcome::Evicts));
    for taint in failing {
        if changes.len() > CHANGES {
            break;
        }
        join(&mut changes, for_taint(taint, rules, template, labels)?);
    }
    (changes.len() <= CHANGES).then_some(changes)
}

fn for_pair(
    pair: &NodeSelectorJudgement<'_>,
    template: &PodSpec,
    labels: &NodeLabels<'_>,
    node: &Node,
) -> Option<Change> {
    let near = labels.nearest_label(pair.key, [pair.wanted]);
    if let Some(near) = near {
        // A slip of something that this Node does not have is another Node's matter.
        return match pair.value {
            Some(value) if value == near => Some(Change::SelectorValue {
                key: pair.key.to_owned(),
                from: pair.wanted.to_owned(),
                to: near,
            }),
            None if node.metadata.labels.get(&near) == Some(pair.wanted)
                && !template.node_selector.contains_key(&near) =>
            {
                Some(Change::SelectorKey {
                    from: pair.key.to_owned(),
                    to: near,
                    value: pair.wanted.to_owned(),
                })
            }
            _ => None,
        };
    }
    (!BUILT_FOR.contains(&pair.key)).then(|| Change::RemoveSelector {
        key: pair.key.to_owned(),
        value: pair.wanted.to_owned(),
    })
}

/// The first term of which exactly one requirement fails, and that has a way out.
fn for_affinity(
    affinity: &NodeAffinityJudgement<'_>,
    labels: &NodeLabels<'_>,
    node: &Node,
) -> Option<Change> {
    let mut terms = affinity.terms.iter().zip(0..);
    terms.find_map(|(term, number)| {
        let mut failing = term
            .requirements
            .iter()
            .filter(|requirement| requirement.outcome != RequirementOutcome::Matches);
        let (Some(one), None) = (failing.next(), failing.next()) else {
            return None;
        };
        for_requirement(one, number, labels, node)
    })
}

fn for_requirement(
    requirement: &RequirementJudgement<'_>,
    term: u32,
    labels: &NodeLabels<'_>,
    node: &Node,
) -> Option<Change> {
    // A requirement on a field names one Node, and was meant to.
    if requirement.on_field || requirement.outcome != RequirementOutcome::Differs {
        return None;
    }
    let at = RequirementAt {
        term,
        index: requirement.index,
    };
    let written = requirement.written;
    let key = written.key.clone();
    let values = || written.values.iter().map(String::as_str);
    let near = || labels.nearest_label(&written.key, values());
    match (written.operator.as_str(), requirement.value) {
        ("In" | "Exists", None) => {
            let to = near()?;
            let value = node.metadata.labels.get(&to)?;
            let fits = written.operator == "Exists" || written.values.iter().any(|v| v == value);
            fits.then_some(Change::RequirementKey { at, from: key, to })
        }
        ("In", Some(value)) => {
            if near().as_deref() == Some(value) {
                let mut values = written.values.iter().zip(0..);
                let (from, position) = values.find(|(own, _)| nearest(own, [value]).is_some())?;
                return Some(Change::RequirementValue {
                    at,
                    value: position,
                    from: from.clone(),
                    to: value.to_owned(),
                });
            }
            let wrong_image = BUILT_FOR.contains(&&*key) && !ARCHITECTURE.contains(&&*key);
            (!wrong_image).then(|| Change::AddValue {
                at,
                key,
                value: value.to_owned(),
            })
        }
        ("NotIn", Some(value)) => {
            let others = written.values.iter().any(|own| own != value);
            let meant = BUILT_FOR.contains(&&*key) || VIRTUAL_NODES.contains(&value);
            (others && !meant).then(|| Change::RemoveValue {
                at,
                key,
                value: value.to_owned(),
            })
        }
        _ => None,
    }
}

fn for_taint(
    judgement: &TaintJudgement<'_>,
    rules: &DaemonPodRules,
    template: &PodSpec,
    labels: &NodeLabels<'_>,
) -> Option<Change> {
    let taint = judgement.taint;
    // No cluster has a taint without a key, and a toleration without one is for all of them.
    if taint.key.is_empty() || STATE_TAINTS.contains(&&*taint.key) {
        return None;
    }
    let near = judgement.nearest.as_ref();
    let mended = near.and_then(|near| {
        let pod = rules.tolerations().get(near.index as usize)?;
        let index = pod.origin.index()?;
        let own = template.tolerations.get(index as usize)?;
        mend(index, own, &near.differs, taint, labels)
    });
    Some(mended.unwrap_or_else(|| Change::Tolerate(toleration_of(taint))))
}

/// The change of a toleration that comes close.
fn mend(
    index: u32,
    own: &Toleration,
    differs: &[TolerationField],
    taint: &Taint,
    labels: &NodeLabels<'_>,
) -> Option<Change> {
    let present = labels.nodes().taints();
    if differs == [TolerationField::Key] {
        let in_use = present.iter().any(|other| other.key == own.key);
        let slip = !in_use && nearest(&own.key, [taint.key.as_str()]).is_some();
        return slip.then(|| Change::TolerationKey {
            toleration: index,
            from: own.key.clone(),
            to: taint.key.clone(),
        });
    }
    let has = |field| differs.contains(&field);
    let any_value = has(TolerationField::Value) || has(TolerationField::Operator);
    let any_effect = has(TolerationField::Effect);
    let bound = matches!(
        own.operator,
        Some(TolerationOperator::Lt | TolerationOperator::Gt)
    );
    // A value that other Nodes have was meant: their taint is of the same key and of another purpose.
    let meant = |other: &Taint| other.key == own.key && other.value == own.value;
    // Seconds are allowed with NoExecute only; a bound was set on purpose; one that tolerates every key is left as it is.
    let stays = has(TolerationField::Key)
        || own.key.is_empty()
        || (any_effect && own.toleration_seconds.is_some())
        || (any_value && (bound || present.iter().any(meant)));
    (!stays).then_some(Change::Loosen {
        toleration: index,
        any_value,
        any_effect,
    })
}

/// The toleration of exactly this taint.
fn toleration_of(taint: &Taint) -> Toleration {
    let operator = match taint.value.as_str() {
        "" => TolerationOperator::Exists,
        _ => TolerationOperator::Equal,
    };
    let effect: TaintEffect = taint.effect.clone();
    Toleration {
        key: taint.key.clone(),
        operator: Some(operator),
        value: taint.value.clone(),
        effect: Some(effect),
        toleration_seconds: None,
    }
}

/// Two changes of one toleration are one, and nothing is changed twice.
fn join(changes: &mut Vec<Change>, change: Change) {
    if let Change::Loosen {
        toleration,
        any_value,
        any_effect,
    } = change
    {
        for present in &mut *changes {
            if let Change::Loosen {
                toleration: same,
                any_value: value,
                any_effect: effect,
            } = present
                && *same == toleration
            {
                *value |= any_value;
                *effect |= any_effect;
                return;
            }
        }
    }
    if !changes.contains(&change) {
        changes.push(change);
    }
}
