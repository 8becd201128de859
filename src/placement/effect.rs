use super::Change;
use crate::apiserver::default_daemon_set;
use crate::cluster::ClusterNodes;
use crate::controller::{DaemonPodRules, Eligibility};
use crate::model::{DaemonSet, Defaulted, FeatureGates};

/// What changes of a template bring.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// Positions of the Nodes that become eligible, ascending.
    pub gained: Vec<u32>,
    /// How many Nodes are eligible then.
    pub eligible: u32,
}

/// Judges all Nodes again with a changed template. `None` where a Node that is eligible now would not be any more:
/// a change that takes with one hand is no way out.
///
/// ```
/// use everynode::apiserver::{default_daemon_set, default_node};
/// use everynode::cluster::ClusterNodes;
/// use everynode::controller::DaemonPodRules;
/// use everynode::model::{DaemonSet, FeatureGates, Node};
/// use everynode::placement::{Change, effect};
///
/// let mut daemon_set = DaemonSet::default();
/// daemon_set.spec.template.spec.node_selector = [("disk", "ssd")].into_iter().collect();
/// let daemon_set = default_daemon_set(daemon_set);
/// let gates = FeatureGates::default();
/// let nodes = ClusterNodes::new([default_node(Node::default())]);
/// let before = DaemonPodRules::new(&daemon_set, gates).judge_all(&nodes);
/// let change = Change::RemoveSelector { key: "disk".into(), value: "ssd".into() };
/// assert_eq!(effect(&[change], &daemon_set, &before, &nodes, gates).unwrap().gained, [0]);
/// ```
#[must_use]
pub fn effect(
    changes: &[Change],
    daemon_set: &Defaulted<DaemonSet>,
    before: &Eligibility,
    nodes: &ClusterNodes,
    gates: FeatureGates,
) -> Option<Effect> {
    let mut changed = DaemonSet::default();
    let pod = &mut changed.spec.template.spec;
    pod.clone_from(&daemon_set.spec.template.spec);
    for change in changes {
        change.apply(pod);
    }
    let after = DaemonPodRules::new(&default_daemon_set(changed), gates).judge_all(nodes);
    let runs = |eligibility: &Eligibility, position: usize| {
        let class = eligibility.class(position);
        class.is_some_and(|class| class.should_run)
    };
    let mut gained = Vec::new();
    for (position, number) in (0..nodes.len()).zip(0..) {
        match (runs(before, position), runs(&after, position)) {
            (false, true) => gained.push(number),
            (true, false) => return None,
            _ => {}
        }
    }
    Some(Effect {
        gained,
        eligible: after.eligible(),
    })
}
