use crate::controller::{DaemonNode, DaemonPod, DaemonPodPhase, PodOnNode};
use crate::order::{Agenda, sort_by_key};

/// The simulated Pods, and what is to happen to them.
#[derive(Clone, Debug, Default)]
pub(super) struct Pods {
    /// When Pods are to be Ready.
    ready: Plan,
    /// When Pods are to be gone.
    gone: Plan,
    /// Pods created so far.
    count: u32,
}

/// Moments, at most one for a Pod.
#[derive(Clone, Debug, Default)]
struct Plan {
    /// (moment, Pod, Node)
    order: Agenda,
    /// By Pod, which are numbered from 1.
    times: Vec<Option<i64>>,
}

impl Plan {
    fn set(&mut self, at: PodOnNode, time: i64) {
        self.cancel(at);
        let pod = at.pod as usize;
        if self.times.len() <= pod {
            self.times.resize(pod + 1, None);
        }
        if let Some(own) = self.times.get_mut(pod) {
            *own = Some(time);
        }
        self.order.insert((time, at.pod, at.node), 0);
    }

    fn cancel(&mut self, at: PodOnNode) {
        let own = self.times.get_mut(at.pod as usize);
        if let Some(time) = own.and_then(Option::take) {
            self.order.remove((time, at.pod, at.node));
        }
    }

    fn has(&self, pod: u32) -> bool {
        matches!(self.times.get(pod as usize), Some(Some(_)))
    }

    fn next(&self) -> Option<i64> {
        self.order.first().map(|((time, ..), _)| time)
    }

    /// Takes out the first Pod whose moment has come.
    fn take(&mut self, now: i64) -> Option<PodOnNode> {
        let ((_, pod, node), _) = self.order.pop_until(now)?;
        if let Some(own) = self.times.get_mut(pod as usize) {
            *own = None;
        }
        Some(PodOnNode { node, pod })
    }
}

impl Pods {
    /// Adds a Pod to a Node.
    pub(super) fn create(&mut self, node: &mut DaemonNode, mut pod: DaemonPod) -> u32 {
        self.count += 1;
        pod.id = self.count;
        node.pods.push(pod);
        sort_by_key(&mut node.pods, DaemonPod::order);
        pod.id
    }

    /// Plans that a Pod becomes Ready.
    pub(super) fn ready_at(&mut self, pod: PodOnNode, time: i64) {
        self.ready.set(pod, time);
    }

    /// Plans that a Pod is gone.
    pub(super) fn gone_at(&mut self, pod: PodOnNode, time: i64) {
        self.gone.set(pod, time);
    }

    /// A Pod stays as it is.
    pub(super) fn nothing_planned(&mut self, pod: PodOnNode) {
        self.ready.cancel(pod);
        self.gone.cancel(pod);
    }

    /// Whether something is going to become of a Pod by itself.
    pub(super) fn is_planned(&self, pod: &DaemonPod) -> bool {
        self.ready.has(pod.id) || self.gone.has(pod.id)
    }

    /// Takes a Pod away.
    pub(super) fn remove(&mut self, node: &mut DaemonNode, pod: PodOnNode) {
        node.pods.retain(|present| present.id != pod.pod);
        self.nothing_planned(pod);
    }

    /// What has come about by a moment, by Pod: whether it is gone (else it is Ready), and which.
    pub(super) fn due(&mut self, now: i64) -> Vec<(PodOnNode, Due)> {
        let mut due = Vec::new();
        while let Some(pod) = self.gone.take(now) {
            // What is gone is not Ready any more.
            self.ready.cancel(pod);
            due.push((pod, Due::Gone));
        }
        while let Some(pod) = self.ready.take(now) {
            due.push((pod, Due::Ready));
        }
        sort_by_key(&mut due, |(pod, _)| pod.pod);
        due
    }

    /// When something happens next.
    pub(super) fn next(&self) -> Option<i64> {
        let next = [self.ready.next(), self.gone.next()];
        next.into_iter().flatten().min()
    }
}

/// What comes about by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
