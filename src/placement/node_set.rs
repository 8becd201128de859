use crate::cluster::ClusterNodes;
use crate::matching::{LabelRequirement, LabelTest, NodeTest};
use crate::model::Node;
use std::collections::BTreeMap;

/// Some of the Nodes of a cluster, one bit for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NodeSet {
    words: Vec<u64>,
    nodes: usize,
}

impl NodeSet {
    pub(super) fn none(nodes: usize) -> Self {
        Self {
            words: vec![0; nodes.div_ceil(64)],
            nodes,
        }
    }

    pub(super) fn all(nodes: usize) -> Self {
        let mut set = Self::none(nodes);
        set.invert();
        set
    }

    /// Puts a Node in or takes it out.
    pub(super) fn put(&mut self, position: usize, inside: bool) {
        if let Some(word) = self.words.get_mut(position / 64) {
            let bit = 1 << (position % 64);
            match inside {
                true => *word |= bit,
                false => *word &= !bit,
            }
        }
    }

    /// Those that are not in it.
    pub(super) fn invert(&mut self) {
        let mut left = self.nodes;
        for word in &mut self.words {
            let used = match left {
                64.. => u64::MAX,
                some => (1 << some) - 1,
            };
            *word = !*word & used;
            left = left.saturating_sub(64);
        }
    }

    /// Keeps those that are in both.
    pub(super) fn keep(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    pub(super) fn len(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }
}

/// Which Nodes fulfil what is asked of them.
///
/// Each label is sorted by value once, so that a requirement costs the Nodes that fulfil it and a sweep over one bit a
/// Node, not a look into every Node's labels.
pub(super) struct Fulfilling<'a> {
    nodes: &'a ClusterNodes,
    labels: BTreeMap<String, ByValue>,
}

/// Positions of Nodes by the value that they have for one label.
#[derive(Default)]
struct ByValue {
    values: BTreeMap<String, Vec<u32>>,
}

impl ByValue {
    fn new(nodes: &ClusterNodes, key: &str) -> Self {
        let columns = nodes.label_columns(&[key]);
        let Some(column) = columns.first() else {
            return Self::default();
        };
        let mut by_number: Vec<Vec<u32>> = column.values().map(|_| Vec::new()).collect();
        for (position, number) in column.entries() {
            if let Some(nodes) = by_number.get_mut(*number as usize) {
                nodes.push(*position);
            }
        }
        let values = column.values().map(ToOwned::to_owned);
        Self {
            values: values.zip(by_number).collect(),
        }
    }

    fn with(&self, value: &str) -> &[u32] {
        self.values.get(value).map_or(&[], Vec::as_slice)
    }
}

impl<'a> Fulfilling<'a> {
    pub(super) fn new(nodes: &'a ClusterNodes) -> Self {
        Self {
            nodes,
            labels: BTreeMap::new(),
        }
    }

    /// Nodes that have this value for a label.
    pub(super) fn pair(&mut self, key: &str, value: &str) -> NodeSet {
        let mut set = NodeSet::none(self.nodes.len());
        let with = self.label(key).with(value).iter();
        with.for_each(|position| set.put(*position as usize, true));
        set
    }

    /// Nodes that pass a test.
    pub(super) fn test(&mut self, test: &NodeTest) -> NodeSet {
        match test {
            NodeTest::Label(requirement) => self.requirement(requirement),
            NodeTest::Field { value, .. } => {
                // Nodes of one other name are all answered alike; those of this name and those without one are asked.
                let mut other = Node::default();
                other.metadata.name = format!("{value}-");
                let mut set = NodeSet::none(self.nodes.len());
                if test.matches(&other) {
                    set.invert();
                }
                for position in self.nodes.named(value).chain(self.nodes.named("")) {
                    let matches = self.nodes.get(position).is_some_and(|n| test.matches(n));
                    set.put(position, matches);
                }
                set
            }
        }
    }

