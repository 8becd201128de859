use super::{ObjectId, Workspace};
use crate::apiserver::{default_node, default_pod};
use crate::cluster::Snapshot;
use crate::manifest::{Object, Origin, Typed};
use crate::model::{ControllerRevision, Defaulted, Node, Pod};
use crate::order::{OrderedMap, sort_by};
use crate::source::FileId;

/// What DaemonSets are judged against: Nodes, Pods and revisions. Kept for as long as the texts that hold them stay as
/// they are, with all that was found out about the Nodes.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// Nodes, Pods and revisions.
    pub snapshot: Snapshot,
    /// For each Node, in the order of the snapshot, the object that it was made from.
    pub node_objects: Vec<ObjectId>,
    /// For each Pod, in the order of the snapshot, the object that it was made from.
    pub pod_objects: Vec<ObjectId>,
    /// The texts that hold them, each with the number of its reading.
    pub(super) texts: Vec<(FileId, u64)>,
}

/// Whether an object is one of those.
pub(super) fn surrounds(typed: &Typed) -> bool {
    matches!(
        typed,
        Typed::Node(_) | Typed::Pod(_) | Typed::ControllerRevision(_)
    )
}

impl Surroundings {
    /// Brings them together.
    pub(super) fn gather(workspace: &Workspace, texts: Vec<(FileId, u64)>) -> Self {
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
        Self {
            snapshot,
            node_objects,
            pod_objects,
            texts,
        }
    }
}

/// The objects of one name, the last of each kind.
pub(super) struct Pair<'a, T> {
    pub(super) recorded: Option<(ObjectId, &'a T)>,
    pub(super) proposed: Option<(ObjectId, &'a T)>,
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
    pub(super) fn put(&mut self, id: ObjectId, origin: Origin, object: &'a T) {
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
pub(super) type Key<'a> = (&'a str, &'a str);

pub(super) fn key(object: &Object) -> Key<'_> {
    let namespace = match object.metadata.namespace.as_str() {
        "" => "default",
        namespace => namespace,
    };
    (namespace, object.metadata.name.as_str())
}

#[derive(Default)]
struct Found<'a> {
    nodes: OrderedMap<&'a str, Pair<'a, Node>>,
    pods: OrderedMap<Key<'a>, Pair<'a, Pod>>,
    revisions: Vec<&'a ControllerRevision>,
}

impl<'a> Found<'a> {
    fn take(&mut self, id: ObjectId, object: &'a Object) {
        let name = object.metadata.name.as_str();
        match &object.typed {
            Typed::Node(node) if !name.is_empty() => {
                let pair = self.nodes.or_insert_with(name, Pair::default);
                pair.put(id, object.origin, node);
            }
            Typed::Pod(pod) if !name.is_empty() => {
                let pair = self.pods.or_insert_with(key(object), Pair::default);
                pair.put(id, object.origin, pod);
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
}
