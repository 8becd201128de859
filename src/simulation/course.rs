use super::controller_loop::{Controller, Stored};
use super::order::Order;
use super::pods::Pods;
use super::rollout::RolloutInput;
use super::scenario::{Change, NodeScenario, ScenarioEvent};
use super::spans::{NodeState, StateChange, node_state};
use super::start::no_limits;
use super::templates::Templates;
use super::timing::names_of;
use super::trace::{Cause, Event, EventKind, Outcome, Step};
use super::watch::{Progress, Watch};
use crate::controller::{
    DaemonNode, DaemonPod, DaemonPodRules, Decision, RollingUpdateError, allows_surge,
    update_limits,
};
use crate::model::{DaemonSet, Defaulted, Node, UpdateStrategyType};
use crate::order::{sort, sort_by_key, sorted_unique};
use std::sync::Arc;

/// Syncs at one moment, after which the controller is taken to find no rest; and Nodes for each of which there may be one more, because a
/// sync creates and deletes 250 Pods at most.
const MOST_SYNCS: usize = 200;
const NODES_OF_A_SYNC: usize = 100;
/// Moments in a row at which the controller looks and nothing comes of it, after which nothing is taken to come any more.
/// A day of seconds fits in.
const MOST_QUIET: u32 = 100_000;
/// After an error the controller comes back later and later; in thousandths of a second, first and at most.
///
/// Upstream: staging/src/k8s.io/client-go/util/workqueue/default_rate_limiters.go DefaultTypedControllerRateLimiter (v1.36.3)
const FIRST_DELAY: u64 = 5;
const LONGEST_DELAY: u64 = 1_000_000;

/// A rollout while it is played.
#[derive(Clone, Debug)]
pub(super) struct Course<'a> {
    pub(super) input: RolloutInput<'a>,
    /// Of the Nodes, by position: sorted.
    pub(super) names: Arc<Vec<String>>,
    pub(super) scenarios: Vec<NodeScenario>,
    pub(super) nodes: Vec<DaemonNode>,
    /// Nodes that are no longer those of the beginning, by position where there is one at all; `Some(None)`: gone.
    changed_nodes: Vec<Option<Option<&'a Defaulted<Node>>>>,
    pub(super) pods: Pods,
    pub(super) templates: Templates,
    /// As it is stored; `None`: there was none before the update.
    daemon_set: Option<&'a Defaulted<DaemonSet>>,
    pub(super) rules: DaemonPodRules,
    pub(super) stored: Stored,
    /// Whether Pods of the template that is stored never become Ready.
    pub(super) broken: bool,
    pub(super) controller: Controller,
    /// What is still to come from outside, the last first.
    events: Vec<&'a ScenarioEvent>,
    /// Syncs in a row that failed, and why the last one did.
    failures: u32,
    failure: Option<RollingUpdateError>,
    pub(super) now: i64,
    /// When to stop, whatever is still to happen.
    last: i64,
    pub(super) step: Step,
    /// How many events of the scenario there were before the one that happens.
    applied: u32,
    /// By position, what was seen last in each Node, and whether it used up a part of the budget.
    pub(super) states: Vec<NodeState>,
    holds: Vec<bool>,
    pub(super) changes: Vec<StateChange>,
}

/// What becomes of an update that goes on from its end.
#[derive(Clone, Debug)]
pub(super) struct Aftermath {
    pub(super) outcome: Outcome,
    /// How long it takes.
    pub(super) seconds: i64,
    /// How many Nodes use up the budget then.
    pub(super) held: u32,
    /// By position.
    pub(super) states: Vec<NodeState>,
}

