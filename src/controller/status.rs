use super::eligibility::Eligibility;
use super::history::{CurrentRevision, current_revision, is_pod_updated};
use super::pods_by_node::{PodsByNode, pods_by_node};
use crate::cluster::Snapshot;
use crate::model::{DaemonSet, Defaulted, LabelSelector, Pod, Time};

/// What the next sync of the controller writes as a DaemonSet's status, and what it is counted from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusJudgement {
    /// Set when the controller writes no status: what the object says stays, whatever is counted here.
    pub skipped: Option<StatusSkipped>,
    /// Nodes that should run a Pod.
    pub desired: u32,
    /// Those that have one.
    pub current: u32,
    /// Nodes that should run none and have one.
    pub misscheduled: u32,
    /// Nodes that should run a Pod, and whose first one is Ready.
    pub ready: u32,
    /// Nodes that should run a Pod, and whose first one is of the current revision; `None`: the input cannot tell.
    pub updated: Option<u32>,
    /// Nodes that should run a Pod, and whose first one is available.
    pub available: u32,
    /// Desired minus available.
    pub unavailable: u32,
    /// The revision that Pods are held against.
    pub revision: CurrentRevision,
    /// The Pods by Node.
    pub pods: PodsByNode,
    /// For each Node, in the order of the cluster, its first Pod.
    pub first_pods: Vec<Option<FirstPod>>,
    /// Nodes that should run none and have one, by name.
    pub misscheduled_nodes: Vec<Misscheduled>,
}

/// Why the controller writes no status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatusSkipped {
    /// The DaemonSet is being deleted.
    Deleted,
    /// Its selector selects every Pod.
    SelectsEverything,
    /// Its selector cannot be parsed; Kubernetes' text.
    Selector(String),
}

/// The Pod of a Node that the status looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstPod {
    /// Position among the cluster's Pods.
    pub pod: u32,
    /// Whether it is Ready.
    pub ready: bool,
    /// Whether it has been Ready for `minReadySeconds`.
    pub available: bool,
    /// Whether it is of the current revision; `None`: the input cannot tell.
    pub updated: Option<bool>,
}

/// A Node that should run no Pod and has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misscheduled {
    /// Position of the Node.
    pub node: u32,
    /// Positions of the Pods, in the controller's order.
    pub pods: Vec<u32>,
    /// Whether they are left alone; else the controller deletes them.
    pub keeps: bool,
}

/// Counts what a DaemonSet's status says. Without `now`, a Ready Pod counts as available whatever `minReadySeconds`
/// is.
///
/// `eligibility` is of this DaemonSet and of the snapshot's Nodes. Pods that this sync creates or deletes are not
/// counted, as upstream does not see its own writes yet.
///
/// Upstream: pkg/controller/daemon/daemon_controller.go updateDaemonSetStatus (v1.36.3)
#[must_use]
pub fn daemon_set_status(
    daemon_set: &Defaulted<DaemonSet>,
    eligibility: &Eligibility,
    snapshot: &Snapshot,
    now: Option<Time>,
) -> StatusJudgement {
    let mut skipped = if daemon_set.spec.selector == Some(LabelSelector::default()) {
        Some(StatusSkipped::SelectsEverything)
    } else if daemon_set.metadata.deletion_timestamp.is_some() {
        Some(StatusSkipped::Deleted)
    } else {
        None
    };
    let pods = pods_by_node(daemon_set, snapshot).unwrap_or_else(|error| {
        skipped = skipped.take().or(Some(StatusSkipped::Selector(error)));
        PodsByNode::default()
    });
    let revision = current_revision(daemon_set, snapshot);
    let mut status = StatusJudgement {
        skipped,
        desired: 0,
        current: 0,
        misscheduled: 0,
        ready: 0,
        updated: Some(0),
        available: 0,
        unavailable: 0,
        revision,
        pods,
        first_pods: Vec::with_capacity(snapshot.nodes.len()),
        misscheduled_nodes: Vec::new(),
    };
    for (node, position) in snapshot.nodes.iter().zip(0_u32..) {
        let class = eligibility.class(position as usize);
        let should_run = class.is_some_and(|class| class.should_run);
        let pods = status.pods.nodes.get(&node.metadata.name);
        let first = pods.and_then(|pods| pods.first()).and_then(|&first| {
            let pod = snapshot.pods.get(first)?;
            Some(FirstPod {
                pod: first,
                ready: is_pod_ready(pod),
                available: is_pod_available(pod, daemon_set.spec.min_ready_seconds, now),
                updated: is_pod_updated(daemon_set, &status.revision, pod),
            })
        });
        status.first_pods.push(first);
        match (should_run, first) {
            (true, first) => {
                status.desired += 1;
                if let Some(first) = first {
                    status.current += 1;
                    status.ready += u32::from(first.ready);
                    status.available += u32::from(first.available);
                    let updated = status.updated.zip(first.updated);
                    status.updated = updated.map(|(count, updated)| count + u32::from(updated));
                }
            }
            (false, Some(_)) => {
                status.misscheduled += 1;
                status.misscheduled_nodes.push(Misscheduled {
                    node: position,
                    pods: pods.cloned().unwrap_or_default(),
                    keeps: class.is_some_and(|class| class.should_continue_running),
                });
            }
            (false, None) => {}
        }
    }
    status.unavailable = status.desired - status.available;
    status
}

/// Whether a Pod is Ready.
///
/// Upstream: pkg/api/v1/pod/util.go IsPodReady (v1.36.3)
#[must_use]
pub fn is_pod_ready(pod: &Pod) -> bool {
    pod.condition("Ready")
        .is_some_and(|condition| condition.status == "True")
}

/// Whether a Pod has been Ready for long enough. Without `now`, every Ready Pod has.
///
/// Upstream: pkg/api/v1/pod/util.go IsPodAvailable (v1.36.3)
#[must_use]
pub fn is_pod_available(pod: &Pod, min_ready_seconds: i32, now: Option<Time>) -> bool {
    let Some(now) = now.filter(|_| min_ready_seconds != 0) else {
        return is_pod_ready(pod);
    };
    let since = pod.condition("Ready").and_then(|c| c.last_transition_time);
    is_pod_ready(pod)
        && since.is_some_and(|since| now.seconds_since(since) >= i64::from(min_ready_seconds))
}
