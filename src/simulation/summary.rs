use super::spans::{NodeState, end, states_at};
use super::trace::Rollout;
use crate::order::sorted_unique;

/// What an update costs. Nodes are positions in [`Rollout::nodes`], ascending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// From the update to the last thing that happens.
    pub seconds: i64,
    /// The fewest Nodes with an available Pod, as the status counts them: a Pod that is being deleted and still Ready
    /// counts.
    pub min_available: u32,
    /// The most eligible Nodes without one.
    pub peak_unavailable: u32,
    /// Available Nodes of the eligible ones over the whole time, in thousandths, rounded down. 1000 where no time passes
    /// or no Node is eligible.
    pub availability_permille: u32,
    /// Nodes that are there at the end and lose their Pod for good: they are no longer eligible. `kubectl rollout status`
    /// does not tell of them.
    pub loses_coverage: Vec<u32>,
    /// Nodes where an old and a new Pod ran at once.
    pub side_by_side: Vec<u32>,
    /// Nodes that have no Pod before the update and one at the end.
    pub gains: Vec<u32>,
}

/// Sums a course up.
///
/// DIFFERENCE: a Node that is deleted loses its Pod, too, but no coverage.
#[must_use]
pub fn summary(course: &Rollout) -> Summary {
    let seconds = end(course);
    let mut sum = Summary {
        seconds,
        min_available: u32::MAX,
        ..Summary::default()
    };
    let ends = course.steps.iter().skip(1).map(|step| step.time);
    let (mut available, mut desired) = (0_u64, 0_u64);
    for (step, end) in course.steps.iter().zip(ends.chain([seconds])) {
        let status = step.status;
        let lasts = u64::try_from(end.saturating_sub(step.time)).unwrap_or(0);
        available = available.saturating_add(lasts.saturating_mul(status.available.into()));
        desired = desired.saturating_add(lasts.saturating_mul(status.desired.into()));
        sum.min_available = sum.min_available.min(status.available);
        sum.peak_unavailable = sum.peak_unavailable.max(status.unavailable);
    }
    let permille = available.saturating_mul(1000).checked_div(desired);
    sum.availability_permille = permille.map_or(1000, |whole| u32::try_from(whole).unwrap_or(1000));
    let last = states_at(course, seconds);
    for ((node, before), last) in (0..).zip(&course.before).zip(last) {
        match (has_pod(*before), has_pod(last)) {
            (true, false) if last == NodeState::Absent => sum.loses_coverage.push(node),
            (false, true) => sum.gains.push(node),
            _ => {}
        }
    }
    let both = [NodeState::SideBySide, NodeState::NeverReadyBeside];
    let beside = |state: NodeState| both.contains(&state);
    let before = course
        .before
        .iter()
        .zip(0..)
        .filter(|(state, _)| beside(**state));
    let later = course.changes.iter().filter(|change| beside(change.state));
    let beside = before
        .map(|(_, node)| node)
        .chain(later.map(|change| change.node));
    sum.side_by_side = sorted_unique(beside);
    sum
}

/// Whether a Node has a Pod that is not being deleted.
fn has_pod(state: NodeState) -> bool {
    use NodeState::{Absent, Gone, Missing, Terminating, TerminatingForEver};
    let none = [Gone, Absent, Missing, Terminating, TerminatingForEver];
    !none.contains(&state)
}
