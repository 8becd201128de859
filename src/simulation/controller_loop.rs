use super::order::Order;
use super::trace::Status;
use super::views::Views;
use crate::controller::{
    DaemonNode, DaemonSetState, Decision, FailedPodsBackoff, RollingUpdateError, UpdateLimits,
    manage,
};
use crate::order::Agenda;

/// What the controller keeps from one sync to the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Controller {
    /// Of several moments of `wakes` the earliest alone is kept.
    real_queue: bool,
    /// In which order Nodes are taken.
    order: Order,
    /// Whether it is to look at the DaemonSet now.
    pub(super) dirty: bool,
    /// When it looks again by itself.
    wakes: Agenda,
    /// When it tries again after an error.
    pub(super) retry: Option<i64>,
    backoff: FailedPodsBackoff,
    /// Creations and deletions that it has asked for and not yet seen.
    expected: (i64, i64),
    /// What it sees in each Node.
    pub(super) views: Views,
    /// Nodes at which something may be to be done, by turn.
    busy: Agenda,
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
    /// Why it failed.
    pub(super) error: Option<RollingUpdateError>,
}

impl Controller {
    /// One that has just started.
    pub(super) fn new(real_queue: bool, order: Order) -> Self {
        Self {
            real_queue,
            order,
            ..Self::default()
        }
    }

    /// Something has changed at a Node.
    pub(super) fn changed(&mut self, node: u32) {
        self.views.changed(node);
        self.is_busy(node);
    }

    fn is_busy(&mut self, node: u32) {
        self.busy.insert((0, self.order.turn(node), 0), node);
    }

    /// Makes it look again at a moment.
    pub(super) fn wake_at(&mut self, time: i64) {
        self.wakes.insert((time, 0, 0), 0);
        if self.real_queue
            && let Some((first, _)) = self.wakes.first()
        {
            self.wakes = Agenda::default();
            self.wakes.insert(first, 0);
        }
    }

    /// Forgets when it was to look again.
    pub(super) fn forget_wakes(&mut self) {
        self.wakes = Agenda::default();
        self.dirty = false;
    }

    /// When it looks again by itself.
    pub(super) fn next_wake(&self) -> Option<i64> {
        self.wakes.first().map(|((time, ..), _)| time)
    }

    /// Whether it is to look now; then it is no longer.
    pub(super) fn due(&mut self, now: i64) -> bool {
        let mut due = std::mem::take(&mut self.dirty);
        while self.wakes.pop_until(now).is_some() {
            due = true;
        }
        due |= self.retry.take_if(|time| *time <= now).is_some();
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
        let state = DaemonSetState {
            allows_surge: stored.allows_surge,
            min_ready_seconds: stored.min_ready_seconds,
            template: stored.template,
            observed_generation: self.status.observed_generation,
        };
        let limits = limits(self.views.desired(nodes));
        let surge = limits.max_surge != 0;
        for ripe in self.views.look(nodes, state, surge, &self.order, now) {
            self.is_busy(ripe);
        }
        let mut synced = Synced::default();
        let settled = self.settled();
        if settled {
            let busy = std::mem::take(&mut self.busy);
            let positions: Vec<u32> = busy.iter().map(|(_, node)| node).collect();
            let (decision, busy) = manage(nodes, positions, state, &mut self.backoff, now);
            for node in busy {
                self.is_busy(node);
            }
            self.expect(&decision);
            for delay in &decision.look_again {
                self.wake_at(now.saturating_add(*delay));
            }
            synced.decision = decision;
            if stored.rolling && self.settled() {
                match self.views.tally.decide(limits, self.views.count.desired) {
                    Ok(mut decision) => {
                        self.expect(&decision);
                        for (turn, _) in &mut decision.create {
                            *turn = self.order.node(*turn);
                        }
                        for (pod, _) in &mut decision.delete {
                            pod.node = self.order.node(pod.node);
                        }
                        synced.decision = decision;
                    }
                    Err(RollingUpdateError::NodeGone(turn)) => {
                        let node = self.order.node(turn);
                        synced.error = Some(RollingUpdateError::NodeGone(node));
                    }
                }
            }
        }
        self.write_status(stored, settled, now);
        synced
    }

    /// How many Nodes use up the budget.
    pub(super) fn held(&self) -> u32 {
        u32::try_from(self.views.held()).unwrap_or(u32::MAX)
    }

    fn settled(&self) -> bool {
        self.expected.0 <= 0 && self.expected.1 <= 0
    }

    fn expect(&mut self, decision: &Decision) {
        let count = |length| i64::try_from(length).unwrap_or(i64::MAX);
        self.expected = (count(decision.create.len()), count(decision.delete.len()));
    }

    /// Upstream: pkg/controller/daemon/daemon_controller.go updateDaemonSetStatus (v1.36.3)
    fn write_status(&mut self, stored: &Stored, observed: bool, now: i64) {
        let mut status = self.views.count;
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
            self.wake_at(wake);
        }
    }
}
