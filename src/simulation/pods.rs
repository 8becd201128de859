use crate::controller::{DaemonNode, DaemonPod, DaemonPodPhase, PodOnNode};
use std::collections::{BTreeMap, BTreeSet};

/// The simulated Pods, and what is to happen to them.
#[derive(Clone, Debug, Default)]
pub(super) struct Pods {
    /// Ready at a moment: (moment, Pod, Node).
    ready: BTreeSet<(i64, u32, u32)>,
    /// Gone at a moment.
    gone: BTreeSet<(i64, u32, u32)>,
    /// When each Pod is to be Ready.
    ready_at: BTreeMap<u32, i64>,
    /// Pods created so far.
    count: u32,
}

impl Pods {
    /// Adds a Pod to a Node.
    pub(super) fn create(&mut self, node: &mut DaemonNode, mut pod: DaemonPod) -> u32 {
        self.count += 1;
        pod.id = self.count;
        node.pods.push(pod);
        node.pods.sort_by_key(DaemonPod::order);
        pod.id
    }

    /// Plans that a Pod becomes Ready.
    pub(super) fn ready_at(&mut self, pod: PodOnNode, time: i64) {
        self.ready_at.insert(pod.pod, time);
        self.ready.insert((time, pod.pod, pod.node));
    }

    /// Plans that a Pod is gone.
    pub(super) fn gone_at(&mut self, pod: PodOnNode, time: i64) {
        self.gone.insert((time, pod.pod, pod.node));
    }

    /// Takes a Pod away.
    pub(super) fn remove(&mut self, node: &mut DaemonNode, pod: PodOnNode) {
        node.pods.retain(|present| present.id != pod.pod);
        if let Some(time) = self.ready_at.remove(&pod.pod) {
            self.ready.remove(&(time, pod.pod, pod.node));
        }
    }

    /// What has come about by a moment, by Pod: whether it is gone (else it is Ready), and which.
    pub(super) fn due(&mut self, now: i64) -> Vec<(PodOnNode, Due)> {
        let mut due = Vec::new();
        for (planned, what) in [(&mut self.gone, Due::Gone), (&mut self.ready, Due::Ready)] {
            while let Some(&(time, pod, node)) = planned.first() {
                if time > now {
                    break;
                }
                planned.pop_first();
                due.push((PodOnNode { node, pod }, what));
            }
        }
        due.sort_by_key(|(pod, what)| (pod.pod, *what));
        // What is gone is not Ready any more.
        due.dedup_by_key(|(pod, _)| pod.pod);
        for (pod, _) in &due {
            if let Some(time) = self.ready_at.remove(&pod.pod) {
                self.ready.remove(&(time, pod.pod, pod.node));
            }
        }
        due
    }

    /// When something happens next.
    pub(super) fn next(&self) -> Option<i64> {
        let first = |planned: &BTreeSet<(i64, u32, u32)>| planned.first().map(|(time, _, _)| *time);
        [first(&self.ready), first(&self.gone)]
            .into_iter()
            .flatten()
            .min()
    }
}

/// What comes about by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Due {
    /// The Pod is gone.
    Gone,
    /// The Pod is Ready.
    Ready,
}

/// A Pod that has just been asked for.
pub(super) fn new_pod(template: u32, created: i64) -> DaemonPod {
    DaemonPod {
        id: 0,
        created,
        bound: false,
        terminating: false,
        phase: DaemonPodPhase::Alive,
        ready_since: None,
        template,
    }
}
