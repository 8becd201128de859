use super::controller_loop::{Controller, Stored};
use super::pods::{Due, Pods, new_pod};
use super::scenario::{Change, InitialPod, NodeScenario, Scenario};
use super::trace::{Outcome, Rollout, Status, Step};
use crate::apiserver::makes_the_same_pods;
use crate::cluster::ClusterNodes;
use crate::controller::{
    DaemonNode, DaemonPodPhase, DaemonPodRules, PodOnNode, RollingUpdateError, UpdateLimits,
    allows_surge, update_limits,
};
use crate::model::{DaemonSet, Defaulted, FeatureGates, Node, UpdateStrategyType};
use std::collections::{BTreeMap, BTreeSet};

/// Old Pods are this old when the update begins, in seconds.
const OLD: i64 = 3600;
/// Syncs at one moment, after which the controller is taken to find no rest.
const MOST_SYNCS: u32 = 200;
/// Errors at one moment, after which the controller is taken to be halted.
const MOST_ERRORS: u32 = 6;

/// What a rollout starts from.
#[derive(Clone, Copy, Debug)]
pub struct RolloutInput<'a> {
    /// The DaemonSet before the update, with a Pod on every eligible Node; `None`: there was none.
    pub old: Option<&'a Defaulted<DaemonSet>>,
    /// The DaemonSet that it becomes.
    pub new: &'a Defaulted<DaemonSet>,
    /// The Nodes at the beginning.
    pub nodes: &'a ClusterNodes,
    /// Feature gates of the controller.
    pub gates: FeatureGates,
    /// What the cluster does.
    pub scenario: &'a Scenario,
}

/// Plays an update: every moment at which something happens, until nothing more happens by itself.
///
/// The watch events of a sync arrive when it is over, then the controller looks again until it comes to rest; that is one
/// step. Nodes are taken by name wherever upstream's order is random.
///
/// ```
/// use everynode::apiserver::{default_daemon_set, default_node};
/// use everynode::cluster::ClusterNodes;
/// use everynode::model::{DaemonSet, FeatureGates, Node};
/// use everynode::simulation::{Outcome, RolloutInput, Scenario, rollout};
/// let daemon_set = default_daemon_set(DaemonSet::default());
/// let mut node = Node::default();
/// node.metadata.name = "a".into();
/// let nodes = ClusterNodes::new([default_node(node)]);
/// let scenario = Scenario { startup_seconds: 5, ..Scenario::default() };
/// let gates = FeatureGates::default();
/// let course = rollout(RolloutInput { old: None, new: &daemon_set, nodes: &nodes, gates, scenario: &scenario });
/// assert_eq!(course.outcome, Outcome::Complete);
/// assert_eq!(course.steps.last().unwrap().time, 5);
/// ```
///
/// DIFFERENCE: no API errors, conflicts, rate limits or latencies.
#[must_use]
pub fn rollout(input: RolloutInput<'_>) -> Rollout {
    let mut course = Course::new(input);
    let initial = input.old.map(|old| course.begin(old));
    course.store(input.new, input.old);
    let limits = update_limits(input.new, course.desired());
    let (steps, outcome) = course.run(input.scenario);
    Rollout {
        nodes: course.names,
        limits,
        initial,
        steps,
        outcome,
    }
}

/// A rollout while it is played.
struct Course<'a> {
    input: RolloutInput<'a>,
    names: Vec<String>,
    positions: BTreeMap<String, u32>,
    scenarios: Vec<NodeScenario>,
    nodes: Vec<DaemonNode>,
    pods: Pods,
    rules: DaemonPodRules,
    stored: Stored,
    controller: Controller,
    now: i64,
    step: Step,
}

impl<'a> Course<'a> {
    fn new(input: RolloutInput<'a>) -> Self {
        let joining = input
            .scenario
            .events
            .iter()
            .filter_map(|event| match &event.change {
                Change::SetNode(node) => Some(node.metadata.name.clone()),
                Change::DeletePod(_) | Change::NotReady(_) => None,
            });
        let present = input.nodes.iter().map(|node| node.metadata.name.clone());
        let names: BTreeSet<String> = present.chain(joining).collect();
        let names: Vec<String> = names.into_iter().collect();
        let scenarios = names.iter().map(|name| input.scenario.nodes.get(name));
        let mut course = Self {
            input,
            positions: names.iter().cloned().zip(0..).collect(),
            scenarios: scenarios.map(|s| s.copied().unwrap_or_default()).collect(),
            nodes: vec![DaemonNode::default(); names.len()],
            names,
            pods: Pods::default(),
            rules: DaemonPodRules::new(input.old.unwrap_or(input.new), input.gates),
            stored: Stored {
                template: 0,
                generation: 1,
                allows_surge: false,
                min_ready_seconds: 0,
                rolling: false,
            },
            controller: Controller::default(),
            now: 0,
            step: Step::default(),
        };
        course.judge();
        course
    }

