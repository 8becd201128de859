use super::course::Course;
use super::pods::new_pod;
use super::scenario::InitialPod;
use super::templates::Templates;
use super::trace::Status;
use crate::cluster::Snapshot;
use crate::controller::{
    DaemonPod, DaemonPodPhase, PodOnNode, UpdateLimits, current_revision, is_pod_ready,
    is_pod_updated, pods_by_node, target_node_name,
};
use crate::model::{DaemonSet, DaemonSetStatus, Defaulted, Pod, PodPhase, Time};
use crate::order::sort;

/// What is there before the update.
#[derive(Clone, Copy, Debug)]
pub enum Start<'a> {
    /// No DaemonSet: a first rollout.
    Nothing,
    /// The old DaemonSet, with an available Pod on every eligible Node but where the scenario says otherwise.
    Settled(&'a Defaulted<DaemonSet>),
    /// A DaemonSet and its Pods as a cluster printed them, amid an update or not.
    Recorded(RecordedStart<'a>),
}

/// A recorded DaemonSet and its Pods.
#[derive(Clone, Copy, Debug)]
pub struct RecordedStart<'a> {
    /// As it is stored, with its status and generation.
    pub daemon_set: &'a Defaulted<DaemonSet>,
    /// Its Pods and revisions. Its Nodes play no part.
    pub snapshot: &'a Snapshot,
    /// The moment of the recording; the update is stored then.
    pub now: Time,
}

impl<'a> Start<'a> {
    /// The DaemonSet before the update.
    pub(super) fn daemon_set(self) -> Option<&'a Defaulted<DaemonSet>> {
        match self {
            Self::Nothing => None,
            Self::Settled(old) => Some(old),
            Self::Recorded(recorded) => Some(recorded.daemon_set),
        }
    }

    /// Names of Nodes that recorded Pods are meant for, whether there are such Nodes or not.
    pub(super) fn nodes_of_pods(self) -> Vec<String> {
        let Self::Recorded(recorded) = self else {
            return Vec::new();
        };
        let found = pods_by_node(recorded.daemon_set, recorded.snapshot);
        found.map_or(Vec::new(), |found| found.nodes.into_keys().collect())
    }
}

/// Old Pods are this old when the update begins, in seconds.
const OLD: i64 = 3600;

