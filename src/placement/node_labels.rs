use super::nearest;
use crate::cluster::ClusterNodes;
use crate::order::{OrderedMap, sort_by};
use std::cell::{Cell, OnceCell};

/// Labels are looked for among this many Nodes: a slip that shows nowhere there is not worth the walk.
const LOOKED_AT: usize = 2000;
/// Keys or values that a slip is held against.
const CANDIDATES: usize = 2000;
/// Slips that are looked for in one cluster. A manifest in which more is missing belongs to another cluster.
const SEARCHES: u32 = 500;

/// What Nodes have where a template asks for something that none of them has.
///
/// One serves all DaemonSets of a cluster: keys are gathered once, when the first slip is looked for, and however much
/// is missing, the search stays short.
#[derive(Clone, Debug)]
pub struct NodeLabels<'a> {
    nodes: &'a ClusterNodes,
    keys: OnceCell<Vec<&'a str>>,
    searches: Cell<u32>,
}

impl<'a> NodeLabels<'a> {
    /// The labels of these Nodes.
    #[must_use]
    pub fn new(nodes: &'a ClusterNodes) -> Self {
        Self {
            nodes,
            keys: OnceCell::new(),
            searches: Cell::new(0),
        }
    }

    /// The Nodes.
    #[must_use]
    pub fn nodes(&self) -> &'a ClusterNodes {
        self.nodes
    }

    /// The key that Nodes have and that looks like a slip of this one or, where they have this one, the value that
    /// looks like a slip of one of these.
    #[must_use]
    pub fn nearest_label<'v>(
        &self,
        key: &str,
        values: impl IntoIterator<Item = &'v str>,
    ) -> Option<String> {
        let columns = self.nodes.label_columns(&[key]);
        let mut present: Vec<&str> = columns
            .first()
            .into_iter()
            .flat_map(|column| column.values().take(CANDIDATES))
            .collect();
        if present.is_empty() {
            return self.search(key, self.keys());
        }
        sort_by(&mut present, Ord::cmp);
        values
            .into_iter()
            .find_map(|value| self.search(value, &present))
    }

    /// The name of a Node that looks like a slip of one of these.
    #[must_use]
    pub fn nearest_name<'v>(&self, names: impl IntoIterator<Item = &'v str>) -> Option<String> {
        let nodes = self.nodes.iter().take(LOOKED_AT);
        let present: Vec<&str> = nodes.map(|node| node.metadata.name.as_str()).collect();
        names
            .into_iter()
            .find_map(|name| self.search(name, &present))
    }

    fn keys(&self) -> &[&'a str] {
        self.keys.get_or_init(|| {
            let nodes = self.nodes.iter().take(LOOKED_AT);
            let mut keys = OrderedMap::new();
            for (key, _) in nodes.flat_map(|node| node.metadata.labels.iter()) {
                keys.insert(key, ());
                if keys.len() == CANDIDATES {
                    break;
                }
            }
            keys.into_keys().collect()
        })
    }

    fn search(&self, wanted: &str, present: &[&str]) -> Option<String> {
        let searches = self.searches.get();
        if searches == SEARCHES {
            return None;
        }
        self.searches.set(searches + 1);
        nearest(wanted, present.iter().copied()).map(ToOwned::to_owned)
    }
}