    /// Judges all Nodes of the beginning.
    fn judge(&mut self) {
        let eligibility = self.rules.judge_all(self.input.nodes);
        for (node, position) in self.input.nodes.iter().zip(0..) {
            let class = eligibility.class(position).copied();
            if let (Some(state), Some(class)) = (self.node_mut(&node.metadata.name), class) {
                state.exists = true;
                state.should_run = class.should_run;
                state.should_continue_running = class.should_continue_running;
            }
        }
    }

    fn node_mut(&mut self, name: &str) -> Option<&mut DaemonNode> {
        let position = *self.positions.get(name)?;
        self.nodes.get_mut(position as usize)
    }

    fn desired(&self) -> u32 {
        let eligible = self
            .nodes
            .iter()
            .filter(|node| node.exists && node.should_run);
        u32::try_from(eligible.count()).unwrap_or(u32::MAX)
    }

    /// The old DaemonSet runs everywhere; then some of its Pods are in other states. Answers the status before that.
    fn begin(&mut self, old: &Defaulted<DaemonSet>) -> Status {
        self.stored.min_ready_seconds = old.spec.min_ready_seconds;
        for node in self.nodes.iter_mut().filter(|node| node.should_run) {
            let mut pod = new_pod(self.stored.template, -OLD);
            pod.bound = true;
            pod.ready_since = Some(-OLD - 86_400);
            self.pods.create(node, pod);
        }
        self.all_changed();
        let controller = &mut self.controller;
        controller.sync(&self.nodes, &self.stored, no_limits, -OLD);
        controller.forget_wakes();
        for (node, scenario) in self.nodes.iter_mut().zip(&self.scenarios) {
            if scenario.initial == InitialPod::Missing {
                node.pods.clear();
            }
            for pod in &mut node.pods {
                match scenario.initial {
                    InitialPod::Available | InitialPod::Missing => continue,
                    InitialPod::NotReady => {}
                    InitialPod::Failed => pod.phase = DaemonPodPhase::Failed,
                    InitialPod::Succeeded => pod.phase = DaemonPodPhase::Succeeded,
                }
                pod.ready_since = None;
            }
        }
        self.controller.status
    }

    /// The API server stores the new DaemonSet.
    ///
    /// Upstream: pkg/registry/apps/daemonset/strategy.go PrepareForUpdate (v1.36.3)
    fn store(&mut self, new: &Defaulted<DaemonSet>, old: Option<&Defaulted<DaemonSet>>) {
        if let Some(old) = old {
            let same_template = makes_the_same_pods(&old.spec.template, &new.spec.template);
            self.stored.template += u32::from(!same_template);
            self.stored.generation += i64::from(!same_template || !same_beside(old, new));
        }
        self.stored.allows_surge = allows_surge(new);
        self.stored.min_ready_seconds = new.spec.min_ready_seconds;
        let kind = new.spec.update_strategy.kind.as_ref();
        self.stored.rolling = kind == Some(&UpdateStrategyType::RollingUpdate);
        self.rules = DaemonPodRules::new(new, self.input.gates);
        self.judge();
        self.all_changed();
        self.controller.dirty = true;
    }

    fn all_changed(&mut self) {
        for (_, position) in self.nodes.iter().zip(0..) {
            self.controller.changed(position);
        }
    }

