use super::daemon_pod::{DaemonNode, DaemonPod, DaemonPodPhase, PodOnNode};
use super::decision::{CreateReason, Decision, DeleteReason};
use super::failed_pods_backoff::FailedPodsBackoff;

/// What the controller knows of a DaemonSet while it decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DaemonSetState {
    /// Whether a Node may have a second Pod during an update: [`allows_surge`](super::allows_surge).
    pub allows_surge: bool,
    /// Seconds that a Pod must be Ready before it counts as available.
    pub min_ready_seconds: i32,
    /// The template that Pods are made from.
    pub template: u32,
    /// The generation that its status is of.
    pub observed_generation: i64,
}

/// Makes Pods where some are missing, and takes away those that should not be, on the Nodes at some positions: those at
/// which nothing has changed since nothing was to be done may be left out. A position stands for its Node in the
/// decision. Answers the positions at which something was to be done or waited for, too.
///
/// Upstream: pkg/controller/daemon/daemon_controller.go manage (v1.36.3)
#[must_use]
pub fn manage(
    nodes: &[DaemonNode],
    positions: impl IntoIterator<Item = u32>,
    daemon_set: DaemonSetState,
    backoff: &mut FailedPodsBackoff,
    now: i64,
) -> (Decision, Vec<u32>) {
    let mut decision = Decision::default();
    let (mut busy, mut without_node) = (Vec::new(), Vec::new());
    for position in positions {
        let Some(node) = nodes.get(position as usize) else {
            continue;
        };
        if node.exists {
            let before = decision.size();
            let found = Found {
                position,
                decision: &mut decision,
            };
            pods_should_be_on_node(node, daemon_set, backoff, now, found);
            if decision.size() > before {
                busy.push(position);
            }
            continue;
        }
        let unbound = node.pods.iter().filter(|pod| !pod.bound);
        let unbound = unbound.map(|pod| PodOnNode {
            node: position,
            pod: pod.id,
        });
        let known = without_node.len();
        without_node.extend(unbound.map(|pod| (pod, DeleteReason::NodeGone)));
        if without_node.len() > known {
            busy.push(position);
        }
    }
    decision.delete.extend(without_node);
    (decision.within_burst(), busy)
}

/// What is decided about one Node.
struct Found<'a> {
    position: u32,
    decision: &'a mut Decision,
}

impl Found<'_> {
    fn create(&mut self, reason: CreateReason) {
        self.decision.create.push((self.position, reason));
    }

    fn delete(&mut self, pod: &DaemonPod, reason: DeleteReason) {
        let pod = PodOnNode {
            node: self.position,
            pod: pod.id,
        };
        self.decision.delete.push((pod, reason));
    }
}

/// Upstream: pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode (v1.36.3)
fn pods_should_be_on_node(
    node: &DaemonNode,
    daemon_set: DaemonSetState,
    backoff: &mut FailedPodsBackoff,
    now: i64,
    mut found: Found<'_>,
) {
    if node.should_run && node.pods.is_empty() {
        found.create(CreateReason::Missing);
        return;
    }
    let live = node.pods.iter().filter(|pod| !pod.terminating);
    if !node.should_continue_running {
        live.for_each(|pod| found.delete(pod, DeleteReason::NotEligible));
        return;
    }
    let mut running: Vec<&DaemonPod> = Vec::new();
    for pod in live {
        match pod.phase {
            DaemonPodPhase::Alive => running.push(pod),
            DaemonPodPhase::Succeeded => found.delete(pod, DeleteReason::Succeeded),
            DaemonPodPhase::Failed => {
                let generation = daemon_set.observed_generation;
                if let Some(delay) = backoff.delay(generation, found.position, now) {
                    found.decision.look_again.push(delay);
                } else {
                    let left = backoff.last(generation, found.position, now);
                    let left = u32::try_from(left).unwrap_or(u32::MAX);
                    backoff.next(generation, found.position, now);
                    found.delete(pod, DeleteReason::Failed(left));
                }
            }
        }
    }
    if !daemon_set.allows_surge {
        for pod in running.iter().skip(1) {
            found.delete(pod, DeleteReason::Excess);
        }
    } else if running.len() > 1 {
        prune_surge(&running, daemon_set, now, &mut found);
    } else if running.is_empty() && node.should_run {
        let reason = match node.pods.iter().all(|pod| pod.terminating) {
            true => CreateReason::OnlyTerminating,
            false => CreateReason::Missing,
        };
        found.create(reason);
    }
}

/// Under surge a Node keeps the oldest Pod of the current template and the oldest of another, the second one only
/// while it is Ready and the first one is not available.
///
/// Upstream: pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode (v1.36.3)
fn prune_surge(
    running: &[&DaemonPod],
    daemon_set: DaemonSetState,
    now: i64,
    found: &mut Found<'_>,
) {
    let (mut new, mut old): (Option<&DaemonPod>, Option<&DaemonPod>) = (None, None);
    for pod in running {
        let kept = if pod.template == daemon_set.template {
            &mut new
        } else {
            &mut old
        };
        if kept.is_none() {
            *kept = Some(pod);
        } else {
            found.delete(pod, DeleteReason::Excess);
        }
    }
    let Some((new, old)) = new.zip(old) else {
        return;
    };
    if !old.is_ready() {
        found.delete(old, DeleteReason::OldUnavailable);
    } else if new.is_available(daemon_set.min_ready_seconds, now) {
        found.delete(old, DeleteReason::Replaced);
    }
}
