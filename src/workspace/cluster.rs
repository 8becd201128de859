use super::{ObjectId, Workspace};
use crate::apiserver::{default_daemon_set, default_node, default_pod, makes_the_same_pods};
use crate::cluster::Snapshot;
use crate::controller::{DaemonPodRules, Eligibility, StatusJudgement, daemon_set_status};
use crate::manifest::{Object, Origin, Typed};
use crate::model::{
    ControllerRevision, DaemonSet, Defaulted, FeatureGates, Node, Pod, StringMap, Time,
};
use crate::order::OrderedMap;
use crate::order::{sort_by, sort_by_key};
use std::rc::Rc;

/// The annotation by which the API server counts changes of the template.
const GENERATION_ANNOTATION: &str = "deprecated.daemonset.template.generation";
/// The name of a DaemonSet that has none. A second one gets a number, as second parts of manifests do.
const UNNAMED: &str = "unnamed";

/// All that the open texts hold, as one cluster, and every DaemonSet judged against it.
///
/// An object that a cluster printed is recorded, one that somebody wrote is proposed, and both of one name are a pair,
/// old and new. Of several of one kind the last one counts. Of DaemonSets and Nodes the proposed one is judged, with
/// what only a cluster knows (uid, age, status) taken from the recorded one; of Pods the recorded one counts.
#[derive(Clone, Debug, Default)]
pub struct Cluster {
    /// Nodes, Pods and revisions.
    pub snapshot: Snapshot,
    /// For each Node, in the order of the snapshot, the object that it was made from.
    pub node_objects: Vec<ObjectId>,
    /// For each Pod, in the order of the snapshot, the object that it was made from.
    pub pod_objects: Vec<ObjectId>,
    /// In the order of the input.
    pub daemon_sets: Vec<JudgedDaemonSet>,
}

/// A DaemonSet, and what the controller makes of it.
#[derive(Clone, Debug)]
pub struct JudgedDaemonSet {
    /// The object that was judged.
    pub object: ObjectId,
    /// The recorded one of the pair, where the proposed one was judged.
    pub recorded: Option<ObjectId>,
    /// As the API server would store it.
    pub daemon_set: Defaulted<DaemonSet>,
    /// What its template says about Nodes.
    pub rules: DaemonPodRules,
    /// What follows for each Node.
    pub eligibility: Eligibility,
    /// What follows from the Pods that are there.
    pub status: StatusJudgement,
}

impl Cluster {
    /// Brings all objects together.
    pub(super) fn assemble(workspace: &Workspace, now: Option<Time>, gates: FeatureGates) -> Self {
        let mut found = Found::default();
        for (id, object) in workspace.objects_by_id() {
            found.take(id, object);
        }
        let nodes = found.nodes();
        let mut pods: Vec<(ObjectId, Defaulted<Pod>)> = found
            .pods
            .values()
            .filter_map(Pair::recorded_first)
            .map(|(id, pod)| (id, default_pod(pod.clone())))
            .collect();
        // As the snapshot sorts them.
        sort_by(&mut pods, |(_, a), (_, b)| {
            let (a, b) = (&a.metadata, &b.metadata);
            (&a.namespace, &a.name).cmp(&(&b.namespace, &b.name))
        });
        let node_objects = nodes.iter().map(|(id, _)| *id).collect();
        let pod_objects = pods.iter().map(|(id, _)| *id).collect();
        let snapshot = Snapshot::new(
            nodes.into_iter().map(|(_, node)| node),
            pods.into_iter().map(|(_, pod)| pod),
            found.revisions.iter().map(|revision| (*revision).clone()),
        );
        let daemon_sets = found.daemon_sets();
        let judged = daemon_sets
            .into_iter()
            .map(|(object, recorded, daemon_set)| {
                let rules = DaemonPodRules::new(&daemon_set, gates);
                let eligibility = rules.judge_all(&snapshot.nodes);
                let status = daemon_set_status(&daemon_set, &eligibility, &snapshot, now);
                JudgedDaemonSet {
                    object,
                    recorded,
                    daemon_set,
                    rules,
                    eligibility,
                    status,
                }
            });
        let daemon_sets = judged.collect();
        Self {
            snapshot,
            node_objects,
            pod_objects,
            daemon_sets,
        }
    }
}

/// The objects of one name, the last of each kind.
struct Pair<'a, T> {
    recorded: Option<(ObjectId, &'a T)>,
    proposed: Option<(ObjectId, &'a T)>,
}

impl<T> Default for Pair<'_, T> {
    fn default() -> Self {
        Self {
            recorded: None,
            proposed: None,
        }
    }
}

impl<'a, T> Pair<'a, T> {
    fn put(&mut self, id: ObjectId, origin: Origin, object: &'a T) {
        let place = match origin {
            Origin::Recorded => &mut self.recorded,
            Origin::Proposed => &mut self.proposed,
        };
        *place = Some((id, object));
    }

    fn recorded_first(&self) -> Option<(ObjectId, &'a T)> {
        self.recorded.or(self.proposed)
    }
}

/// Namespace and name; the namespace as kubectl sends it.
type Key<'a> = (&'a str, &'a str);

