use super::rollout::RolloutInput;
use super::scenario::{Change, NodeScenario, Scenario};
use super::spans::{NodeState, end, states_at, until};
use super::trace::{Outcome, Rollout};
use crate::controller::RollingUpdateError;
use crate::model::{DaemonSet, Defaulted, UpdateStrategyType};
use crate::order::OrderedMap;

/// A Node that holds an update up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blocker {
    /// Its position.
    pub node: u32,
    /// Why.
    pub reason: HoldReason,
}

/// Why a Node holds an update up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoldReason {
    /// The Node is gone; its Pods are not collected yet.
    NodeGone,
    /// The Node does not answer: a deleted Pod stays, a new one does not start.
    NodeSilent,
    /// The new Pod does not become Ready.
    NeverReady,
    /// The new Pod is not bound to the Node.
    Unschedulable,
    /// The new Pod can't be bound beside the old one: both want the same ports of the Node.
    PortsTaken,
    /// The old Pod is not available.
    OldUnavailable,
    /// The Node has no Pod yet.
    Missing,
    /// The Pod is being deleted.
    Terminating,
    /// The new Pod is starting.
    Starting,
    /// The new Pod is Ready, not yet for `minReadySeconds`.
    NotYetAvailable,
    /// There are several Pods of one kind.
    SeveralPods,
}

/// How an update ends, with those who hold it up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// How.
    pub kind: EndingKind,
    /// Nodes that use up the budget or will not have an available new Pod, ascending.
    pub blockers: Vec<Blocker>,
    /// Nodes whose old Pod is left, ascending. It waits for the budget; with `OnDelete` for somebody to delete it.
    pub waiting: Vec<u32>,
}

/// How an update ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndingKind {
    /// Every eligible Node has an available Pod of the new template.
    Complete,
    /// Nothing more happens by itself.
    Stuck,
    /// `OnDelete`: nothing more happens until somebody deletes the old Pods.
    WaitsForDeletion,
    /// Under surge, an old Pod is left on a Node that is gone: the controller meets that error for ever.
    Halted,
    /// The scenario's end came first.
    TimeOut,
    /// The controller finds something to do for ever, at one moment.
    Restless,
    /// Whoever is told of progress did not want more.
    Stopped,
}

/// Which Nodes use up the budget once all has happened that happens up to a moment, ascending.
#[must_use]
pub fn blockers(scenario: &Scenario, course: &Rollout, time: i64) -> Vec<Blocker> {
    let mut holds = vec![false; course.nodes.len()];
    for change in until(course, time) {
        if let Some(holds) = holds.get_mut(change.node as usize) {
            *holds = change.holds;
        }
    }
    let states = states_at(course, time);
    let different = Different::at(scenario, time);
    let nodes = (0..).zip(states).zip(holds).filter(|(_, holds)| *holds);
    nodes
        .map(|((node, state), _)| different.blocker(course, node, state))
        .collect()
}

