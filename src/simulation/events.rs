use super::course::Course;
use super::scenario::{Change, NodeScenario};
use super::trace::{Event, EventKind};
use crate::controller::{DaemonPodPhase, PodOnNode};
use crate::model::{Defaulted, Node};
use crate::order::sort_by_key;

/// What comes from outside.
impl<'a> Course<'a> {
    pub(super) fn apply(&mut self, change: &'a Change) {
        match change {
            Change::Update(daemon_set) => {
                let kind = match self.store(daemon_set) {
                    true => EventKind::RolledBack,
                    false => EventKind::Updated,
                };
                self.happens(kind, Event::DAEMON_SET, self.outside());
            }
            Change::SetNode(node) => self.set_node(node),
            Change::DeleteNode(name) => self.delete_node(name),
            Change::DeletePod(name) => {
                for pod in self.pods_of(name) {
                    self.delete(pod, self.outside());
                }
            }
            Change::ForceDeletePod(name) => {
                for pod in self.pods_of(name) {
                    self.happens(EventKind::ForceDeleted, pod.node, self.outside());
                    // What becomes Ready by that is looked for right after all changes of this moment.
                    _ = self.remove(pod);
                }
            }
            Change::NotReady(name) => {
                for pod in self.pods_of(name) {
                    self.not_ready(pod);
                }
            }
            Change::KubeletDown(name) => self.kubelet_down(name),
            Change::KubeletBack(name) => self.kubelet_back(name),
        }
    }

    /// The Node's Pods stay as they are, but for their readiness, which nobody reports any more.
    ///
    /// Upstream: pkg/controller/util/node/controller_utils.go MarkPodsNotReady (v1.36.3)
    fn kubelet_down(&mut self, name: &str) {
        let Some((position, scenario)) = self.scenario_mut(name) else {
            return;
        };
        if std::mem::replace(&mut scenario.down, true) {
            return;
        }
        self.happens(EventKind::NodeDown, position, self.outside());
        for at in self.pods_of(name) {
            let node = self.nodes.get(position as usize);
            let mut pods = node.into_iter().flat_map(|node| &node.pods);
            let pod = pods.find(|pod| pod.id == at.pod);
            if node.is_some_and(|node| node.exists) {
                self.pods.nothing_planned(at);
            }
            if pod.is_some_and(|pod| pod.is_ready() && !pod.ended()) {
                self.not_ready(at);
            }
        }
    }

    fn kubelet_back(&mut self, name: &str) {
        let Some((position, scenario)) = self.scenario_mut(name) else {
            return;
        };
        if !std::mem::replace(&mut scenario.down, false) {
            return;
        }
        self.happens(EventKind::NodeBack, position, self.outside());
        let node = self.nodes.get(position as usize);
        if node.is_some_and(|node| node.exists) {
            self.go_on(position);
        }
    }

    /// What is different on a Node, and its position.
    fn scenario_mut(&mut self, name: &str) -> Option<(u32, &mut NodeScenario)> {
        let position = self.position(name)?;
        let scenario = self.scenarios.get_mut(position as usize)?;
        Some((position, scenario))
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
        self.happens(EventKind::NotReady, at.node, self.outside());
        self.controller.changed(at.node);
        self.controller.dirty = true;
    }

    fn pods_of(&self, name: &str) -> Vec<PodOnNode> {
        let Some(position) = self.position(name) else {
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
        sort_by_key(&mut pods, |pod| pod.pod);
        pods
    }

    /// A Node joins, comes back or changes; the controller looks at the DaemonSet only when that concerns it.
    ///
    /// Upstream: pkg/controller/daemon/daemon_controller.go syncNodeUpdate (v1.36.3)
    fn set_node(&mut self, node: &'a Defaulted<Node>) {
        let misscheduled = self.controller.status.misscheduled > 0;
        let Some(position) = self.position(&node.metadata.name) else {
            return;
        };
        let state = self.nodes.get(position as usize);
        let joins = state.is_some_and(|state| !state.exists);
        let kind = match joins {
            true => EventKind::NodeJoins,
            false => EventKind::NodeChanges,
        };
        self.happens(kind, position, self.outside());
        if joins {
            self.go_on(position);
        }
        self.judge_changed(position, Some(node));
        let Some(state) = self.nodes.get(position as usize) else {
            return;
        };
        let concerned = match state.pods.iter().any(|pod| pod.bound) {
            true => !state.should_continue_running || misscheduled,
            false => state.should_run,
        };
        self.controller.dirty |= concerned;
    }

    /// A Node that was gone is back before its Pods were collected, or its kubelet answers again: it goes on with them.
    fn go_on(&mut self, position: u32) {
        let (startup, termination) = (
            self.startup_seconds(position),
            self.termination_seconds(position),
        );
        let at = position as usize;
        let (Some(node), Some(scenario)) = (self.nodes.get(at), self.scenarios.get(at)) else {
            return;
        };
        for pod in node.pods.iter().filter(|pod| pod.bound) {
            let at = PodOnNode {
                node: position,
                pod: pod.id,
            };
            self.pods.nothing_planned(at);
            if pod.terminating {
                if !scenario.down {
                    self.pods.gone_at(at, self.now.saturating_add(termination));
                }
            } else if !pod.ended() && !pod.is_ready() {
                let time = startup.map(|seconds| self.now.saturating_add(seconds));
                if let Some(time) = time {
                    self.pods.ready_at(at, time);
                }
            }
        }
    }

    /// A Node is deleted, of which the controller is not told. Its Pods are collected later, however far they are with
    /// starting or stopping.
    ///
    /// Upstream: pkg/controller/podgc/gc_controller.go gcOrphaned (v1.36.3)
    fn delete_node(&mut self, name: &str) {
        let Some(position) = self.position(name) else {
            return;
        };
        let node = self.nodes.get(position as usize);
        let Some(node) = node.filter(|node| node.exists) else {
            return;
        };
        let collected = self.now.saturating_add(self.input.scenario.pod_gc_seconds);
        self.step.events.push(Event {
            kind: EventKind::NodeLeaves,
            node: position,
            cause: self.outside(),
        });
        for pod in node.pods.iter().filter(|pod| pod.bound) {
            let at = PodOnNode {
                node: position,
                pod: pod.id,
            };
            self.pods.nothing_planned(at);
            self.pods.gone_at(at, collected);
        }
        self.judge_changed(position, None);
    }
}
