use super::daemon_pod::{DaemonNode, DaemonPod, PodOnNode};
use super::decision::{CreateReason, Decision, DeleteReason};
use super::manage::DaemonSetState;
use super::update_strategy::UpdateLimits;
use crate::order::{Agenda, sort, sort_by_key};

/// What a rolling update sees in one Node. It depends on nothing but the Node, so that whoever plays an update looks
/// only at Nodes that have changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UpdateView {
    /// What is to be done there.
    pub role: UpdateRole,
    /// Whether its old Pod, or else its new one, is available. Asked under surge only.
    pub serves: bool,
}

/// What a rolling update has to do on a Node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UpdateRole {
    /// Nothing.
    #[default]
    Nothing,
    /// To wait: the Node uses up a part of the budget.
    Holds,
    /// To delete a Pod at once, whatever the budget. Without surge the Node uses up a part of it.
    Delete(u32, DeleteReason),
    /// To make a new Pod at once, whatever the budget.
    Create,
    /// To delete the old Pod, as soon as the budget allows.
    MayDelete(u32),
    /// To make a new Pod, as soon as the budget allows.
    MayCreate,
    /// To delete the old Pod of a Node that is no longer eligible, as soon as enough others serve.
    MayLeave(u32),
    /// Nothing can be done: under surge, an old Pod is left on a Node that is gone.
    NodeGone,
}

/// What a rolling update sees in a Node.
///
/// Upstream: pkg/controller/daemon/update.go rollingUpdate (v1.36.3)
#[must_use]
pub fn update_view(
    node: &DaemonNode,
    daemon_set: DaemonSetState,
    surge: bool,
    now: i64,
) -> UpdateView {
    let wanted = node.exists && node.should_run;
    if node.pods.is_empty() && !wanted {
        return UpdateView::default();
    }
    let Some((new, old)) = new_and_old(node, daemon_set.template) else {
        return UpdateView {
            role: UpdateRole::Holds,
            serves: false,
        };
    };
    let available = |pod: &DaemonPod| pod.is_available(daemon_set.min_ready_seconds, now);
    let role = match (surge, new, old) {
        (false, Some(new), None) if available(new) => UpdateRole::Nothing,
        (false, None, Some(old)) if available(old) => UpdateRole::MayDelete(old.id),
        (false, None, Some(old)) => UpdateRole::Delete(old.id, DeleteReason::OldUnavailable),
        (false, _, _) => UpdateRole::Holds,
        (true, _, None) => UpdateRole::Nothing,
        (true, Some(new), Some(old)) if available(new) => {
            UpdateRole::Delete(old.id, DeleteReason::Replaced)
        }
        (true, Some(_), Some(_)) => UpdateRole::Holds,
        (true, None, Some(_)) if !node.exists => UpdateRole::NodeGone,
        (true, None, Some(old)) => match (available(old), node.should_run) {
            (false, true) => UpdateRole::Create,
            (false, false) => UpdateRole::Delete(old.id, DeleteReason::OldNotEligible),
            (true, true) => UpdateRole::MayCreate,
            (true, false) => UpdateRole::MayLeave(old.id),
        },
    };
    let serves = surge && old.or(new).is_some_and(available);
    UpdateView { role, serves }
}

/// The new and the old Pod of a Node, among those that are not being deleted; `None`: there are several of one kind.
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

/// The views of all Nodes, brought together. Changing one Node's view costs the logarithm of their number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UpdateTally {
    /// By role and Node; the number is the Pod's.
    nodes: Agenda,
    /// How many Nodes have each role.
    counts: [usize; ROLES],
    serving: u32,
}

/// Roles in the tally, by number. Those that delete a Pod come one after the other, one for each reason.
const ROLES: usize = 9;
const HOLDS: u8 = 0;
const DELETE: [(u8, DeleteReason); 3] = [
    (1, DeleteReason::OldUnavailable),
    (2, DeleteReason::Replaced),
    (3, DeleteReason::OldNotEligible),
];
const CREATE: u8 = 4;
const MAY_DELETE: u8 = 5;
const MAY_CREATE: u8 = 6;
const MAY_LEAVE: u8 = 7;
const NODE_GONE: u8 = 8;

/// The number of a role, and the Pod that it is about.
fn numbered(role: UpdateRole) -> Option<(u8, u32)> {
    Some(match role {
        UpdateRole::Nothing => return None,
        UpdateRole::Holds => (HOLDS, 0),
        UpdateRole::Delete(pod, why) => {
            let (number, _) = DELETE.into_iter().find(|(_, reason)| *reason == why)?;
            (number, pod)
        }
        UpdateRole::Create => (CREATE, 0),
        UpdateRole::MayDelete(pod) => (MAY_DELETE, pod),
        UpdateRole::MayCreate => (MAY_CREATE, 0),
        UpdateRole::MayLeave(pod) => (MAY_LEAVE, pod),
        UpdateRole::NodeGone => (NODE_GONE, 0),
    })
}