impl<'a> Course<'a> {
    pub(super) fn new(input: RolloutInput<'a>) -> Self {
        let scenario = input.scenario;
        let joining = scenario
            .events
            .iter()
            .filter_map(|event| match &event.change {
                Change::SetNode(node) => Some(node.metadata.name.clone()),
                _ => None,
            });
        let present = input.nodes.iter().map(|node| node.metadata.name.clone());
        let of_pods = input.start.nodes_of_pods();
        let names: Vec<String> = sorted_unique(present.chain(joining).chain(of_pods));
        let count = names.len();
        let scenarios = names.iter().map(|name| scenario.nodes.get(name));
        let mut events = scenario.events_in_order();
        events.reverse();
        let daemon_set = input.start.daemon_set();
        let judged = daemon_set.unwrap_or(input.new);
        let mut templates = Templates::default();
        let mut course = Self {
            input,
            scenarios: scenarios.map(|s| s.copied().unwrap_or_default()).collect(),
            nodes: vec![DaemonNode::default(); names.len()],
            changed_nodes: Vec::new(),
            states: vec![NodeState::default(); names.len()],
            holds: vec![false; names.len()],
            changes: Vec::new(),
            names: Arc::new(names),
            pods: Pods::default(),
            stored: Stored {
                template: templates.number(&judged.spec.template),
                generation: 1,
                allows_surge: false,
                min_ready_seconds: 0,
                rolling: false,
            },
            templates,
            broken: false,
            daemon_set,
            rules: DaemonPodRules::new(judged, input.gates),
            controller: Controller::new(scenario.real_queue, Order::new(scenario.seed, count)),
            events,
            failures: 0,
            failure: None,
            now: 0,
            last: scenario.max_seconds,
            step: Step::default(),
            applied: 0,
        };
        course.judge();
        course
    }

    /// Judges all Nodes.
    fn judge(&mut self) {
        let eligibility = self.rules.judge_all(self.input.nodes);
        let mut given = self.input.nodes.iter().zip(0..).peekable();
        // Both are in the order of names, and every Node is among the names. Of several with one name the last one counts.
        for (name, state) in self.names.iter().zip(&mut self.nodes) {
            while let Some((_, position)) = given.next_if(|(node, _)| node.metadata.name == *name) {
                if let Some(class) = eligibility.class(position) {
                    state.exists = true;
                    state.should_run = class.should_run;
                    state.should_continue_running = class.should_continue_running;
                }
            }
        }
        for (node, position) in self.changed_nodes.clone().into_iter().zip(0..) {
            if let Some(node) = node {
                self.judge_changed(position, node);
            }
        }
    }

    /// Judges a Node that is no longer that of the beginning; `None`: it is gone.
    pub(super) fn judge_changed(&mut self, position: u32, node: Option<&'a Defaulted<Node>>) {
        let at = position as usize;
        if self.changed_nodes.len() <= at {
            self.changed_nodes.resize(at + 1, None);
        }
        if let Some(changed) = self.changed_nodes.get_mut(at) {
            *changed = Some(node);
        }
        let verdict = node.map(|node| {
            let judgement = self.rules.judge(node);
            (judgement.should_run, judgement.should_continue_running)
        });
        if let Some(state) = self.nodes.get_mut(at) {
            state.exists = node.is_some();
            (state.should_run, state.should_continue_running) = verdict.unwrap_or_default();
        }
        self.controller.changed(position);
    }

    /// Where a Node is among all of them.
    pub(super) fn position(&self, name: &str) -> Option<u32> {
        let found = self.names.binary_search_by(|own| own.as_str().cmp(name));
        u32::try_from(found.ok()?).ok()
    }

    pub(super) fn desired(&self) -> u32 {
        let eligible = self
            .nodes
            .iter()
            .filter(|node| node.exists && node.should_run);
        u32::try_from(eligible.count()).unwrap_or(u32::MAX)
    }

    /// The API server stores another DaemonSet. Answers whether its template is another one, and was stored before.
    ///
    /// Upstream: pkg/registry/apps/daemonset/strategy.go PrepareForUpdate (v1.36.3)
    pub(super) fn store(&mut self, new: &'a Defaulted<DaemonSet>) -> bool {
        let known = self.templates.known();
        let template = self.templates.number(&new.spec.template);
        let back = template < known && template != self.stored.template;
        if let Some(old) = self.daemon_set {
            let same = template == self.stored.template && same_beside(old, new);
            self.stored.generation += i64::from(!same);
        }
        self.daemon_set = Some(new);
        self.stored.template = template;
        let broken = &self.input.scenario.broken_images;
        let mut containers = new.spec.template.spec.containers.iter();
        self.broken = containers.any(|container| {
            let names = names_of(&container.image);
            broken.iter().any(|image| names.contains(&image.as_str()))
        });
        self.stored.allows_surge = allows_surge(new);
        self.stored.min_ready_seconds = new.spec.min_ready_seconds;
        let kind = new.spec.update_strategy.kind.as_ref();
        self.stored.rolling = kind == Some(&UpdateStrategyType::RollingUpdate);
        self.rules = DaemonPodRules::new(new, self.input.gates);
        self.judge();
        self.all_changed();
        self.controller.dirty = true;
        back
    }

