use super::{convert, shapes};
use crate::source::{FieldPath, Place, SourceMap};
use crate::workspace::{ObjectId, Workspace};

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
