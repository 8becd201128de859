use crate::apiserver::default_node;
use crate::model::{DaemonSet, Defaulted, Node, Taint, TaintEffect};
use crate::order::OrderedMap;
use crate::order::sort_by_key;
use std::sync::Arc;

/// How the simulated cluster behaves. Times are whole seconds from the update.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// From a Pod's creation to its readiness.
    pub startup_seconds: i64,
    /// From the deletion of a Pod until it is gone.
    pub termination_seconds: i64,
    /// From the deletion of a Node until its Pods are collected.
    pub pod_gc_seconds: i64,
    /// When to stop, whatever is still to happen.
    pub max_seconds: i64,
    /// Of several moments at which the controller is to look again by itself, the earliest alone is kept, as its real
    /// queue does it. `false`, as the oracle has it: it looks at each.
    ///
    /// Upstream: staging/src/k8s.io/client-go/util/workqueue/delaying_queue.go insert (v1.36.3)
    pub real_queue: bool,
    /// What shuffles Nodes wherever upstream's order is that of a Go map, and so not defined; `None`: they are taken by name.
    pub seed: Option<u32>,
    /// Pods with a container of one of these images, with or without tag and digest, never become Ready.
    pub broken_images: Vec<String>,
    /// What is different on some Nodes, by name.
    pub nodes: OrderedMap<String, NodeScenario>,
    /// Changes from outside. Of two at one moment the first one comes first.
    pub events: Vec<ScenarioEvent>,
}

impl Default for Scenario {
    /// Pods start and stop at once, a deleted Node's are collected after a minute; the end is after a day.
    fn default() -> Self {
        Self {
            startup_seconds: 0,
            termination_seconds: 0,
            pod_gc_seconds: 60,
            real_queue: false,
            seed: None,
            max_seconds: 86_400,
            broken_images: Vec::new(),
            nodes: OrderedMap::new(),
            events: Vec::new(),
        }
    }
}

impl Scenario {
    /// The events in the order in which they happen.
    #[must_use]
    pub fn events_in_order(&self) -> Vec<&ScenarioEvent> {
        let mut events: Vec<&ScenarioEvent> = self.events.iter().collect();
        sort_by_key(&mut events, |event| event.time);
        events
    }

    /// From the update on, a Node does not answer: its Pod is not Ready, and the node lifecycle taints it, so that it is
    /// no longer eligible unless the template tolerates that.
    ///
    /// Upstream: pkg/controller/nodelifecycle/node_lifecycle_controller.go doNoScheduleTaintingPass, processTaintBaseEviction (v1.36.3)
    pub fn cut_off(&mut self, node: &Node) {
        const KEY: &str = "node.kubernetes.io/unreachable";
        let mut tainted = node.clone();
        for effect in [TaintEffect::NoSchedule, TaintEffect::NoExecute] {
            let mut taints = tainted.spec.taints.iter();
            if !taints.any(|taint| taint.key == KEY && taint.effect == effect) {
                tainted.spec.taints.push(Taint {
                    key: KEY.to_owned(),
                    value: String::new(),
                    effect,
                });
            }
        }
        let name = node.metadata.name.clone();
        let scenario = self.nodes.or_insert_with(name, NodeScenario::default);
        scenario.down = true;
        scenario.initial = InitialPod::NotReady;
        let change = Change::SetNode(Arc::new(default_node(tainted)));
        let said = format!("{} is unreachable", node.metadata.name);
        self.events.push(ScenarioEvent {
            said,
            ..ScenarioEvent::new(0, change)
        });
    }
}

/// What is different on one Node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NodeScenario {
    /// Instead of the scenario's.
    pub startup_seconds: Option<i64>,
    /// Instead of the scenario's.
    pub termination_seconds: Option<i64>,
    /// Pods that are created here never become Ready.
    pub never_ready: bool,
    /// Pods that are created here stay Pending and are not bound.
    pub unschedulable: bool,
    /// No kubelet answers: Pods that are created here never become Ready, deleted ones are never gone.
    pub down: bool,
    /// The old Pod here, when the update begins; not asked of a recorded cluster.
    pub initial: InitialPod,
}

/// The state of an old Pod when the update begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InitialPod {
    /// Ready for a day.
    #[default]
    Available,
    /// Not Ready for a minute.
    NotReady,
    /// There is none.
    Missing,
    /// It has failed.
    Failed,
    /// It has ended well.
    Succeeded,
}

/// A change from outside, and when it happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioEvent {
    /// Seconds from the update.
    pub time: i64,
    /// What changes.
    pub change: Change,
    /// The same in words, for answers: `worker-9 joins`.
    pub said: String,
}

impl ScenarioEvent {
    /// A change of which nobody is told.
    #[must_use]
    pub fn new(time: i64, change: Change) -> Self {
        let said = String::new();
        Self { time, change, said }
    }
}

/// What changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Another manifest of the DaemonSet is applied.
    Update(Arc<Defaulted<DaemonSet>>),
    /// A Node joins, or the Node of this name has other labels or taints from now on.
    SetNode(Arc<Defaulted<Node>>),
    /// A Node is deleted.
    DeleteNode(String),
    /// Somebody deletes the daemon Pods of a Node.
    DeletePod(String),
    /// Somebody deletes the daemon Pods of a Node with `--force`: they are gone at once, whether it answers or not.
    ForceDeletePod(String),
    /// The daemon Pods of a Node are not Ready from now on.
    NotReady(String),
    /// The kubelet of a Node answers no more, and its daemon Pods count as not Ready. What the node lifecycle makes of the
    /// Node is another change.
    KubeletDown(String),
    /// It answers again, and goes on with its Pods.
    KubeletBack(String),
}