    fn run(&mut self, scenario: &Scenario) -> (Vec<Step>, Outcome) {
        let mut events: Vec<_> = scenario.events.iter().collect();
        events.sort_by_key(|event| event.time);
        let mut events = events.into_iter().peekable();
        let mut steps: Vec<Step> = Vec::new();
        loop {
            let before = self.controller.status;
            self.step = Step {
                time: self.now,
                ..Step::default()
            };
            while let Some(event) = events.next_if(|event| event.time <= self.now) {
                self.apply(&event.change);
            }
            self.advance();
            if let Err(outcome) = self.settle() {
                return (steps, outcome);
            }
            self.step.status = self.controller.status;
            self.step.held = self.controller.held();
            let step = &mut self.step;
            for list in [
                &mut step.gone,
                &mut step.ready,
                &mut step.deleted,
                &mut step.deleted_updated,
                &mut step.created,
            ] {
                list.sort_unstable();
            }
            if steps.is_empty() || step.status != before || !step.is_quiet() {
                steps.push(step.clone());
            }
            let next = [self.pods.next(), self.controller.next_wake()];
            let event = events.peek().map(|event| event.time);
            let Some(next) = next.into_iter().flatten().chain(event).min() else {
                let outcome = match self.is_complete() {
                    true => Outcome::Complete,
                    false => Outcome::Stuck,
                };
                return (steps, outcome);
            };
            if next > scenario.max_seconds {
                return (steps, Outcome::TimeOut);
            }
            self.now = next;
        }
    }

    /// Syncs until the controller comes to rest; between two syncs the watch events of the first arrive.
    fn settle(&mut self) -> Result<(), Outcome> {
        let mut syncs = 0;
        while self.controller.due(self.now) {
            if syncs > MOST_SYNCS {
                return Err(Outcome::Restless);
            }
            let new = self.input.new;
            // A limit that cannot be resolved is none of the controller's own making: the API server refuses it.
            let limits = |desired| update_limits(new, desired).unwrap_or(no_limits(desired));
            let synced = self
                .controller
                .sync(&self.nodes, &self.stored, limits, self.now);
            let mut created = synced.decision.create;
            created.sort_unstable();
            for node in created {
                self.create(node);
            }
            let mut deleted: Vec<PodOnNode> =
                synced.decision.delete.iter().map(|(pod, _)| *pod).collect();
            deleted.sort_by_key(|pod| pod.pod);
            for pod in deleted {
                self.delete(pod);
            }
            if let Some(error) = synced.error {
                if syncs >= MOST_ERRORS {
                    return Err(halted(error));
                }
                self.controller.dirty = true;
            }
            syncs += 1;
        }
        Ok(())
    }

    fn create(&mut self, position: u32) {
        let at = position as usize;
        let (Some(node), Some(scenario)) = (self.nodes.get_mut(at), self.scenarios.get(at)) else {
            return;
        };
        self.step.created.push(position);
        let mut pod = new_pod(self.stored.template, self.now);
        pod.bound = !scenario.unschedulable;
        let pod = PodOnNode {
            node: position,
            pod: self.pods.create(node, pod),
        };
        self.controller.changed(position);
        self.controller.saw_creation();
        if !scenario.unschedulable && !scenario.never_ready {
            let startup = scenario.startup_seconds;
            let startup = startup.unwrap_or(self.input.scenario.startup_seconds);
            self.pods.ready_at(pod, self.now.saturating_add(startup));
            if startup <= 0 {
                self.advance();
            }
        }
    }

    /// Somebody deletes a Pod. It is there until it has terminated; one that does not run is gone at once.
    fn delete(&mut self, at: PodOnNode) {
        let position = at.node as usize;
        let (Some(node), Some(scenario)) =
            (self.nodes.get_mut(position), self.scenarios.get(position))
        else {
            return;
        };
        let present = node.pods.iter_mut().find(|pod| pod.id == at.pod);
        let Some(pod) = present.filter(|pod| !pod.terminating) else {
            return;
        };
        self.step.deleted.push(at.node);
        if pod.template == self.stored.template {
            self.step.deleted_updated.push(at.node);
        }
        let seconds = scenario.termination_seconds;
        let seconds = seconds.unwrap_or(self.input.scenario.termination_seconds);
        if seconds <= 0 || !pod.bound || pod.ended() {
            self.pods.remove(node, at);
        } else {
            pod.terminating = true;
            self.pods.gone_at(at, self.now.saturating_add(seconds));
        }
        self.controller.changed(at.node);
        self.controller.saw_deletion();
    }