#[derive(Default)]
struct Found<'a> {
    nodes: OrderedMap<&'a str, Pair<'a, Node>>,
    pods: OrderedMap<Key<'a>, Pair<'a, Pod>>,
    revisions: Vec<&'a ControllerRevision>,
    daemon_sets: OrderedMap<Key<'a>, Pair<'a, DaemonSet>>,
    /// Those without a name of their own.
    unnamed: Vec<(ObjectId, &'a DaemonSet)>,
}

impl<'a> Found<'a> {
    fn take(&mut self, id: ObjectId, object: &'a Object) {
        let namespace = match object.metadata.namespace.as_str() {
            "" => "default",
            namespace => namespace,
        };
        let name = object.metadata.name.as_str();
        let key = (namespace, name);
        match &object.typed {
            Typed::Node(node) if !name.is_empty() => {
                self.nodes
                    .or_insert_with(name, Pair::default)
                    .put(id, object.origin, node);
            }
            Typed::Pod(pod) if !name.is_empty() => {
                self.pods
                    .or_insert_with(key, Pair::default)
                    .put(id, object.origin, pod);
            }
            Typed::DaemonSet(daemon_set) if name.is_empty() || object.fragment.is_some() => {
                self.unnamed.push((id, daemon_set));
            }
            Typed::DaemonSet(daemon_set) => {
                let pair = self.daemon_sets.or_insert_with(key, Pair::default);
                pair.put(id, object.origin, daemon_set);
            }
            Typed::ControllerRevision(revision) => self.revisions.push(revision),
            _ => {}
        }
    }

    /// By name, as the snapshot sorts them.
    fn nodes(&self) -> Vec<(ObjectId, Defaulted<Node>)> {
        let judged = |pair: &Pair<'_, Node>| {
            let (id, node) = pair.proposed.or(pair.recorded)?;
            let mut node = node.clone();
            if let (Some(_), Some((_, recorded))) = (pair.proposed, pair.recorded) {
                node.status.clone_from(&recorded.status);
                node.metadata.uid.clone_from(&recorded.metadata.uid);
                node.metadata.creation_timestamp = recorded.metadata.creation_timestamp;
            }
            Some((id, default_node(node)))
        };
        self.nodes.values().filter_map(judged).collect()
    }

    /// In the order of the input, with the recorded one of each pair.
    fn daemon_sets(&self) -> Vec<(ObjectId, Option<ObjectId>, Defaulted<DaemonSet>)> {
        let pairs = self.daemon_sets.values().filter_map(|pair| {
            let (id, judged) = pair.proposed.or(pair.recorded)?;
            let mut judged = judged.clone();
            let recorded = pair.recorded.filter(|(recorded, _)| *recorded != id);
            if let Some((_, recorded)) = recorded {
                apply(&mut judged, recorded);
            }
            Some((id, recorded.map(|(id, _)| id), judged))
        });
        let mut seen: OrderedMap<&str, u32> = OrderedMap::new();
        let unnamed = self.unnamed.iter().map(|&(id, daemon_set)| {
            let mut judged = daemon_set.clone();
            let name = match daemon_set.metadata.name.as_str() {
                "" => UNNAMED,
                name => name,
            };
            let number = seen.or_insert_with(name, || 0);
            *number += 1;
            judged.metadata.name = match number {
                1 => name.to_owned(),
                number => format!("{name}-{number}"),
            };
            (id, None, judged)
        });
        let mut all: Vec<_> = pairs.chain(unnamed).collect();
        sort_by_key(&mut all, |(id, ..)| *id);
        all.into_iter()
            .map(|(id, recorded, judged)| (id, recorded, default_daemon_set(judged)))
            .collect()
    }
}

/// What the server keeps of a recorded DaemonSet when a proposed one is applied to it.
fn apply(proposed: &mut DaemonSet, recorded: &DaemonSet) {
    let (new, old) = (&mut proposed.metadata, &recorded.metadata);
    new.uid.clone_from(&old.uid);
    new.creation_timestamp = old.creation_timestamp;
    new.deletion_timestamp = old.deletion_timestamp;
    new.generation = old.generation;
    proposed.status.clone_from(&recorded.status);
    let (template, before) = (&mut proposed.spec.template, &recorded.spec.template);
    if makes_the_same_pods(template, before) {
        // The server fills in the same defaults, so that the recorded text is the stored one.
        template.canonical.clone_from(&before.canonical);
        template.stored = before.stored;
        if let Some(generation) = old.annotations.get(GENERATION_ANNOTATION) {
            let pairs = new.annotations.iter();
            let others = pairs.filter(|(key, _)| *key != GENERATION_ANNOTATION);
            let one = std::iter::once((GENERATION_ANNOTATION, generation));
            let annotations: StringMap = others.chain(one).collect();
            new.annotations = annotations;
        }
    }
}

/// What the questions share until a text or an option changes.
#[derive(Debug, Default)]
pub(super) struct Assembled(Option<Rc<Cluster>>);

impl Assembled {
    pub(super) fn forget(&mut self) {
        self.0 = None;
    }

    pub(super) fn get(&self) -> Option<Rc<Cluster>> {
        self.0.clone()
    }

    pub(super) fn keep(&mut self, cluster: Cluster) -> Rc<Cluster> {
        Rc::clone(self.0.insert(Rc::new(cluster)))
    }
}
