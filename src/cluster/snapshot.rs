use super::{ClusterNodes, ClusterPods};
use crate::model::{ControllerRevision, Defaulted, Node, Pod};
use crate::order::sort_by;
use std::sync::Arc;

/// What a judge may know of a cluster at one moment.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    /// Its Nodes.
    pub nodes: ClusterNodes,
    /// Its Pods, of every namespace.
    pub pods: ClusterPods,
    /// Remembered templates, sorted by namespace and name.
    revisions: Vec<Arc<ControllerRevision>>,
}

impl Snapshot {
    /// Sorts what was read. Objects of one kind and name are all kept: whoever reads the manifests says which counts.
    pub fn new(
        nodes: impl IntoIterator<Item = impl Into<Arc<Defaulted<Node>>>>,
        pods: impl IntoIterator<Item = impl Into<Arc<Defaulted<Pod>>>>,
        revisions: impl IntoIterator<Item = impl Into<Arc<ControllerRevision>>>,
    ) -> Self {
        let mut revisions: Vec<Arc<ControllerRevision>> =
            revisions.into_iter().map(Into::into).collect();
        sort_by(&mut revisions, |a, b| {
            let (a, b) = (&a.metadata, &b.metadata);
            (&a.namespace, &a.name).cmp(&(&b.namespace, &b.name))
        });
        Self {
            nodes: ClusterNodes::new(nodes),
            pods: ClusterPods::new(pods),
            revisions,
        }
    }

    /// Remembered templates of one namespace, by name.
    pub fn revisions(&self, namespace: &str) -> impl Iterator<Item = &ControllerRevision> {
        let of = |revision: &Arc<ControllerRevision>| {
            revision.metadata.namespace.as_str().cmp(namespace)
        };
        let start = self.revisions.partition_point(|r| of(r).is_lt());
        let end = self.revisions.partition_point(|r| of(r).is_le());
        let found = self.revisions.get(start..end).unwrap_or_default();
        found.iter().map(|revision| &**revision)
    }
}
