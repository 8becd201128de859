use super::blockers::{EndingKind, HoldReason, ending, stored_last};
use super::course::Aftermath;
use super::rollout::Played;
use super::scenario::{Change, ScenarioEvent};
use super::spans::NodeState;
use super::trace::Outcome;
use super::watch::{Observer, Watch};
use crate::apiserver::default_daemon_set;
use crate::controller::allows_surge;
use crate::model::{DaemonSet, Defaulted, IntOrString, RollingUpdateDaemonSet};
use std::sync::Arc;

/// A change that frees an update. It was tried: made a second after the update came to rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remedy {
    /// What is changed.
    pub fix: Fix,
    /// The Nodes concerned, ascending; empty for a change of the DaemonSet.
    pub nodes: Vec<u32>,
    /// Whether the update completes then. Otherwise every Node that has waited gets an available new Pod or leaves the
    /// set, and those that hold the update up still do.
    pub completes: bool,
    /// How long it takes from the change on.
    pub seconds: i64,
}

/// A change that frees an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fix {
    /// Raises `maxUnavailable` to this number.
    MaxUnavailable(i32),
    /// Raises `maxSurge` to this number.
    MaxSurge(i32),
    /// Deletes the old Pods.
    DeletePods,
    /// Deletes the Pods of Nodes that hold the update up, with `--force`: a Node that does not answer never lets them go.
    ForceDeletePods,
    /// Puts the template of the beginning back, as `kubectl rollout undo` does.
    Undo,
    /// Sets `maxSurge` to 0 and `maxUnavailable` to 1.
    WithoutSurge,
    /// Deletes the Nodes that hold the update up.
    DeleteNodes,
}

/// What was found by trying.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remedies {
    /// The smallest change first.
    pub found: Vec<Remedy>,
    /// Something was left untried: the observer did not want more, or there was more to be done than trying is worth.
    pub untried: bool,
}

/// What may be done in all trials together: this much, which is some 5,000 Nodes ten times, …
const LEAST_WORK: u64 = 200_000;
/// … or so many times what the update itself took.
const TIMES_THE_UPDATE: u64 = 2;

/// Limits that are tried, each as small as the one before has shown it must be.
const LIMITS: usize = 6;

/// What frees an update that is stuck, waits for somebody or is halted. Each was tried: the update goes on from its end
/// with it. Empty where nothing that is tried helps, or nothing is to be freed.
#[must_use]
pub fn remedies(played: &Played<'_>, observer: &mut Observer<'_>) -> Remedies {
    let input = played.end.input;
    let ending = ending(input, &played.course);
    let most = played.work.saturating_mul(TIMES_THE_UPDATE);
    let mut trial = Trial {
        played,
        stored: stored_last(input, &played.course),
        waiting: &ending.waiting,
        watch: Watch::new(observer, most.max(LEAST_WORK)),
    };
    let blockers: Vec<u32> = ending.blockers.iter().map(|blocker| blocker.node).collect();
    let because = |reason| {
        ending
            .blockers
            .iter()
            .any(|blocker| blocker.reason == reason)
    };
    let mut found = Vec::new();
    match ending.kind {
        EndingKind::Complete | EndingKind::TimeOut | EndingKind::Restless | EndingKind::Stopped => {
        }
        EndingKind::WaitsForDeletion => {
            found.extend(trial.of(Fix::DeletePods, &ending.waiting));
        }
        EndingKind::Stuck | EndingKind::Halted => {
            if ending.kind == EndingKind::Stuck && !ending.waiting.is_empty() {
                found.extend(trial.higher_limit());
            }
            if because(HoldReason::NodeSilent) || because(HoldReason::NodeGone) {
                found.extend(trial.of(Fix::ForceDeletePods, &blockers));
            }
            if because(HoldReason::PortsTaken) {
                found.extend(trial.of(Fix::WithoutSurge, &[]));
            }
            if because(HoldReason::NeverReady) || because(HoldReason::Unschedulable) {
                // Where the Nodes are to blame, going back helps none of them.
                let undone = trial.of(Fix::Undo, &[]);
                found.extend(undone.filter(|remedy| remedy.completes));
            }
            if !blockers.is_empty() && ending.kind == EndingKind::Stuck {
                found.extend(trial.of(Fix::DeleteNodes, &blockers));
            }
        }
    }
    Remedies {
        found,
        untried: trial.watch.ended,
    }
}