    pub(super) fn all_changed(&mut self) {
        for (_, position) in self.nodes.iter().zip(0..) {
            self.controller.changed(position);
        }
    }

    /// Goes on from the end, with changes from outside a second later.
    pub(super) fn afterwards(
        &self,
        events: &[ScenarioEvent],
        watch: &mut Watch<'_, '_>,
    ) -> Aftermath {
        let mut course: Course<'_> = self.clone();
        // While something is still to happen, it comes back.
        let retry = self.failure.map(|_| self.next_try());
        course.controller.retry = retry.filter(|_| !events.is_empty());
        course.events = events.iter().rev().collect();
        let start = self.now.saturating_add(1);
        course.now = start;
        course.last = start.saturating_add(self.last);
        let (steps, outcome) = course.run(watch);
        let last = steps.last().map_or(start, |step| step.time);
        let changed = course.changes.last().map_or(last, |change| change.time);
        Aftermath {
            outcome,
            seconds: last.max(changed).saturating_sub(start),
            held: course.controller.held(),
            states: course.states,
        }
    }

    /// Plays until nothing more happens, and answers the steps and why it ends.
    pub(super) fn run(&mut self, watch: &mut Watch<'_, '_>) -> (Vec<Step>, Outcome) {
        let mut steps: Vec<Step> = Vec::new();
        let (mut updates, mut quiet) = (0, 0);
        loop {
            let before = self.controller.status;
            self.step = Step {
                time: self.now,
                ..Step::default()
            };
            let now = self.now;
            while let Some(event) = self.events.pop_if(|event| event.time <= now) {
                updates += u32::from(matches!(event.change, Change::Update(_)));
                self.apply(&event.change);
                self.applied += 1;
            }
            self.advance();
            if let Err(outcome) = self.settle() {
                return (steps, outcome);
            }
            let seen = self.note_states();
            let status = self.controller.status;
            let step = &mut self.step;
            step.status = self.controller.status;
            step.held = self.controller.held();
            step.updates = updates;
            step.generation = self.stored.generation;
            sort_by_key(&mut step.events, order);
            sort(&mut step.deleted_updated);
            step.idle = !steps.is_empty() && step.status == before && step.is_quiet();
            quiet += 1;
            if !step.idle || !step.events.is_empty() {
                steps.push(step.clone());
                quiet = 0;
            }
            let next = self.next_time().into_iter().chain(self.controller.retry);
            let Some(next) = next.min() else {
                let outcome = match self.failure {
                    Some(error) => Outcome::Halted(error),
                    None if self.is_complete() => Outcome::Complete,
                    None => Outcome::Stuck,
                };
                return (steps, outcome);
            };
            if next > self.last || quiet > MOST_QUIET {
                return (steps, Outcome::TimeOut);
            }
            let progress = || Progress {
                time: now,
                steps: u32::try_from(steps.len()).unwrap_or(u32::MAX),
                updated: status.updated,
                desired: status.desired,
                trial: 0,
            };
            if !watch.goes_on(seen + 1, progress) {
                return (steps, Outcome::Stopped);
            }
            self.now = next;
        }
    }

    /// What has changed in the states of Nodes so far, which is forgotten.
    pub(super) fn take_changes(&mut self) -> Vec<StateChange> {
        std::mem::take(&mut self.changes)
    }