    /// Pods vanish or become Ready when their time has come.
    fn advance(&mut self) {
        for (at, what) in self.pods.due(self.now) {
            self.controller.changed(at.node);
            let Some(node) = self.nodes.get_mut(at.node as usize) else {
                continue;
            };
            if what == Due::Gone {
                self.step.gone.push(at.node);
                self.pods.remove(node, at);
                self.controller.saw_deletion();
                continue;
            }
            let pod = node.pods.iter_mut().find(|pod| pod.id == at.pod);
            let Some(pod) = pod.filter(|pod| !pod.terminating) else {
                continue;
            };
            self.step.ready.push(at.node);
            let was_ready = pod.is_ready();
            pod.phase = DaemonPodPhase::Alive;
            pod.ready_since = Some(self.now);
            self.controller.dirty = true;
            let seconds = i64::from(self.stored.min_ready_seconds);
            if !was_ready && seconds > 0 {
                // Upstream adds a second against skewed clocks.
                let wake = self.now.saturating_add(seconds + 1);
                self.controller.wake_at(wake);
            }
        }
    }

    fn apply(&mut self, change: &Change) {
        match change {
            Change::SetNode(node) => self.set_node(node),
            Change::DeletePod(name) => {
                for pod in self.pods_of(name) {
                    self.delete(pod);
                }
            }
            Change::NotReady(name) => {
                for pod in self.pods_of(name) {
                    self.not_ready(pod);
                }
            }
        }
    }

    fn not_ready(&mut self, at: PodOnNode) {
        let node = self.nodes.get_mut(at.node as usize);
        let mut pods = node.into_iter().flat_map(|node| &mut node.pods);
        let Some(pod) = pods.find(|pod| pod.id == at.pod) else {
            return;
        };
        pod.phase = DaemonPodPhase::Alive;
        pod.ready_since = None;
        if pod.terminating {
            // The controller takes any change of a Pod that is being deleted for its deletion.
            self.controller.saw_deletion();
        }
        self.controller.changed(at.node);
        self.controller.dirty = true;
    }

    fn pods_of(&self, name: &str) -> Vec<PodOnNode> {
        let Some(&position) = self.positions.get(name) else {
            return Vec::new();
        };
        let node = self.nodes.get(position as usize);
        let pods = node.into_iter().flat_map(|node| &node.pods);
        let mut pods: Vec<PodOnNode> = pods
            .map(|pod| PodOnNode {
                node: position,
                pod: pod.id,
            })
            .collect();
        pods.sort_by_key(|pod| pod.pod);
        pods
    }

    /// A Node joins or changes; the controller looks at the DaemonSet only when that concerns it.
    ///
    /// Upstream: pkg/controller/daemon/daemon_controller.go syncNodeUpdate (v1.36.3)
    fn set_node(&mut self, node: &Defaulted<Node>) {
        let judgement = self.rules.judge(node);
        let (runs, stays) = (judgement.should_run, judgement.should_continue_running);
        let misscheduled = self.controller.status.misscheduled > 0;
        let Some(&position) = self.positions.get(&node.metadata.name) else {
            return;
        };
        self.controller.changed(position);
        let Some(state) = self.nodes.get_mut(position as usize) else {
            return;
        };
        state.exists = true;
        state.should_run = runs;
        state.should_continue_running = stays;
        let scheduled = state.pods.iter().any(|pod| pod.bound);
        let concerned = match scheduled {
            true => !stays || misscheduled,
            false => runs,
        };
        self.controller.dirty |= concerned;
    }

    fn is_complete(&self) -> bool {
        let status = self.controller.status;
        status.observed_generation >= self.stored.generation
            && status.updated == status.desired
            && status.available == status.desired
    }
}

impl Step {
    /// Whether no Pod came, went or became Ready.
    fn is_quiet(&self) -> bool {
        let lists = [&self.gone, &self.ready, &self.deleted, &self.created];
        lists.into_iter().all(Vec::is_empty)
    }
}

/// Whether two DaemonSets want the same, templates apart.
fn same_beside(old: &DaemonSet, new: &DaemonSet) -> bool {
    let (old, new) = (&old.spec, &new.spec);
    old.selector == new.selector
        && old.update_strategy == new.update_strategy
        && old.min_ready_seconds == new.min_ready_seconds
        && old.revision_history_limit == new.revision_history_limit
}

fn no_limits(_: u32) -> UpdateLimits {
    UpdateLimits {
        max_unavailable: 0,
        max_surge: 0,
    }
}

fn halted(error: RollingUpdateError) -> Outcome {
    Outcome::Halted(error)
}
