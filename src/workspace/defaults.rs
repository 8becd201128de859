use super::stored_text::{StoredText, stored_text};
use super::{ObjectId, Workspace};
use crate::apiserver::fill_in_defaults;
use crate::manifest::{Limits, StrictError};
use crate::schema;

/// An object of the open texts as the API server stores it.
#[derive(Debug)]
pub struct Defaults {
    /// The object.
    pub object: ObjectId,
    /// Why the server cannot decode it; all mistakes, not only those that it names.
    pub undecoded: Vec<StrictError>,
    /// `None` where the server has nothing. Fields that it does not know are not there.
    pub stored: Option<StoredText>,
}

impl Workspace {
    /// Each DaemonSet, Pod, Node, Service and PriorityClass as the API server stores it, with what it adds marked, in the
    /// order of the input. Of a part of an object, nothing is said.
    ///
    /// ```
    /// use everynode::workspace::Workspace;
    /// let mut workspace = Workspace::new();
    /// let text = "apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: {name: high}\nvalue: 1000\n";
    /// workspace.set_text("a.yaml", text);
    /// let stored = workspace.defaults().remove(0).stored.unwrap();
    /// assert_eq!(stored.yaml.lines().nth(4), Some("preemptionPolicy: PreemptLowerPriority"));
    /// assert_eq!((stored.added[0].path.as_str(), stored.added[0].line), ("preemptionPolicy", 5));
    /// ```
    pub fn defaults(&mut self) -> Vec<Defaults> {
        self.read();
        let mut found = Vec::new();
        for (id, object) in self.objects_by_id() {
            let Some(file) = self.file(id.file) else {
                continue;
            };
            let is_known = schema::kind(&object.api_version, &object.kind).is_some();
            if object.fragment.is_some() || !is_known {
                continue;
            }
            let decoded = object.strict(&file.text, &Limits::default());
            let stored = decoded.object.map(|before| {
                let mut after = before.clone();
                fill_in_defaults(&mut after);
                stored_text(&after, &before)
            });
            if stored.is_some() || !decoded.errors.is_empty() {
                found.push(Defaults {
                    object: id,
                    undecoded: decoded.errors,
                    stored,
                });
            }
        }
        found
    }
}
