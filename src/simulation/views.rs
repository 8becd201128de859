use super::order::Order;
use super::trace::Status;
use crate::controller::{
    DaemonNode, DaemonSetState, UpdateRole, UpdateTally, UpdateView, update_view,
};
use crate::order::{Agenda, sort};

/// What the controller sees in each Node, and all of it together. Only Nodes that have changed are looked at again.
#[derive(Clone, Debug, Default)]
pub(super) struct Views {
    /// By Node: what it adds to the counts, and what a rolling update sees in it.
    nodes: Vec<(Status, UpdateView)>,
    /// Those that have changed since they were looked at, each once, and which they are.
    changed: Vec<u32>,
    is_changed: Vec<bool>,
    /// Those of which that was said since [`take_touched`](Self::take_touched), and those that time has changed.
    touched: Vec<u32>,
    /// When a Ready Pod becomes available: (moment, Node, 0).
    ripens: Agenda,
    /// Whether Nodes are looked at as under surge.
    surge: bool,
    /// What the status says, but for the generation.
    pub(super) count: Status,
    /// Of turns, not of positions.
    pub(super) tally: UpdateTally,
}

impl Views {
    /// Something has changed at a Node.
    pub(super) fn changed(&mut self, node: u32) {
        let at = node as usize;
        if self.is_changed.len() <= at {
            self.is_changed.resize(at + 1, false);
        }
        if let Some(known) = self.is_changed.get_mut(at)
            && !std::mem::replace(known, true)
        {
            self.changed.push(node);
        }
        self.touched.push(node);
    }

    /// Nodes at which something may have changed since the last time, ascending.
    pub(super) fn take_touched(&mut self) -> Vec<u32> {
        let mut touched = std::mem::take(&mut self.touched);
        sort(&mut touched);
        touched.dedup();
        touched
    }

    /// Whether a Node uses up a part of the budget.
    pub(super) fn holds(&self, node: u32) -> bool {
        let view = self.nodes.get(node as usize).map(|(_, view)| view.role);
        match view {
            Some(UpdateRole::Holds) => true,
            Some(UpdateRole::Delete(..)) => !self.surge,
            _ => false,
        }
    }

    /// How many Nodes use up the budget.
    pub(super) fn held(&self) -> usize {
        self.tally.held(self.surge)
    }

    /// Eligible Nodes, with those changes that were not looked at yet.
    pub(super) fn desired(&self, nodes: &[DaemonNode]) -> u32 {
        let mut desired = self.count.desired;
        for position in self.changed.iter().map(|node| *node as usize) {
            let before = self.nodes.get(position);
            desired -= before.map_or(0, |(count, _)| count.desired);
            let wanted = nodes
                .get(position)
                .is_some_and(|n| n.exists && n.should_run);
            desired += u32::from(wanted);
        }
        desired
    }

    /// Looks at what has changed since the last time, by itself or by time. Answers the Nodes that time has changed.
    pub(super) fn look(
        &mut self,
        nodes: &[DaemonNode],
        daemon_set: DaemonSetState,
        surge: bool,
        order: &Order,
        now: i64,
    ) -> Vec<u32> {
        self.nodes.resize_with(nodes.len(), Default::default);
        if surge != self.surge {
            self.surge = surge;
            for (position, _) in (0..).zip(nodes) {
                self.changed(position);
            }
        }
        let mut ripe = Vec::new();
        while let Some(((_, node, _), _)) = self.ripens.pop_until(now) {
            self.changed(node);
            ripe.push(node);
        }
        for position in std::mem::take(&mut self.changed) {
            let at = position as usize;
            let (Some(node), Some(known), Some(changed)) = (
                nodes.get(at),
                self.nodes.get_mut(at),
                self.is_changed.get_mut(at),
            ) else {
                continue;
            };
            *changed = false;
            let seen = (
                count(node, daemon_set, now),
                update_view(node, daemon_set, surge, now),
            );
            let (before, view) = std::mem::replace(known, seen);
            self.count.subtract(before);
            self.count.add(seen.0);
            let turn = order.turn(position);
            self.tally.remove(turn, view);
            self.tally.add(turn, seen.1);
            let seconds = i64::from(daemon_set.min_ready_seconds);
            for since in node.pods.iter().filter_map(|pod| pod.ready_since) {
                let time = since.saturating_add(seconds);
                if time > now {
                    self.ripens.insert((time, position, 0), 0);
                }
            }
        }
        ripe
    }
}

/// What one Node adds to the status.
///
/// Upstream: pkg/controller/daemon/daemon_controller.go updateDaemonSetStatus (v1.36.3)
fn count(node: &DaemonNode, daemon_set: DaemonSetState, now: i64) -> Status {
    let mut status = Status::default();
    let first = node.pods.first();
    if !node.exists {
        return status;
    }
    if !node.should_run {
        status.misscheduled = u32::from(first.is_some());
        return status;
    }
    status.desired = 1;
    if let Some(pod) = first {
        status.current = 1;
        status.ready = u32::from(pod.is_ready());
        status.available = u32::from(pod.is_available(daemon_set.min_ready_seconds, now));
        status.updated = u32::from(pod.template == daemon_set.template);
    }
    status.unavailable = status.desired - status.available;
    status
}

impl Status {
    fn add(&mut self, other: Self) {
        for (count, other) in self.counters().into_iter().zip(other.counted()) {
            *count += other;
        }
    }

    fn subtract(&mut self, other: Self) {
        for (count, other) in self.counters().into_iter().zip(other.counted()) {
            *count -= other;
        }
    }

    fn counters(&mut self) -> [&mut u32; 7] {
        [
            &mut self.desired,
            &mut self.current,
            &mut self.misscheduled,
            &mut self.ready,
            &mut self.updated,
            &mut self.available,
            &mut self.unavailable,
        ]
    }

    fn counted(mut self) -> [u32; 7] {
        self.counters().map(|count| *count)
    }
}