impl Course<'_> {
    /// The old DaemonSet runs everywhere; then some of its Pods are in other states. Answers the status before that.
    pub(super) fn begin_settled(&mut self, old: &Defaulted<DaemonSet>) -> Status {
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

    /// The recorded Pods are there, and what the kubelets are in the middle of goes on. Answers the recorded status.
    pub(super) fn begin_recorded(&mut self, recorded: RecordedStart<'_>) -> Status {
        let daemon_set = recorded.daemon_set;
        self.stored.generation = daemon_set.metadata.generation;
        self.stored.min_ready_seconds = daemon_set.spec.min_ready_seconds;
        self.controller.status = daemon_set.status.as_ref().map(status).unwrap_or_default();
        let template_of = self.templates_of_pods(recorded);
        let found = pods_by_node(daemon_set, recorded.snapshot).unwrap_or_default();
        let mut pods: Vec<u32> = found.nodes.into_values().flatten().collect();
        // Numbers follow names, as the controller's order does where all else is equal.
        sort(&mut pods);
        for position in pods {
            let Some(pod) = recorded.snapshot.pods.get(position) else {
                continue;
            };
            let node = target_node_name(pod).and_then(|name| self.position(name));
            if let Some(node) = node {
                let template = template_of(pod);
                self.templates.learn(template, &pod.spec);
                self.add_recorded(node, pod, template, recorded.now);
            }
        }
        self.all_changed();
        self.controller.status
    }

    /// Tells which template a recorded Pod is of.
    fn templates_of_pods<'s>(
        &mut self,
        recorded: RecordedStart<'s>,
    ) -> impl Fn(&Pod) -> u32 + use<'s> {
        const HASH: &str = "controller-revision-hash";
        let RecordedStart {
            daemon_set,
            snapshot,
            ..
        } = recorded;
        let current = current_revision(daemon_set, snapshot);
        let now = self.stored.template;
        let revisions = snapshot.revisions(&daemon_set.metadata.namespace);
        let known: Vec<(String, u32)> = revisions
            .filter_map(|revision| {
                let hash = revision.metadata.labels.get(HASH)?.to_owned();
                Some((hash, self.templates.number_of_revision(revision)))
            })
            .collect();
        move |pod| {
            // Where nothing tells, nothing says that there was another template.
            if is_pod_updated(daemon_set, &current, pod) != Some(false) {
                return now;
            }
            let hash = pod.metadata.labels.get(HASH);
            let revision = known.iter().find(|(known, _)| Some(known.as_str()) == hash);
            revision.map_or(Templates::UNKNOWN, |(_, template)| *template)
        }
    }

    /// Adds a recorded Pod, and plans what becomes of it by itself. One that is bound and starting is Ready in its time;
    /// when that has passed, it stays as it is. One that is being deleted is gone at its `deletionTimestamp`, at the
    /// latest now.
    fn add_recorded(&mut self, position: u32, pod: &Pod, template: u32, now: Time) {
        let at = position as usize;
        let (Some(node), Some(scenario)) = (self.nodes.get_mut(at), self.scenarios.get(at)) else {
            return;
        };
        let since = |time: Time| time.seconds.saturating_sub(now.seconds);
        let metadata = &pod.metadata;
        // Without a moment it is older than every other one.
        let created = metadata.creation_timestamp.map_or(i64::MIN, since);
        let ready = pod.condition("Ready").filter(|_| is_pod_ready(pod));
        let phase = match pod.status.phase {
            PodPhase::Failed => DaemonPodPhase::Failed,
            PodPhase::Succeeded => DaemonPodPhase::Succeeded,
            PodPhase::Pending | PodPhase::Running | PodPhase::Unknown => DaemonPodPhase::Alive,
        };
        let daemon_pod = DaemonPod {
            bound: !pod.spec.node_name.is_empty(),
            terminating: metadata.deletion_timestamp.is_some(),
            phase,
            // Ready, nobody knows since when: available only where no time is asked for.
            ready_since: ready.map(|ready| ready.last_transition_time.map_or(i64::MAX, since)),
            ..new_pod(template, created)
        };
        let pod = PodOnNode {
            node: position,
            pod: self.pods.create(node, daemon_pod),
        };
        if daemon_pod.bound && !node.exists {
            let seconds = self.input.scenario.pod_gc_seconds;
            self.pods.gone_at(pod, seconds);
        } else if let Some(time) = metadata.deletion_timestamp {
            if !scenario.down {
                self.pods.gone_at(pod, since(time).max(0));
            }
        } else if daemon_pod.bound && !daemon_pod.ended() && !daemon_pod.is_ready() {
            let startup = self.startup_seconds(position);
            let time = startup.map(|seconds| created.saturating_add(seconds));
            if let Some(time) = time.filter(|time| *time >= 0) {
                self.pods.ready_at(pod, time);
            }
        }
    }
}

fn status(written: &DaemonSetStatus) -> Status {
    let count = |count: i32| u32::try_from(count).unwrap_or_default();
    Status {
        observed_generation: written.observed_generation,
        desired: count(written.desired_number_scheduled),
        current: count(written.current_number_scheduled),
        misscheduled: count(written.number_misscheduled),
        ready: count(written.number_ready),
        updated: count(written.updated_number_scheduled),
        available: count(written.number_available),
        unavailable: count(written.number_unavailable),
    }
}

pub(super) fn no_limits(_: u32) -> UpdateLimits {
    UpdateLimits {
        max_unavailable: 0,
        max_surge: 0,
    }
}
