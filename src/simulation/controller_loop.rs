use super::trace::Status;
use crate::controller::{
    DaemonNode, DaemonSetState, Decision, FailedPodsBackoff, RollingUpdateError, UpdateLimits,
    manage, rolling_update,
};
use std::collections::BTreeSet;

/// What the controller keeps from one sync to the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Controller {
    /// Whether it is to look at the DaemonSet now.
    pub(super) dirty: bool,
    /// When it looks again by itself.
    wakes: BTreeSet<i64>,
    backoff: FailedPodsBackoff,
    /// Creations and deletions that it has asked for and not yet seen.
    expected: (i64, i64),
    /// What it has written.
    pub(super) status: Status,
}

/// The DaemonSet as it is stored.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub(super) template: u32,
    pub(super) generation: i64,
    pub(super) allows_surge: bool,
    pub(super) min_ready_seconds: i32,
    /// `false` with `OnDelete`.
    pub(super) rolling: bool,
}

/// What a sync leads to.
#[derive(Debug, Default)]
pub(super) struct Synced {
    /// What is asked for: at most one of `manage` and `rollingUpdate` asks for something.
    pub(super) decision: Decision,
    /// Nodes that use up the budget; `None`: the rolling update was not looked at.
    pub(super) held_by: Option<Vec<u32>>,
    /// Why it failed.
    pub(super) error: Option<RollingUpdateError>,
}

impl Controller {
    /// Makes it look again at a moment.
    pub(super) fn wake_at(&mut self, time: i64) {
        self.wakes.insert(time);
    }

    /// Forgets when it was to look again.
    pub(super) fn forget_wakes(&mut self) {
        self.wakes.clear();
        self.dirty = false;
    }

    /// When it looks again by itself.
    pub(super) fn next_wake(&self) -> Option<i64> {
        self.wakes.first().copied()
    }

    /// Whether it is to look now; then it is no longer.
    pub(super) fn due(&mut self, now: i64) -> bool {
        let mut due = std::mem::take(&mut self.dirty);
        while self.wakes.first().is_some_and(|time| *time <= now) {
            self.wakes.pop_first();
            due = true;
        }
        due
    }

    /// It sees a Pod that was created.
    pub(super) fn saw_creation(&mut self) {
        self.expected.0 -= 1;
        self.dirty = true;
    }

    /// It sees that a Pod is being deleted, or gone.
    pub(super) fn saw_deletion(&mut self) {
        self.expected.1 -= 1;
        self.dirty = true;
    }

    /// Looks at the DaemonSet once, and writes its status. What it asks for is not there yet when it counts.
    ///
    /// Upstream: pkg/controller/daemon/daemon_controller.go syncDaemonSet (v1.36.3)
    pub(super) fn sync(
        &mut self,
        nodes: &[DaemonNode],
        stored: &Stored,
        limits: impl Fn(u32) -> UpdateLimits,
        now: i64,
    ) -> Synced {
        let mut synced = Synced::default();
        let settled = self.settled();
        if settled {
            let state = DaemonSetState {
                allows_surge: stored.allows_surge,
                min_ready_seconds: stored.min_ready_seconds,
                template: stored.template,
                observed_generation: self.status.observed_generation,
            };
            synced.decision = manage(nodes, state, &mut self.backoff, now);
            self.expect(&synced.decision);
            if stored.rolling && self.settled() {
                let eligible = nodes.iter().filter(|node| node.exists && node.should_run);
                let desired = u32::try_from(eligible.count()).unwrap_or(u32::MAX);
                match rolling_update(nodes, state, limits(desired), now) {
                    Ok(mut update) => {
                        let look_again = std::mem::take(&mut synced.decision.look_again);
                        update.decision.look_again = look_again;
                        synced.decision = update.decision;
                        synced.held_by = Some(update.held_by);
                        self.expect(&synced.decision);
                    }
                    Err(error) => synced.error = Some(error),
                }
            }
            for delay in &synced.decision.look_again {
                self.wakes.insert(now.saturating_add(*delay));
            }
        }
        self.write_status(nodes, stored, settled, now);
        synced
    }

    fn settled(&self) -> bool {
        self.expected.0 <= 0 && self.expected.1 <= 0
    }

    fn expect(&mut self, decision: &Decision) {
        let count = |length| i64::try_from(length).unwrap_or(i64::MAX);
        self.expected = (count(decision.create.len()), count(decision.delete.len()));
    }

    /// Upstream: pkg/controller/daemon/daemon_controller.go updateDaemonSetStatus (v1.36.3)
    fn write_status(&mut self, nodes: &[DaemonNode], stored: &Stored, observed: bool, now: i64) {
        let mut status = count(nodes, stored, now);
        status.observed_generation = self.status.observed_generation;
        let behind = status.observed_generation < stored.generation;
        if status != self.status || behind {
            if observed {
                status.observed_generation = stored.generation;
            }
            self.dirty |= status != self.status;
            self.status = status;
        }
        if stored.min_ready_seconds > 0 && status.ready != status.available {
            let wake = now.saturating_add(i64::from(stored.min_ready_seconds));
            self.wakes.insert(wake);
        }
    }
}

/// What the status says, but for the generation.
///
/// Upstream: pkg/controller/daemon/daemon_controller.go updateDaemonSetStatus (v1.36.3)
fn count(nodes: &[DaemonNode], stored: &Stored, now: i64) -> Status {
    let mut status = Status::default();
    for node in nodes.iter().filter(|node| node.exists) {
        let first = node.pods.first();
        if !node.should_run {
            status.misscheduled += u32::from(first.is_some());
            continue;
        }
        status.desired += 1;
        let Some(pod) = first else {
            continue;
        };
        let available = pod.is_available(stored.min_ready_seconds, now);
        status.current += 1;
        status.ready += u32::from(pod.is_ready());
        status.available += u32::from(available);
        status.updated += u32::from(pod.template == stored.template);
    }
    status.unavailable = status.desired - status.available;
    status
}
