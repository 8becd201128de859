use super::course::Course;
use super::pods::{Due, new_pod};
use super::trace::{Cause, EventKind};
use crate::controller::{CreateReason, DaemonPod, DaemonPodPhase, PodOnNode};
use crate::order::sort_by_key;

/// What becomes of Pods on their Nodes.
impl Course<'_> {
    /// The controller asks for a Pod on a Node.
    pub(super) fn create(&mut self, position: u32, reason: CreateReason) {
        let at = position as usize;
        let (Some(node), Some(scenario)) = (self.nodes.get_mut(at), self.scenarios.get(at)) else {
            return;
        };
        let mut pod = new_pod(self.stored.template, self.now);
        let bound = !scenario.unschedulable && self.templates.fit(node, pod.template);
        pod.bound = bound;
        let pod = PodOnNode {
            node: position,
            pod: self.pods.create(node, pod),
        };
        self.happens(EventKind::Created, position, Cause::Create(reason));
        self.controller.changed(position);
        self.controller.saw_creation();
        if bound && self.start(pod) {
            self.advance();
        }
    }

    /// A Pod that is bound starts. Answers whether it is Ready at once.
    fn start(&mut self, pod: PodOnNode) -> bool {
        let startup = self.startup_seconds(pod.node);
        let Some(startup) = startup.filter(|_| !self.broken) else {
            return false;
        };
        self.pods.ready_at(pod, self.now.saturating_add(startup));
        startup <= 0
    }

    /// A Pod is gone. One that waited for its ports gets them. Answers whether that one is Ready at once.
    pub(super) fn remove(&mut self, at: PodOnNode) -> bool {
        let position = at.node as usize;
        let (Some(node), Some(scenario)) =
            (self.nodes.get_mut(position), self.scenarios.get(position))
        else {
            return false;
        };
        self.pods.remove(node, at);
        self.controller.changed(at.node);
        self.controller.saw_deletion();
        let waits = |pod: &&DaemonPod| !pod.bound && !pod.terminating && !pod.ended();
        let next = node.pods.iter().find(waits).copied();
        let next = next.filter(|pod| {
            self.templates.take_ports(pod.template) && self.templates.fit(node, pod.template)
        });
        let Some(next) = next.filter(|_| node.exists && !scenario.unschedulable) else {
            return false;
        };
        for pod in &mut node.pods {
            pod.bound |= pod.id == next.id;
        }
        sort_by_key(&mut node.pods, DaemonPod::order);
        self.start(PodOnNode { pod: next.id, ..at })
    }

    /// Seconds from a Pod's creation on a Node to its readiness; `None`: never.
    pub(super) fn startup_seconds(&self, position: u32) -> Option<i64> {
        let scenario = self.scenarios.get(position as usize)?;
        let startup = scenario.startup_seconds;
        let startup = startup.unwrap_or(self.input.scenario.startup_seconds);
        (!scenario.never_ready && !scenario.down).then_some(startup)
    }

    /// Seconds from the deletion of a Pod on a Node until it is gone.
    pub(super) fn termination_seconds(&self, position: u32) -> i64 {
        let scenario = self.scenarios.get(position as usize);
        let termination = scenario.and_then(|scenario| scenario.termination_seconds);
        termination.unwrap_or(self.input.scenario.termination_seconds)
    }

    /// Somebody deletes a Pod. It is there until it has terminated; one that does not run is gone at once, and one on a
    /// Node without a kubelet stays.
    pub(super) fn delete(&mut self, at: PodOnNode, cause: Cause) {
        let position = at.node as usize;
        let seconds = self.termination_seconds(at.node);
        let (Some(node), Some(scenario)) =
            (self.nodes.get_mut(position), self.scenarios.get(position))
        else {
            return;
        };
        let silent = scenario.down || !node.exists;
        let present = node.pods.iter_mut().find(|pod| pod.id == at.pod);
        let Some(pod) = present.filter(|pod| !pod.terminating) else {
            return;
        };
        if pod.template == self.stored.template {
            self.step.deleted_updated.push(at.node);
        }
        let at_once = (seconds <= 0 && !silent) || !pod.bound || pod.ended();
        pod.terminating = true;
        self.happens(EventKind::Deleted, at.node, cause);
        if at_once {
            if self.remove(at) {
                self.advance();
            }
            return;
        }
        if !silent {
            self.pods.gone_at(at, self.now.saturating_add(seconds));
        }
        self.controller.changed(at.node);
        self.controller.saw_deletion();
    }

    /// Pods vanish or become Ready when their time has come.
    pub(super) fn advance(&mut self) {
        let mut again = true;
        while again {
            again = self.come_about();
        }
    }

    /// Answers whether more has come about by that.
    fn come_about(&mut self) -> bool {
        let mut more = false;
        for (at, what) in self.pods.due(self.now) {
            if what == Due::Gone {
                let node = self.nodes.get(at.node as usize);
                let cause = match node.is_some_and(|node| node.exists) {
                    true => Cause::Stopped,
                    false => Cause::Collected(self.input.scenario.pod_gc_seconds),
                };
                self.happens(EventKind::Gone, at.node, cause);
                more |= self.remove(at);
                continue;
            }
            self.controller.changed(at.node);
            let Some(node) = self.nodes.get_mut(at.node as usize) else {
                continue;
            };
            let pod = node.pods.iter_mut().find(|pod| pod.id == at.pod);
            let Some(pod) = pod.filter(|pod| !pod.terminating) else {
                continue;
            };
            let was_ready = pod.is_ready();
            pod.phase = DaemonPodPhase::Alive;
            pod.ready_since = Some(self.now);
            let cause = Cause::Started(self.now.saturating_sub(pod.created));
            self.happens(EventKind::Ready, at.node, cause);
            self.controller.dirty = true;
            let seconds = i64::from(self.stored.min_ready_seconds);
            if !was_ready && seconds > 0 {
                // Upstream adds a second against skewed clocks.
                let wake = self.now.saturating_add(seconds + 1);
                self.controller.wake_at(wake);
            }
        }
        more
    }
}