    /// Notes which Nodes are in another state since the last time. Answers how many may be.
    pub(super) fn note_states(&mut self) -> usize {
        let (template, seconds) = (self.stored.template, self.stored.min_ready_seconds);
        let touched = self.controller.views.take_touched();
        let count = touched.len();
        for position in touched {
            let at = position as usize;
            let (Some(node), Some(known), Some(held)) = (
                self.nodes.get(at),
                self.states.get_mut(at),
                self.holds.get_mut(at),
            ) else {
                continue;
            };
            let planned = |pod: &DaemonPod| self.pods.is_planned(pod);
            let state = node_state(node, template, seconds, self.now, planned);
            let holds = self.controller.views.holds(position);
            if (*known, *held) != (state, holds) {
                (*known, *held) = (state, holds);
                self.changes.push(StateChange {
                    time: self.now,
                    node: position,
                    state,
                    holds,
                });
            }
        }
        count
    }

    /// When something happens next, but for another try after an error.
    fn next_time(&mut self) -> Option<i64> {
        let event = self.events.last().map(|event| event.time);
        let planned = [self.pods.next(), self.controller.next_wake(), event];
        planned.into_iter().flatten().min()
    }

    /// Syncs until the controller comes to rest; between two syncs the watch events of the first arrive.
    fn settle(&mut self) -> Result<(), Outcome> {
        let most = MOST_SYNCS + self.nodes.len() / NODES_OF_A_SYNC;
        let mut syncs = 0;
        while self.controller.due(self.now) {
            if syncs > most {
                return Err(Outcome::Restless);
            }
            let stored = self.daemon_set.unwrap_or(self.input.new);
            // A limit that cannot be resolved is none of the controller's own making: the API server refuses it.
            let limits = |desired| update_limits(stored, desired).unwrap_or(no_limits(desired));
            let synced = self
                .controller
                .sync(&self.nodes, &self.stored, limits, self.now);
            let Decision {
                mut create,
                mut delete,
                ..
            } = synced.decision;
            sort_by_key(&mut create, |(node, _)| *node);
            for (node, reason) in create {
                self.create(node, reason);
            }
            sort_by_key(&mut delete, |(pod, _)| pod.pod);
            for (pod, reason) in delete {
                self.delete(pod, Cause::Delete(reason));
            }
            self.step.error = synced.error;
            self.failure = synced.error;
            match synced.error {
                None => self.failures = 0,
                Some(_) => self.come_back(),
            }
            syncs += 1;
        }
        Ok(())
    }

    /// After an error the controller looks again, at first within the same second; where nothing else is going to happen,
    /// that would be the same for ever.
    fn come_back(&mut self) {
        let delay = FIRST_DELAY << self.failures.min(20);
        self.failures += 1;
        if delay < 1000 {
            self.controller.dirty = true;
            return;
        }
        let time = self.next_try();
        self.controller.retry = self.next_time().map(|_| time);
    }

    /// When it looks again after as many failures in a row as there were.
    fn next_try(&self) -> i64 {
        let delay = FIRST_DELAY << self.failures.saturating_sub(1).min(20);
        let seconds = delay.min(LONGEST_DELAY).div_ceil(1000);
        let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
        self.now.saturating_add(seconds)
    }

    /// Something happens at a Node.
    pub(super) fn happens(&mut self, kind: EventKind, node: u32, cause: Cause) {
        self.step.events.push(Event { kind, node, cause });
    }

    /// The event of the scenario that happens.
    pub(super) fn outside(&self) -> Cause {
        Cause::Scenario(self.applied)
    }

    fn is_complete(&self) -> bool {
        let status = self.controller.status;
        status.observed_generation >= self.stored.generation
            && status.updated == status.desired
            && status.available == status.desired
    }
}

/// What comes from outside comes first and stays in its order; then by kind, then by Node.
fn order(event: &Event) -> Option<(EventKind, u32)> {
    let outside = matches!(event.cause, Cause::Scenario(_));
    (!outside).then_some((event.kind, event.node))
}

/// Whether two DaemonSets want the same, templates apart.
fn same_beside(old: &DaemonSet, new: &DaemonSet) -> bool {
    let (old, new) = (&old.spec, &new.spec);
    old.selector == new.selector
        && old.update_strategy == new.update_strategy
        && old.min_ready_seconds == new.min_ready_seconds
        && old.revision_history_limit == new.revision_history_limit
}
