//! Nodes and their Pods between syncs: what is decided happens at once, as in upstream's fakes.

use everynode::controller::{
    DaemonNode, DaemonPod, DaemonPodPhase, DaemonSetState, Decision, FailedPodsBackoff, PodOnNode,
    UpdateLimits, UpdateTally, manage, update_view,
};

/// A Pod of the template 0, bound and not Ready.
pub(super) fn plain(id: u32) -> DaemonPod {
    DaemonPod {
        id,
        created: i64::from(id),
        bound: true,
        terminating: false,
        phase: DaemonPodPhase::Alive,
        ready_since: None,
        template: 0,
    }
}

/// A Node that runs daemon Pods.
pub(super) fn eligible(pods: Vec<DaemonPod>) -> DaemonNode {
    DaemonNode {
        exists: true,
        should_run: true,
        should_continue_running: true,
        pods,
    }
}

/// A controller and its cluster.
pub(super) struct Syncs {
    pub(super) nodes: Vec<DaemonNode>,
    pub(super) state: DaemonSetState,
    pub(super) limits: UpdateLimits,
    pub(super) now: i64,
    pub(super) backoff: FailedPodsBackoff,
    pub(super) rolling: bool,
    next_id: u32,
}

impl Syncs {
    pub(super) fn new(nodes: Vec<DaemonNode>) -> Self {
        let highest = nodes.iter().flat_map(|node| &node.pods).map(|pod| pod.id);
        Self {
            next_id: highest.max().unwrap_or(0) + 1,
            nodes,
            state: DaemonSetState {
                allows_surge: false,
                min_ready_seconds: 0,
                template: 0,
                observed_generation: 1,
            },
            limits: UpdateLimits {
                max_unavailable: 1,
                max_surge: 0,
            },
            now: 0,
            backoff: FailedPodsBackoff::default(),
            rolling: true,
        }
    }

    /// Nodes without Pods, on which everything comes up.
    pub(super) fn up(count: usize) -> Self {
        let mut syncs = Self::new(vec![eligible(Vec::new()); count]);
        assert_eq!(syncs.sync(), (count, 0));
        syncs
    }

    pub(super) fn unavailable(mut self, limit: i64) -> Self {
        self.limits.max_unavailable = limit;
        self
    }

    pub(super) fn surge(mut self, limit: i64) -> Self {
        self.limits = UpdateLimits {
            max_unavailable: 0,
            max_surge: limit,
        };
        self.state.allows_surge = true;
        self
    }

    /// Another template is stored.
    pub(super) fn update(&mut self) {
        self.state.template += 1;
    }

    /// Marks Pods Ready now, those of which a test says so.
    pub(super) fn ready(&mut self, is: impl Fn(&DaemonPod) -> bool) {
        for pod in self.nodes.iter_mut().flat_map(|node| &mut node.pods) {
            if pod.ready_since.is_none() && is(pod) {
                pod.ready_since = Some(self.now);
            }
        }
    }

    /// One sync: how many Pods it creates and deletes.
    pub(super) fn sync(&mut self) -> (usize, usize) {
        let (created, deleted) = self.decisions();
        (created.len(), deleted.len())
    }

    /// One sync: on which Nodes it creates Pods, and which ones it deletes.
    pub(super) fn decisions(&mut self) -> (Vec<u32>, Vec<u32>) {
        let positions = 0..u32::try_from(self.nodes.len()).unwrap();
        let (managed, _) = manage(
            &self.nodes,
            positions,
            self.state,
            &mut self.backoff,
            self.now,
        );
        let (mut created, mut deleted) = self.carry_out(&managed);
        if self.rolling {
            let mut tally = UpdateTally::default();
            let surge = self.limits.max_surge != 0;
            for (node, position) in self.nodes.iter().zip(0..) {
                tally.add(position, update_view(node, self.state, surge, self.now));
            }
            let wanted = self.nodes.iter().filter(|n| n.exists && n.should_run);
            let desired = u32::try_from(wanted.count()).unwrap();
            let (more, fewer) = self.carry_out(&tally.decide(self.limits, desired).unwrap());
            created.extend(more);
            deleted.extend(fewer);
        }
        deleted.sort_unstable();
        (created, deleted)
    }

    fn carry_out(&mut self, decision: &Decision) -> (Vec<u32>, Vec<u32>) {
        for (PodOnNode { node, pod }, _) in &decision.delete {
            let pods = &mut self.nodes[*node as usize].pods;
            pods.retain(|present| present.id != *pod);
        }
        for (node, _) in &decision.create {
            let pod = DaemonPod {
                created: self.now.max(i64::from(self.next_id)),
                template: self.state.template,
                ..plain(self.next_id)
            };
            self.next_id += 1;
            let pods = &mut self.nodes[*node as usize].pods;
            pods.push(pod);
            pods.sort_by_key(DaemonPod::order);
        }
        let deleted = decision.delete.iter().map(|(pod, _)| pod.pod);
        (
            decision.create.iter().map(|(node, _)| *node).collect(),
            deleted.collect(),
        )
    }
}
