use super::{ClassReasons, NodeVerdict, Reasons};
use crate::controller::{Eligibility, FirstPod, NodeJudgement, TaintOutcome};
use crate::model::Taint;
use crate::order::sort_by_key;

/// One check that keeps a Pod off a Node.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The template names another Node.
    NodeName {
        /// The Node it names.
        wanted: String,
    },
    /// A pair of the node selector does not match.
    NodeSelector {
        /// The label.
        key: String,
        /// The value it must have.
        wanted: String,
    },
    /// No term of the required node affinity matches.
    NodeAffinity {
        /// How many terms there are.
        terms: u32,
    },
    /// A taint is not tolerated.
    Taint(Taint),
}

/// Nodes with the same verdict for the same reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What becomes of the DaemonSet there.
    pub verdict: NodeVerdict,
    /// A daemon Pod is made there when there is none.
    pub should_run: bool,
    /// A daemon Pod that is there is left alone.
    pub should_continue_running: bool,
    /// Every failing check.
    pub reasons: Reasons,
    /// Positions of the Nodes, ascending.
    pub nodes: Vec<u32>,
}

/// Brings Nodes together that are answered alike: thousands of them read as a few lines.
///
/// `first_pods` has the first Pod of each Node, in the order of the Nodes; `pods_given` is whether the input says
/// anything of Pods. What a Node passes does not part it from others, only what it fails. Groups are sorted by verdict,
/// then by size, the largest first; of equals the one with the first Node.
///
/// ```
/// use everynode::apiserver::{default_daemon_set, default_node};
/// use everynode::cluster::ClusterNodes;
/// use everynode::controller::DaemonPodRules;
/// use everynode::model::{DaemonSet, FeatureGates, Node, Taint, TaintEffect};
/// use everynode::placement::{ClassReasons, NodeVerdict, groups};
///
/// let rules = DaemonPodRules::new(&default_daemon_set(DaemonSet::default()), FeatureGates::default());
/// let mut gpu = Node::default();
/// gpu.spec.taints.push(Taint { key: "gpu".into(), value: String::new(), effect: TaintEffect::NoSchedule });
/// let nodes = ClusterNodes::new([default_node(gpu), default_node(Node::default())]);
/// let eligibility = rules.judge_all(&nodes);
/// let reasons = ClassReasons::new(&rules, &eligibility, &nodes);
/// let groups: Vec<_> = groups(&eligibility, &reasons, &[], false).collect();
/// assert_eq!((groups[0].verdict, &*groups[0].nodes), (NodeVerdict::Runs, &[1][..]));
/// assert!(groups[1].should_continue_running, "a NoSchedule taint keeps a Pod that is there");
/// ```
pub fn groups<'a>(
    eligibility: &Eligibility,
    reasons: &'a ClassReasons,
    first_pods: &[Option<FirstPod>],
    pods_given: bool,
) -> impl Iterator<Item = Group> + use<'a> {
    /// How many verdicts there are.
    const VERDICTS: usize = 6;
    /// Where no group has been made yet.
    const NONE: usize = usize::MAX;
    let mut groups: Vec<(u32, Group)> = Vec::new();
    let mut places = vec![NONE; VERDICTS * reasons.len()];
    // Without Pods, Nodes of one class are in one group.
    let mut place_of_class = vec![NONE; eligibility.classes.len()];
    for (&class, position) in eligibility.class_of.iter().zip(0_u32..) {
        let pod = first_pods.get(position as usize).copied().flatten();
        let known = place_of_class.get_mut(class as usize);
        let Some(known) = known else { continue };
        if let (None, Some((_, group))) = (pod, groups.get_mut(*known)) {
            group.nodes.push(position);
            continue;
        }
        let number = reasons.of_class().get(class as usize);
        let class = eligibility.classes.get(class as usize);
        let Some((&number, class)) = number.zip(class) else {
            continue;
        };
        let (runs, stays) = (class.should_run, class.should_continue_running);
        let verdict = NodeVerdict::of(runs, stays, pod, pods_given);
        let Some(place) = places.get_mut(number as usize * VERDICTS + verdict as usize) else {
            continue;
        };
        if *place == NONE {
            *place = groups.len();
            let group = Group {
                verdict,
                should_run: runs,
                should_continue_running: stays,
                reasons: Reasons::default(),
                nodes: Vec::new(),
            };
            groups.push((number, group));
        }
        if pod.is_none() {
            *known = *place;
        }
        if let Some((_, group)) = groups.get_mut(*place) {
            group.nodes.push(position);
        }
    }
    sort_by_key(&mut groups, |(_, group)| {
        let size = std::cmp::Reverse(group.nodes.len());
        (group.verdict, size, group.nodes.first().copied())
    });
    groups.into_iter().map(|(number, group)| Group {
        reasons: reasons.get(number),
        ..group
    })
}

/// Every failing check of a Node, in the order in which the controller asks. Two taints in another order are the same
/// reasons.
#[must_use]
pub fn reasons(judgement: &NodeJudgement<'_>) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if let Some(name) = judgement.node_name.filter(|name| !name.matches) {
        reasons.push(Reason::NodeName {
            wanted: name.wanted.to_owned(),
        });
    }
    for pair in judgement.node_selector.iter().filter(|pair| !pair.matches) {
        reasons.push(Reason::NodeSelector {
            key: pair.key.to_owned(),
            wanted: pair.wanted.to_owned(),
        });
    }
    if let Some(affinity) = judgement.node_affinity.as_ref().filter(|a| !a.matches) {
        let terms = u32::try_from(affinity.terms.len()).unwrap_or(u32::MAX);
        reasons.push(Reason::NodeAffinity { terms });
    }
    let mut taints: Vec<&Taint> = judgement
        .taints
        .iter()
        .filter(|taint| matches!(taint.outcome, TaintOutcome::KeepsOut | TaintOutcome::Evicts))
        .map(|taint| taint.taint)
        .collect();
    sort_by_key(&mut taints, |taint| *taint);
    taints.dedup();
    reasons.extend(taints.into_iter().cloned().map(Reason::Taint));
    reasons
}
