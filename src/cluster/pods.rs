use crate::model::{Defaulted, ObjectMeta, Pod};
use crate::order::{sort_by, sort_by_key};
use std::cmp::Ordering;
use std::sync::Arc;

/// The Pods of a cluster, sorted by namespace and name, and found by who controls them.
#[derive(Clone, Debug, Default)]
pub struct ClusterPods {
    pods: Vec<Arc<Defaulted<Pod>>>,
    /// Positions, sorted by namespace and controller; those without a controller come first.
    by_owner: Vec<u32>,
}

/// Namespace, and kind, name and uid of the controller.
type Owner<'a> = (&'a str, Option<(&'a str, &'a str, &'a str)>);

fn owner(metadata: &ObjectMeta) -> Owner<'_> {
    let controller = metadata.controller_of();
    (
        &metadata.namespace,
        controller.map(|c| (c.kind.as_str(), c.name.as_str(), c.uid.as_str())),
    )
}

impl ClusterPods {
    /// Sorts Pods by namespace and name. Pods of one name stay side by side in the order given.
    pub fn new(pods: impl IntoIterator<Item = impl Into<Arc<Defaulted<Pod>>>>) -> Self {
        let mut pods: Vec<Arc<Defaulted<Pod>>> = pods.into_iter().map(Into::into).collect();
        sort_by(&mut pods, |a, b| {
            let (a, b) = (&a.metadata, &b.metadata);
            (&a.namespace, &a.name).cmp(&(&b.namespace, &b.name))
        });
        let mut owners: Vec<(Owner<'_>, u32)> = pods
            .iter()
            .zip(0..)
            .map(|(pod, position)| (owner(&pod.metadata), position))
            .collect();
        sort_by_key(&mut owners, |owner| *owner);
        let by_owner = owners.into_iter().map(|(_, position)| position).collect();
        Self { pods, by_owner }
    }

    /// How many Pods.
    #[must_use]
    pub fn len(&self) -> usize {
        self.pods.len()
    }

    /// Whether there is no Pod.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pods.is_empty()
    }

    /// The Pod at a position.
    #[must_use]
    pub fn get(&self, position: u32) -> Option<&Defaulted<Pod>> {
        self.pods.get(position as usize).map(|pod| &**pod)
    }

    /// Pods by namespace and name.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Defaulted<Pod>> {
        self.pods.iter().map(|pod| &**pod)
    }

    /// Positions of the Pods of an owner's namespace that it controls, and of those that nobody controls, by name. An
    /// empty uid stands for every uid.
    ///
    /// Upstream: pkg/controller/controller_utils.go FilterPodsByOwner (v1.36.3)
    #[must_use]
    pub fn owned_or_orphaned(&self, kind: &str, by: &ObjectMeta) -> Vec<u32> {
        let orphans = self.range(|pod| pod.cmp(&(by.namespace.as_str(), None)));
        let owned = self.range(|(namespace, controller)| {
            let (kind_of, name, uid) = controller.unwrap_or_default();
            let names = (namespace, controller.is_some(), kind_of, name);
            names
                .cmp(&(&by.namespace, true, kind, &by.name))
                .then_with(|| match by.uid.as_str() {
                    "" => Ordering::Equal,
                    wanted => uid.cmp(wanted),
                })
        });
        let mut positions = [orphans, owned].concat();
        sort_by(&mut positions, Ord::cmp);
        positions
    }

    /// The stretch of `by_owner` where a comparison says `Equal`.
    fn range(&self, compare: impl Fn(Owner<'_>) -> Ordering) -> &[u32] {
        let order = |position: u32| {
            let pod = self.pods.get(position as usize);
            pod.map_or(Ordering::Less, |pod| compare(owner(&pod.metadata)))
        };
        let start = self.by_owner.partition_point(|p| order(*p).is_lt());
        let end = self.by_owner.partition_point(|p| order(*p).is_le());
        self.by_owner.get(start..end).unwrap_or_default()
    }
}