impl UpdateTally {
    /// Takes the view of the Node at a position in.
    pub fn add(&mut self, node: u32, view: UpdateView) {
        self.serving += u32::from(view.serves);
        if let Some((role, pod)) = numbered(view.role) {
            let before = self.nodes.insert((role.into(), node, 0), pod);
            if let Some(count) = self.counts.get_mut(usize::from(role)) {
                *count += usize::from(before.is_none());
            }
        }
    }

    /// Takes it out again.
    pub fn remove(&mut self, node: u32, view: UpdateView) {
        self.serving -= u32::from(view.serves);
        if let Some((role, _)) = numbered(view.role) {
            let before = self.nodes.remove((role.into(), node, 0));
            if let Some(count) = self.counts.get_mut(usize::from(role)) {
                *count -= usize::from(before.is_some());
            }
        }
    }

    fn count(&self, role: u8) -> usize {
        self.counts
            .get(usize::from(role))
            .copied()
            .unwrap_or_default()
    }

    /// Nodes of a role, ascending, with their Pods.
    fn of(&self, role: u8) -> impl Iterator<Item = PodOnNode> {
        let nodes = self.nodes.of(role.into());
        nodes.map(|((_, node, _), pod)| PodOnNode { node, pod })
    }

    /// Nodes whose Pod is deleted at once, ascending, with the reason.
    fn deleted_at_once(&self) -> Vec<(PodOnNode, DeleteReason)> {
        let mut found: Vec<(PodOnNode, DeleteReason)> = DELETE
            .into_iter()
            .flat_map(|(role, why)| self.of(role).map(move |pod| (pod, why)))
            .collect();
        sort_by_key(&mut found, |(pod, _)| pod.node);
        found
    }

    /// How many Nodes use up the budget.
    #[must_use]
    pub fn held(&self, surge: bool) -> usize {
        let deleted = || DELETE.into_iter().map(|(role, _)| self.count(role)).sum();
        let without_surge = if surge { 0 } else { deleted() };
        self.count(HOLDS) + without_surge
    }

    /// Positions of the Nodes that use up the budget, ascending.
    #[must_use]
    pub fn held_by(&self, surge: bool) -> Vec<u32> {
        let holds = self.of(HOLDS).map(|pod| pod.node);
        let deleted = self.deleted_at_once().into_iter().map(|(pod, _)| pod.node);
        let mut nodes: Vec<u32> = holds.collect();
        if !surge {
            nodes.extend(deleted);
            sort(&mut nodes);
        }
        nodes
    }

    /// Replaces Pods of an old template, as far as the limits allow. Of Nodes that are equally good the first ones
    /// are taken. A limit of 0 on both sides is taken for a `maxUnavailable` of 1.
    ///
    /// DIFFERENCE: upstream goes over a Go map, whose order is random; here Nodes are taken in the order of their
    /// positions.
    ///
    /// # Errors
    /// Under surge, when an old Pod is on a Node that is gone: nothing is replaced while it is there.
    ///
    /// Upstream: pkg/controller/daemon/update.go rollingUpdate (v1.36.3)
    pub fn decide(
        &self,
        limits: UpdateLimits,
        desired: u32,
    ) -> Result<Decision, RollingUpdateError> {
        let surge = limits.max_surge != 0;
        if let Some(gone) = self.of(NODE_GONE).next() {
            return Err(RollingUpdateError::NodeGone(gone.node));
        }
        let limit = match (surge, limits.max_unavailable) {
            (true, _) => limits.max_surge,
            (false, 0) if desired > 0 => 1,
            (false, limit) => limit,
        };
        let free = usize::try_from(limit)
            .unwrap_or(0)
            .saturating_sub(self.held(surge));
        let spare = self.serving.saturating_sub(desired) as usize;
        let leaving = self.of(MAY_LEAVE).take(spare);
        let old = self.of(MAY_DELETE).take(free);
        let replacing = self.of(CREATE);
        let beside = self.of(MAY_CREATE).take(free);
        let limit = u32::try_from(limit).unwrap_or_default();
        let within = CreateReason::WithinMaxSurge(limit);
        let create = replacing.map(|pod| (pod.node, CreateReason::OldUnavailable));
        let decision = Decision {
            create: create.chain(beside.map(|pod| (pod.node, within))).collect(),
            delete: self
                .deleted_at_once()
                .into_iter()
                .chain(leaving.map(|pod| (pod, DeleteReason::OldNotEligible)))
                .chain(old.map(|pod| (pod, DeleteReason::WithinMaxUnavailable(limit))))
                .collect(),
            look_again: Vec::new(),
        };
        Ok(decision.within_burst())
    }
}

/// Why a rolling update stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RollingUpdateError {
    /// Under surge: an old Pod is left on a Node that is gone. Its position.
    NodeGone(u32),
}