    fn requirement(&mut self, requirement: &LabelRequirement) -> NodeSet {
        let mut set = NodeSet::none(self.nodes.len());
        let label = self.label(&requirement.key);
        let mut insert =
            |positions: &[u32]| positions.iter().for_each(|p| set.put(*p as usize, true));
        match &requirement.test {
            LabelTest::In(values) | LabelTest::NotIn(values) => {
                values.iter().for_each(|value| insert(label.with(value)));
            }
            LabelTest::Exists | LabelTest::DoesNotExist => {
                label.values.values().for_each(|nodes| insert(nodes));
            }
            LabelTest::Gt(_) | LabelTest::Lt(_) => {
                let values = label.values.iter();
                values
                    .filter(|(value, _)| requirement.matches_value(Some(value)))
                    .for_each(|(_, nodes)| insert(nodes));
            }
        }
        if matches!(
            requirement.test,
            LabelTest::NotIn(_) | LabelTest::DoesNotExist
        ) {
            set.invert();
        }
        set
    }

    fn label(&mut self, key: &str) -> &ByValue {
        let nodes = self.nodes;
        self.labels
            .entry(key.to_owned())
            .or_insert_with(|| ByValue::new(nodes, key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::apiserver::default_node;
    use crate::matching::RequiredNodeAffinity;
    use crate::model::{
        NodeAffinity, NodeSelector, NodeSelectorRequirement, NodeSelectorTerm, StringMap,
    };

    /// Nodes enough for more than one word, of which some lack a label and one lacks a name.
    fn nodes() -> ClusterNodes {
        let node = |number: usize| {
            let mut node = Node::default();
            if number > 0 {
                node.metadata.name = format!("n{number}");
            }
            let size = (number % 7).to_string();
            let zone = ["a", "b", "c"].get(number % 4);
            let labels = [("size", Some(size.as_str())), ("zone", zone.copied())];
            let labels = labels.into_iter();
            node.metadata.labels = labels.filter_map(|(k, v)| Some((k, v?))).collect();
            default_node(node)
        };
        ClusterNodes::new((0..150).map(node))
    }

    #[test]
    fn a_set_holds_exactly_the_nodes_that_match() {
        let nodes = nodes();
        let requirement = |key: &str, operator: &str, values: &[&str]| NodeSelectorRequirement {
            key: key.to_owned(),
            operator: operator.to_owned(),
            values: values.iter().map(ToString::to_string).collect(),
        };
        let expressions = [
            requirement("zone", "In", &["a", "c", "x", "a"]),
            requirement("zone", "NotIn", &["a"]),
            requirement("zone", "Exists", &[]),
            requirement("zone", "DoesNotExist", &[]),
            requirement("size", "Gt", &["4"]),
            requirement("size", "Lt", &["2"]),
            requirement("none", "NotIn", &["a"]),
            requirement("none", "In", &["a"]),
        ];
        let fields = [
            requirement("metadata.name", "In", &["n64"]),
            requirement("metadata.name", "NotIn", &["n64"]),
            requirement("metadata.name", "In", &[""]),
            requirement("metadata.name", "NotIn", &[""]),
            requirement("spec.other", "In", &[""]),
            requirement("spec.other", "In", &["n3"]),
            requirement("spec.other", "NotIn", &["n3"]),
        ];
        let affinity = NodeAffinity {
            required: Some(NodeSelector {
                node_selector_terms: vec![NodeSelectorTerm {
                    match_expressions: expressions.to_vec(),
                    match_fields: fields.to_vec(),
                }],
            }),
            ..NodeAffinity::default()
        };
        let parsed = RequiredNodeAffinity::new(&StringMap::new(), Some(&affinity));
        let mut fulfilling = Fulfilling::new(&nodes);
        let terms = parsed.terms.unwrap();
        assert_eq!(terms[0].requirements.len(), 15);
        for requirement in &terms[0].requirements {
            let test = requirement.test.as_ref().unwrap();
            let set = fulfilling.test(test);
            let mut expected = NodeSet::none(nodes.len());
            for (position, node) in nodes.iter().enumerate() {
                expected.put(position, test.matches(node));
            }
            assert_eq!(set, expected, "{:?}", requirement.written);
            assert_eq!(
                set.len() as usize,
                nodes.iter().filter(|n| test.matches(n)).count()
            );
        }
    }
}