/// How an update ends.
#[must_use]
pub fn ending(input: RolloutInput<'_>, course: &Rollout) -> Ending {
    let time = end(course);
    let holding = blockers(input.scenario, course, time);
    let holds = |node| holding.iter().any(|blocker| blocker.node == node);
    let states = states_at(course, time);
    let mut found = Ending {
        kind: EndingKind::Complete,
        blockers: Vec::new(),
        waiting: Vec::new(),
    };
    let different = Different::at(input.scenario, time);
    let mut next = holding.iter().copied().peekable();
    for (node, state) in (0..).zip(states) {
        use NodeState::{
            Missing, NeverReady, NeverReadyBeside, OldAvailable, OldUnavailable, Pending,
            PendingBeside, Ready, SideBySide, Starting, Terminating,
        };
        let held = next.next_if(|blocker| blocker.node == node);
        let unfinished = [
            Missing,
            NeverReady,
            NeverReadyBeside,
            Pending,
            PendingBeside,
        ];
        // Where it is only cut off, what is under way would have come to its end.
        let is_cut = matches!(course.outcome, Outcome::TimeOut | Outcome::Stopped);
        if is_cut && [Terminating, Starting, Ready, SideBySide].contains(&state) {
            continue;
        }
        if let Some(held) = held {
            found.blockers.push(held);
        } else if unfinished.contains(&state) {
            found.blockers.push(different.blocker(course, node, state));
        } else if [OldAvailable, OldUnavailable].contains(&state) {
            found.waiting.push(node);
        }
    }
    let kind = &stored_last(input, course).spec.update_strategy.kind;
    found.kind = match course.outcome {
        Outcome::Complete => EndingKind::Complete,
        Outcome::Stuck
            if *kind == Some(UpdateStrategyType::OnDelete) && !found.waiting.is_empty() =>
        {
            EndingKind::WaitsForDeletion
        }
        Outcome::Stuck => EndingKind::Stuck,
        Outcome::Halted(RollingUpdateError::NodeGone(node)) => {
            if !holds(node) {
                let reason = HoldReason::NodeGone;
                found.blockers.push(Blocker { node, reason });
            }
            EndingKind::Halted
        }
        Outcome::TimeOut => EndingKind::TimeOut,
        Outcome::Restless => EndingKind::Restless,
        Outcome::Stopped => EndingKind::Stopped,
    };
    found
}

/// The DaemonSet that is stored at the end.
pub(super) fn stored_last<'a>(
    input: RolloutInput<'a>,
    course: &Rollout,
) -> &'a Defaulted<DaemonSet> {
    let count = course.steps.last().map_or(0, |step| step.updates);
    let events = input.scenario.events_in_order();
    let updates = events.into_iter().filter_map(|event| match &event.change {
        Change::Update(daemon_set) => Some(&**daemon_set),
        _ => None,
    });
    updates.take(count as usize).last().unwrap_or(input.new)
}

/// What is different on Nodes at a moment.
struct Different<'a> {
    scenario: &'a Scenario,
    /// Whether the kubelet answers no more, where that has changed, by name.
    down: OrderedMap<&'a str, bool>,
}

impl<'a> Different<'a> {
    fn at(scenario: &'a Scenario, time: i64) -> Self {
        let mut down = OrderedMap::new();
        for event in scenario.events_in_order() {
            match &event.change {
                Change::KubeletDown(name) if event.time <= time => down.insert(name.as_str(), true),
                Change::KubeletBack(name) if event.time <= time => {
                    down.insert(name.as_str(), false)
                }
                _ => None,
            };
        }
        Self { scenario, down }
    }

    fn blocker(&self, course: &Rollout, node: u32, state: NodeState) -> Blocker {
        let name = course.nodes.get(node as usize).map_or("", String::as_str);
        let scenario = self.scenario.nodes.get(name).copied();
        let mut scenario = scenario.unwrap_or_default();
        scenario.down = self.down.get(name).copied().unwrap_or(scenario.down);
        blocker(scenario, node, state)
    }
}

fn blocker(scenario: NodeScenario, node: u32, state: NodeState) -> Blocker {
    let reason = match state {
        NodeState::Gone => HoldReason::NodeGone,
        NodeState::Missing => HoldReason::Missing,
        NodeState::OldUnavailable => HoldReason::OldUnavailable,
        NodeState::Terminating => HoldReason::Terminating,
        NodeState::TerminatingForEver => HoldReason::NodeSilent,
        NodeState::NeverReady | NodeState::NeverReadyBeside if scenario.down => {
            HoldReason::NodeSilent
        }
        NodeState::NeverReady | NodeState::NeverReadyBeside => HoldReason::NeverReady,
        NodeState::PendingBeside if !scenario.unschedulable => HoldReason::PortsTaken,
        NodeState::Pending | NodeState::PendingBeside => HoldReason::Unschedulable,
        NodeState::Starting | NodeState::SideBySide => HoldReason::Starting,
        NodeState::Ready => HoldReason::NotYetAvailable,
        NodeState::OldAvailable | NodeState::Available | NodeState::Absent => {
            HoldReason::SeveralPods
        }
    };
    Blocker { node, reason }
}
