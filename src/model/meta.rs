use super::{StringMap, Time};

/// Who owns an object.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/types.go OwnerReference (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnerReference {
    /// `apps/v1`
    pub api_version: String,
    /// `DaemonSet`
    pub kind: String,
    /// The owner's name.
    pub name: String,
    /// The owner's uid.
    pub uid: String,
    /// Whether the owner manages the object; at most one does.
    pub controller: bool,
}

/// What every object has.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/types.go ObjectMeta (v1.36.3)
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectMeta {
    /// Unique by kind and namespace.
    pub name: String,
    /// What the server makes a name from.
    pub generate_name: String,
    /// Empty for objects without a namespace, and for objects whose manifest leaves it out.
    pub namespace: String,
    /// Given by the server.
    pub uid: String,
    /// Given by the server.
    pub resource_version: String,
    /// Counts changes of the spec; 0 where it is left out.
    pub generation: i64,
    /// When the server stored it.
    pub creation_timestamp: Option<Time>,
    /// When it was deleted; it stays until nothing holds it.
    pub deletion_timestamp: Option<Time>,
    /// Seconds from deletion to removal.
    pub deletion_grace_period_seconds: Option<i64>,
    /// Sorted by key.
    pub labels: StringMap,
    /// Sorted by key.
    pub annotations: StringMap,
    /// In the order of the manifest.
    pub owner_references: Vec<OwnerReference>,
}

impl Default for ObjectMeta {
    /// Compiled once: it is in every kind, and a field takes some ten bytes of code wherever it is made.
    #[inline(never)]
    fn default() -> Self {
        Self {
            name: String::new(),
            generate_name: String::new(),
            namespace: String::new(),
            uid: String::new(),
            resource_version: String::new(),
            generation: 0,
            creation_timestamp: None,
            deletion_timestamp: None,
            deletion_grace_period_seconds: None,
            labels: StringMap::new(),
            annotations: StringMap::new(),
            owner_references: Vec::new(),
        }
    }
}

impl ObjectMeta {
    /// The owner that manages the object.
    ///
    /// Upstream: staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/controller_ref.go GetControllerOf (v1.36.3)
    #[must_use]
    pub fn controller_of(&self) -> Option<&OwnerReference> {
        self.owner_references.iter().find(|owner| owner.controller)
    }
}
