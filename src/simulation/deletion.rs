use super::course::Course;
use super::rollout::{Played, RolloutInput, begin};
use super::spans::NodeState;
use super::trace::{Cause, Outcome, Status, Step};
use crate::controller::PodOnNode;

/// What becomes of the Pods of a DaemonSet that is deleted.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/types.go DeletionPropagation (v1.36.3)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Propagation {
    /// The DaemonSet is gone at once, its Pods are collected then; kubectl's default.
    #[default]
    Background,
    /// The DaemonSet stays until its Pods are gone.
    Foreground,
    /// The DaemonSet is gone at once, its Pods run on without an owner.
    Orphan,
}

/// Plays the deletion of a DaemonSet: its controller does nothing any more, and all Pods are deleted at once.
///
/// DIFFERENCE: events of the scenario do not happen; the garbage collector, which takes Pods one by one and within a
/// second or two, takes all of them at the first moment.
///
/// Upstream: pkg/controller/garbagecollector/garbagecollector.go attemptToDeleteItem (v1.36.3)
#[must_use]
pub fn deletion(input: RolloutInput<'_>, propagation: Propagation) -> Played<'_> {
    let (mut end, mut course) = begin(input);
    let orphans = propagation == Propagation::Orphan;
    if !orphans {
        end.want_no_pods();
    }
    let generation = end.stored.generation.saturating_add(1);
    let written = course.initial.unwrap_or_default();
    let mut left = usize::MAX;
    loop {
        end.advance();
        end.note_states();
        left = left.min(end.pods_left());
        let is_there = propagation == Propagation::Foreground && left > 0;
        course.steps.push(Step {
            generation,
            status: if is_there { written } else { Status::default() },
            ..std::mem::take(&mut end.step)
        });
        let Some(next) = end
            .pods
            .next()
            .filter(|next| *next <= input.scenario.max_seconds)
        else {
            break;
        };
        end.now = next;
        end.step.time = next;
    }
    course.changes = end.take_changes();
    for change in &mut course.changes {
        change.holds = change.state == NodeState::TerminatingForEver;
    }
    course.outcome = match left {
        0 => Outcome::Complete,
        _ if orphans => Outcome::Complete,
        _ => Outcome::Stuck,
    };
    let work = 0;
    Played { course, end, work }
}

impl Course<'_> {
    /// No Node wants a Pod, and every Pod is deleted.
    fn want_no_pods(&mut self) {
        let mut all = Vec::new();
        for (node, position) in self.nodes.iter_mut().zip(0..) {
            node.should_run = false;
            let pods = node.pods.iter();
            all.extend(pods.map(|pod| PodOnNode {
                node: position,
                pod: pod.id,
            }));
        }
        for pod in all {
            self.delete(pod, Cause::Deletion);
        }
    }

    fn pods_left(&self) -> usize {
        self.nodes.iter().map(|node| node.pods.len()).sum()
    }
}
