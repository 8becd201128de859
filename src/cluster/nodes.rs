use super::label_column::{LabelColumn, build};
use crate::model::{Defaulted, Node, Taint};
use crate::order::{OrderedMap, sort_by, sorted_unique};
use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

/// The Nodes of a cluster, sorted by name.
///
/// Taints and lists of taints are told apart by numbers, because a cluster has few of them. Columns of label values
/// are built when a question first mentions their keys, and kept.
///
/// ```
/// use everynode::apiserver::default_node;
/// use everynode::cluster::ClusterNodes;
/// use everynode::model::{Node, ObjectMeta};
/// let named = |name: &str| {
///     let metadata = ObjectMeta { name: name.into(), ..ObjectMeta::default() };
///     default_node(Node { metadata, ..Node::default() })
/// };
/// let nodes = ClusterNodes::new([named("b"), named("a")]);
/// let names: Vec<&str> = nodes.iter().map(|node| node.metadata.name.as_str()).collect();
/// assert_eq!(names, ["a", "b"]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct ClusterNodes {
    nodes: Vec<Arc<Defaulted<Node>>>,
    taints: Vec<Taint>,
    taint_lists: Vec<Vec<u32>>,
    taint_list_of: Vec<u32>,
    columns: RefCell<OrderedMap<String, Arc<LabelColumn>>>,
}

impl ClusterNodes {
    /// Sorts Nodes by name. Nodes of one name stay side by side in the order given, and each is judged: whoever reads
    /// the manifests says which of them counts.
    pub fn new(nodes: impl IntoIterator<Item = impl Into<Arc<Defaulted<Node>>>>) -> Self {
        let mut nodes: Vec<Arc<Defaulted<Node>>> = nodes.into_iter().map(Into::into).collect();
        sort_by(&mut nodes, |a, b| a.metadata.name.cmp(&b.metadata.name));
        let mut taints = Vec::new();
        let mut lists = Vec::new();
        let mut taint_numbers = OrderedMap::new();
        let mut list_numbers = OrderedMap::new();
        let mut taint_list_of = Vec::with_capacity(nodes.len());
        for node in &nodes {
            let list: Vec<u32> = node
                .spec
                .taints
                .iter()
                .map(|taint| {
                    *taint_numbers.or_insert_with(taint, || {
                        taints.push(taint.clone());
                        number(taints.len() - 1)
                    })
                })
                .collect();
            let known = list_numbers.get(&list).copied();
            taint_list_of.push(known.unwrap_or_else(|| {
                let new = number(lists.len());
                lists.push(list.clone());
                list_numbers.insert(list, new);
                new
            }));
        }
        Self {
            nodes,
            taints,
            taint_lists: lists,
            taint_list_of,
            columns: RefCell::default(),
        }
    }

    /// How many Nodes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is no Node.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The Node at a position.
    #[must_use]
    pub fn get(&self, position: usize) -> Option<&Defaulted<Node>> {
        self.nodes.get(position).map(|node| &**node)
    }

    /// Nodes by name.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Defaulted<Node>> {
        self.nodes.iter().map(|node| &**node)
    }

    /// Positions of the Nodes of one name: one, unless the input has the name twice.
    #[must_use]
    pub fn named(&self, name: &str) -> Range<usize> {
        let start = self
            .nodes
            .partition_point(|node| node.metadata.name.as_str() < name);
        let end = self
            .nodes
            .partition_point(|node| node.metadata.name.as_str() <= name);
        start..end
    }

    /// Every taint that some Node has, once, in the order in which Nodes first have them.
    #[must_use]
    pub fn taints(&self) -> &[Taint] {
        &self.taints
    }

    /// Every list of taints that some Node has, once; positions in [`taints`](Self::taints), in the Node's order.
    #[must_use]
    pub fn taint_lists(&self) -> &[Vec<u32>] {
        &self.taint_lists
    }

    /// For each Node, a position in [`taint_lists`](Self::taint_lists).
    #[must_use]
    pub fn taint_list_of(&self) -> &[u32] {
        &self.taint_list_of
    }

    /// The columns of labels, in the order of `keys`. Those that are not there yet are built in one walk over the
    /// Nodes.
    #[must_use]
    pub fn label_columns(&self, keys: &[&str]) -> Vec<Arc<LabelColumn>> {
        let mut columns = self.columns.borrow_mut();
        let absent = keys.iter().filter(|key| !columns.contains_key(**key));
        let missing = sorted_unique(absent.copied());
        if !missing.is_empty() {
            let built = build(&self.nodes, &missing);
            for (key, column) in missing.into_iter().zip(built) {
                columns.insert(key.to_owned(), Arc::new(column));
            }
        }
        keys.iter()
            .map(|key| columns.get(*key).map(Arc::clone).unwrap_or_default())
            .collect()
    }
}

/// Counts of objects fit in 32 bits: the reader bounds them.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
