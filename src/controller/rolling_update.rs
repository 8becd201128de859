use super::daemon_pod::{DaemonNode, DaemonPod, PodOnNode};
use super::decision::{Decision, DeleteReason};
use super::manage::DaemonSetState;
use super::update_strategy::UpdateLimits;

/// What a rolling update does next, and how its budget stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RollingUpdate {
    /// What is asked for.
    pub decision: Decision,
    /// Eligible Nodes.
    pub desired: u32,
    /// How many Nodes may be taken at a time. An update that allows none is taken to allow one.
    pub limit: i64,
    /// Positions of the Nodes that use the budget up, each once.
    pub held_by: Vec<u32>,
}

/// Why a rolling update stops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RollingUpdateError {
    /// Under surge: an old Pod is left on a Node that is gone. Its position.
    NodeGone(u32),
}

/// Replaces Pods of an old template, as far as the limits allow. Of Nodes that are equally good the first ones are
/// taken.
///
/// DIFFERENCE: upstream goes over a Go map, whose order is random; here Nodes are taken in the order given.
///
/// # Errors
/// Under surge, when an old Pod is on a Node that is gone: nothing is replaced while it is there.
///
/// Upstream: pkg/controller/daemon/update.go rollingUpdate (v1.36.3)
pub fn rolling_update(
    nodes: &[DaemonNode],
    daemon_set: DaemonSetState,
    limits: UpdateLimits,
    now: i64,
) -> Result<RollingUpdate, RollingUpdateError> {
    let eligible = nodes.iter().filter(|node| node.exists && node.should_run);
    let desired = u32::try_from(eligible.count()).unwrap_or(u32::MAX);
    let mut update = RollingUpdate {
        desired,
        ..RollingUpdate::default()
    };
    if limits.max_surge == 0 {
        update.limit = match limits.max_unavailable {
            0 if desired > 0 => 1,
            limit => limit,
        };
        replace(nodes, daemon_set, now, &mut update);
    } else {
        update.limit = limits.max_surge;
        surge(nodes, daemon_set, now, &mut update)?;
    }
    update.decision = update.decision.within_burst();
    Ok(update)
}

/// The old and the new Pod of a Node, among those that are not being deleted; `None`: there are several of one kind.
///
/// Upstream: pkg/controller/daemon/update.go findUpdatedPodsOnNode (v1.36.3)
fn new_and_old(
    node: &DaemonNode,
    template: u32,
) -> Option<(Option<&DaemonPod>, Option<&DaemonPod>)> {
    let (mut new, mut old) = (None, None);
    for pod in node.pods.iter().filter(|pod| !pod.terminating) {
        let slot = if pod.template == template {
            &mut new
        } else {
            &mut old
        };
        if slot.replace(pod).is_some() {
            return None;
        }
    }
    Some((new, old))
}

/// Nodes that have Pods, and those that should.
fn concerned(nodes: &[DaemonNode]) -> impl Iterator<Item = (u32, &DaemonNode)> {
    let wanted = |node: &DaemonNode| node.exists && node.should_run;
    (0..)
        .zip(nodes)
        .filter(move |(_, node)| !node.pods.is_empty() || wanted(node))
}

/// Without surge: old Pods are deleted first.
fn replace(nodes: &[DaemonNode], daemon_set: DaemonSetState, now: i64, update: &mut RollingUpdate) {
    let available = |pod: &DaemonPod| pod.is_available(daemon_set.min_ready_seconds, now);
    let mut unavailable: i64 = 0;
    let mut candidates = Vec::new();
    for (position, node) in concerned(nodes) {
        let at = |pod: &DaemonPod| PodOnNode {
            node: position,
            pod: pod.id,
        };
        match new_and_old(node, daemon_set.template) {
            Some((Some(new), None)) if available(new) => continue,
            Some((None, Some(old))) if available(old) => {
                if unavailable < update.limit {
                    candidates.push((at(old), DeleteReason::Old));
                }
                continue;
            }
            Some((None, Some(old))) => {
                let unavailable = (at(old), DeleteReason::OldUnavailable);
                update.decision.delete.push(unavailable);
            }
            _ => {}
        }
        unavailable += 1;
        update.held_by.push(position);
    }
    candidates.truncate(free(update.limit, unavailable));
    update.decision.delete.extend(candidates);
}

/// With surge: new Pods are made first.
fn surge(
    nodes: &[DaemonNode],
    daemon_set: DaemonSetState,
    now: i64,
    update: &mut RollingUpdate,
) -> Result<(), RollingUpdateError> {
    let available = |pod: &DaemonPod| pod.is_available(daemon_set.min_ready_seconds, now);
    let (mut surging, mut serving): (i64, i64) = (0, 0);
    let (mut candidates, mut not_eligible) = (Vec::new(), Vec::new());
    for (position, node) in concerned(nodes) {
        let at = |pod: &DaemonPod| PodOnNode {
            node: position,
            pod: pod.id,
        };
        let Some((new, old)) = new_and_old(node, daemon_set.template) else {
            surging += 1;
            update.held_by.push(position);
            continue;
        };
        serving += i64::from(old.or(new).is_some_and(available));
        let Some(old) = old else {
            continue;
        };
        if let Some(new) = new {
            if available(new) {
                let replaced = (at(old), DeleteReason::Replaced);
                update.decision.delete.push(replaced);
            } else {
                surging += 1;
                update.held_by.push(position);
            }
            continue;
        }
        if !node.exists {
            return Err(RollingUpdateError::NodeGone(position));
        }
        match (available(old), node.should_run) {
            (false, true) => update.decision.create.push(position),
            (false, false) => {
                let unavailable = (at(old), DeleteReason::OldNotEligible);
                update.decision.delete.push(unavailable);
            }
            (true, false) => not_eligible.push((at(old), DeleteReason::OldNotEligible)),
            (true, true) if surging < update.limit => candidates.push(position),
            (true, true) => {}
        }
    }
    not_eligible.truncate(free(serving, i64::from(update.desired)));
    update.decision.delete.extend(not_eligible);
    candidates.truncate(free(update.limit, surging));
    update.decision.create.extend(candidates);
    Ok(())
}

/// What is left of a limit.
fn free(limit: i64, used: i64) -> usize {
    usize::try_from(limit.saturating_sub(used)).unwrap_or(0)
}
