use super::trace::Rollout;
use crate::controller::{DaemonNode, DaemonPod};

/// What a Node has of the DaemonSet, as one picture of it. Old and new are told apart by the template that is stored at
/// that moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum NodeState {
    /// There is no such Node; Pods of it may be left.
    #[default]
    Gone,
    /// No Pod, and none is wanted.
    Absent,
    /// No Pod, though one is wanted.
    Missing,
    /// An old Pod that is available.
    OldAvailable,
    /// An old Pod that is not.
    OldUnavailable,
    /// Every Pod is being deleted, and will be gone.
    Terminating,
    /// Every Pod is being deleted, and nobody ends one of them: its Node does not answer.
    TerminatingForEver,
    /// A new Pod that will be Ready.
    Starting,
    /// A new Pod that will not, as things are.
    NeverReady,
    /// A new Pod that is not bound to the Node, and no other Pod.
    Pending,
    /// A new Pod that is not bound to the Node, beside one that is.
    PendingBeside,
    /// A new Pod that is Ready, not yet for `minReadySeconds`.
    Ready,
    /// A new Pod that is available.
    Available,
    /// An old and a new Pod at once, both bound; the new one is Ready, or will be.
    SideBySide,
    /// An old and a new Pod at once, both bound; the new one will not be Ready, as things are.
    NeverReadyBeside,
}

/// From a moment on, a Node is in another state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StateChange {
    /// Seconds from the update.
    pub time: i64,
    /// Position of the Node.
    pub node: u32,
    /// Its state from then on.
    pub state: NodeState,
    /// Whether it uses up a part of the rolling update's budget from then on.
    pub holds: bool,
}

/// For each Node the stretches of time between which its state changes, Node by Node. A stretch lasts until the next one
/// of its Node, the last one until the end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans {
    /// Where the stretches of each Node begin in `since` and `states`, and behind all of them where they end.
    pub offsets: Vec<u32>,
    /// Since when, in seconds from the update.
    pub since: Vec<i64>,
    /// What is there.
    pub states: Vec<NodeState>,
    /// When the course ends.
    pub end: i64,
}

/// A course as a picture: a row for each Node. States that last no time are left out.
#[must_use]
pub fn spans(course: &Rollout) -> Spans {
    let begin = course
        .before
        .iter()
        .zip(0..)
        .map(|(state, node)| (node, *state, 0));
    let changes = course.changes.iter();
    let changes = changes.map(|change| (change.node, change.state, change.time));
    let all = || begin.clone().chain(changes.clone());
    // A counting sort: changes are in the order of time already.
    let mut next = vec![0_u32; course.nodes.len() + 1];
    for (node, ..) in all() {
        if let Some(count) = next.get_mut(node as usize + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for count in &mut next {
        sum += *count;
        *count = sum;
    }
    let mut sorted = vec![(NodeState::Gone, 0); sum as usize];
    let firsts = next.clone();
    for (node, state, time) in all() {
        let Some(at) = next.get_mut(node as usize) else {
            continue;
        };
        if let Some(slot) = sorted.get_mut(*at as usize) {
            *slot = (state, time);
        }
        *at += 1;
    }
    let mut spans = Spans {
        end: end(course),
        ..Spans::default()
    };
    for bounds in firsts.windows(2) {
        let first = spans.states.len();
        spans.offsets.push(u32::try_from(first).unwrap_or(u32::MAX));
        let [from, to] = *bounds else {
            continue;
        };
        for &(state, time) in sorted.get(from as usize..to as usize).into_iter().flatten() {
            if spans.states.len() > first && spans.since.last() == Some(&time) {
                spans.since.pop();
                spans.states.pop();
            }
            if spans.states.len() == first || spans.states.last() != Some(&state) {
                spans.since.push(time);
                spans.states.push(state);
            }
        }
    }
    let last = spans.states.len();
    spans.offsets.push(u32::try_from(last).unwrap_or(u32::MAX));
    spans
}

/// The states of all Nodes once all has happened that happens up to a moment.
pub(super) fn states_at(course: &Rollout, time: i64) -> Vec<NodeState> {
    let mut states = course.before.clone();
    for change in until(course, time) {
        if let Some(state) = states.get_mut(change.node as usize) {
            *state = change.state;
        }
    }
    states
}

/// What has changed up to a moment.
pub(super) fn until(course: &Rollout, time: i64) -> impl Iterator<Item = &StateChange> {
    course
        .changes
        .iter()
        .take_while(move |change| change.time <= time)
}

/// When the last thing of a course happens.
pub(super) fn end(course: &Rollout) -> i64 {
    let step = course.steps.iter().rfind(|step| !step.idle);
    let step = step.map_or(0, |step| step.time);
    course
        .changes
        .last()
        .map_or(step, |change| step.max(change.time))
}

/// The state of a Node. `planned` tells whether something is going to become of a Pod by itself.
pub(super) fn node_state(
    node: &DaemonNode,
    template: u32,
    min_ready_seconds: i32,
    now: i64,
    planned: impl Fn(&DaemonPod) -> bool,
) -> NodeState {
    if !node.exists {
        return NodeState::Gone;
    }
    let available = |pod: &DaemonPod| pod.is_available(min_ready_seconds, now);
    let live = || node.pods.iter().filter(|pod| !pod.terminating);
    if let Some(new) = live().find(|pod| pod.template == template) {
        let beside = |pod: &&DaemonPod| pod.template != template && pod.bound && !pod.ended();
        return match (new.bound, node.pods.iter().find(beside)) {
            (true, Some(_)) if !new.is_ready() && !planned(new) => NodeState::NeverReadyBeside,
            (true, Some(_)) => NodeState::SideBySide,
            (true, None) if available(new) => NodeState::Available,
            (true, None) if new.is_ready() => NodeState::Ready,
            (true, None) if planned(new) => NodeState::Starting,
            (true, None) => NodeState::NeverReady,
            (false, Some(_)) => NodeState::PendingBeside,
            (false, None) => NodeState::Pending,
        };
    }
    match live().next() {
        Some(old) if available(old) => NodeState::OldAvailable,
        Some(_) => NodeState::OldUnavailable,
        None if node.pods.is_empty() && node.should_run => NodeState::Missing,
        None if node.pods.is_empty() => NodeState::Absent,
        None if node.pods.iter().all(planned) => NodeState::Terminating,
        None => NodeState::TerminatingForEver,
    }
}
