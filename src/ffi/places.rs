use super::{convert, shapes};
use crate::order::OrderedMap;
use crate::source::{FieldPath, Place, SourceMap};
use crate::workspace::{Cluster, ObjectId, Workspace};

/// Where the fields of one object are written.
pub(super) struct Places<'a> {
    workspace: &'a Workspace,
    object: ObjectId,
    map: SourceMap,
}

impl<'a> Places<'a> {
    pub(super) fn of(workspace: &'a Workspace, object: ObjectId) -> Self {
        let map = workspace.source_map(object);
        Self {
            workspace,
            object,
            map,
        }
    }

    /// The places in bytes.
    pub(super) fn map(&self) -> &SourceMap {
        &self.map
    }

    /// A field with its key; `None` where the text does not have it.
    pub(super) fn field(&self, path: &FieldPath) -> Option<shapes::Place> {
        let entry = self.map.get(path)?;
        let place = Place {
            file: self.object.file,
            range: entry.whole(),
        };
        let (file, range) = convert::place(self.workspace, place);
        Some(shapes::Place {
            file,
            path: Some(path.to_string()),
            range,
        })
    }

    /// A field of the Pod template.
    pub(super) fn pod(fields: &[&str]) -> FieldPath {
        let template = FieldPath::of(&["spec", "template", "spec"]);
        fields.iter().fold(template, |path, name| path.field(name))
    }

    /// The terms of the required node affinity.
    pub(super) fn terms() -> FieldPath {
        Self::pod(&[
            "affinity",
            "nodeAffinity",
            "requiredDuringSchedulingIgnoredDuringExecution",
            "nodeSelectorTerms",
        ])
    }
}

/// Where the fields of Nodes are written, for several questions in a row: each Node's text is read once.
pub(super) struct NodePlaces<'a> {
    workspace: &'a Workspace,
    cluster: &'a Cluster,
    read: OrderedMap<u32, Places<'a>>,
}

impl<'a> NodePlaces<'a> {
    pub(super) fn new(workspace: &'a Workspace, cluster: &'a Cluster) -> Self {
        Self {
            workspace,
            cluster,
            read: OrderedMap::new(),
        }
    }

    /// Those of the Node at a position.
    pub(super) fn of(&mut self, position: u32) -> Option<&Places<'a>> {
        let object = *self.cluster.node_objects.get(position as usize)?;
        let read = || Places::of(self.workspace, object);
        Some(self.read.or_insert_with(position, read))
    }
}