/// An update that has come to rest, to try changes on.
struct Trial<'a, 'w, 'o> {
    played: &'a Played<'a>,
    stored: &'a Defaulted<DaemonSet>,
    waiting: &'a [u32],
    watch: Watch<'w, 'o>,
}

impl Trial<'_, '_, '_> {
    /// The lowest limit that lets every old Pod go.
    fn higher_limit(&mut self) -> Option<Remedy> {
        let surge = allows_surge(self.stored);
        let mut held = self.played.course.steps.last()?.held;
        for _ in 0..LIMITS {
            let limit = i32::try_from(held).ok()?.checked_add(1)?;
            let fix = match surge {
                true => Fix::MaxSurge(limit),
                false => Fix::MaxUnavailable(limit),
            };
            let after = self.play(fix, &[]);
            let remedy = self.judge(fix, &[], &after);
            if remedy.is_some() || self.watch.ended || after.held <= held {
                return remedy;
            }
            held = after.held;
        }
        None
    }

    fn of(&mut self, fix: Fix, nodes: &[u32]) -> Option<Remedy> {
        if self.watch.ended {
            return None;
        }
        let after = self.play(fix, nodes);
        self.judge(fix, nodes, &after)
    }

    /// Plays on with a change after the end.
    fn play(&mut self, fix: Fix, nodes: &[u32]) -> Aftermath {
        let known = &self.played.course.nodes;
        let names = nodes.iter();
        let names = names.filter_map(|node| known.get(*node as usize).cloned());
        let changes: Vec<Change> = match fix {
            Fix::MaxUnavailable(limit) => vec![self.update(limit, 0)],
            Fix::MaxSurge(limit) => vec![self.update(0, limit)],
            Fix::WithoutSurge => vec![self.update(1, 0)],
            Fix::Undo => self.undo().into_iter().collect(),
            Fix::DeletePods => names.map(Change::DeletePod).collect(),
            Fix::ForceDeletePods => names.map(Change::ForceDeletePod).collect(),
            Fix::DeleteNodes => names.map(Change::DeleteNode).collect(),
        };
        let now = i64::MIN;
        let events = changes
            .into_iter()
            .map(|change| ScenarioEvent::new(now, change));
        let events: Vec<ScenarioEvent> = events.collect();
        self.watch.trial += 1;
        self.played.end.afterwards(&events, &mut self.watch)
    }

    fn undo(&self) -> Option<Change> {
        let mut daemon_set = (**self.stored).clone();
        let old = self.played.end.input.start.daemon_set()?;
        daemon_set.spec.template = old.spec.template.clone();
        Some(Change::Update(Arc::new(default_daemon_set(daemon_set))))
    }

    fn update(&self, max_unavailable: i32, max_surge: i32) -> Change {
        let mut daemon_set = (**self.stored).clone();
        daemon_set.spec.update_strategy.rolling_update = Some(RollingUpdateDaemonSet {
            max_unavailable: Some(IntOrString::Int(max_unavailable)),
            max_surge: Some(IntOrString::Int(max_surge)),
        });
        Change::Update(Arc::new(default_daemon_set(daemon_set)))
    }

    /// Whether a change has freed the update: it completes, or no Node waits for its new Pod.
    fn judge(&self, fix: Fix, nodes: &[u32], after: &Aftermath) -> Option<Remedy> {
        let completes = after.outcome == Outcome::Complete;
        let done = [NodeState::Available, NodeState::Absent];
        let is_done = |node: &u32| {
            let state = after.states.get(*node as usize);
            state.is_some_and(|state| done.contains(state))
        };
        let frees = !self.waiting.is_empty() && self.waiting.iter().all(is_done);
        (completes || frees).then(|| Remedy {
            fix,
            nodes: nodes.to_vec(),
            completes,
            seconds: after.seconds,
        })
    }
}
