use crate::cluster::{ClusterNodes, NodeSet};
use crate::matching::{LabelRequirement, LabelTest, NodeSelectorTermMatcher, NodeTest};
use crate::model::Node;

/// The Nodes that pass a test.
///
/// Labels are sorted by value in [`ClusterNodes`], so that a test costs the values that it names, the Nodes that have
/// them, and a sweep over one bit a Node; not a look into every Node's labels.
///
/// ```
/// use everynode::apiserver::default_node;
/// use everynode::cluster::ClusterNodes;
/// use everynode::controller::fulfilling;
/// use everynode::matching::NodeTest;
/// use everynode::model::{Node, ObjectMeta};
/// let named = |name: &str| {
///     let metadata = ObjectMeta { name: name.into(), ..ObjectMeta::default() };
///     default_node(Node { metadata, ..Node::default() })
/// };
/// let nodes = ClusterNodes::new([named("a"), named("b")]);
/// let other = NodeTest::Field { key: "metadata.name".into(), value: "a".into(), equal: false };
/// assert_eq!(fulfilling(&nodes, &other).iter().collect::<Vec<_>>(), [1]);
/// ```
#[must_use]
pub fn fulfilling(nodes: &ClusterNodes, test: &NodeTest) -> NodeSet {
    let requirement = match test {
        NodeTest::Label(requirement) => requirement,
        NodeTest::Field { value, .. } => return fulfilling_field(nodes, test, value),
    };
    let columns = nodes.label_columns(&[&requirement.key]);
    let mut set = NodeSet::none(nodes.len());
    let Some(column) = columns.first() else {
        return set;
    };
    let mut put = |positions: &[u32]| positions.iter().for_each(|p| set.put(*p));
    match &requirement.test {
        LabelTest::In(values) | LabelTest::NotIn(values) => {
            values
                .iter()
                .for_each(|value| put(column.with_value(value)));
        }
        LabelTest::Exists | LabelTest::DoesNotExist => {
            (0..column.values().len()).for_each(|number| put(column.with_number(number)));
        }
        LabelTest::Gt(_) | LabelTest::Lt(_) => {
            let numbered = column.values().enumerate();
            numbered
                .filter(|(_, value)| requirement.matches_value(Some(value)))
                .for_each(|(number, _)| put(column.with_number(number)));
        }
    }
    if without_label(requirement) {
        set.invert();
    }
    set
}

/// The Nodes that have a value for a label.
#[must_use]
pub fn fulfilling_pair(nodes: &ClusterNodes, key: &str, value: &str) -> NodeSet {
    let columns = nodes.label_columns(&[key]);
    let with = columns.iter().flat_map(|column| column.with_value(value));
    NodeSet::of(nodes.len(), with.copied())
}

/// The Nodes that fulfil a term, and those that fulfil each of its requirements; `None` for one that cannot be parsed.
/// Such a one spoils the term, and a term without requirements matches nothing.
#[must_use]
pub fn fulfilling_term(
    nodes: &ClusterNodes,
    term: &NodeSelectorTermMatcher,
) -> (NodeSet, Vec<Option<NodeSet>>) {
    let requirements = term.requirements.iter();
    let sets: Vec<Option<NodeSet>> = requirements
        .map(|requirement| Some(fulfilling(nodes, requirement.test.as_ref().ok()?)))
        .collect();
    let mut all = match sets.is_empty() {
        true => NodeSet::none(nodes.len()),
        false => NodeSet::all(nodes.len()),
    };
    for set in &sets {
        match set {
            Some(set) => all.keep(set),
            None => all = NodeSet::none(nodes.len()),
        }
    }
    (all, sets)
}

/// What is asked of Nodes without the label is the opposite of what is asked of its values.
fn without_label(requirement: &LabelRequirement) -> bool {
    matches!(
        requirement.test,
        LabelTest::NotIn(_) | LabelTest::DoesNotExist
    )
}

fn fulfilling_field(nodes: &ClusterNodes, test: &NodeTest, value: &str) -> NodeSet {
    // Nodes of any other name are all answered alike; those of this name and those without one are asked.
    let mut other = Node::default();
    other.metadata.name = format!("{value}-");
    let mut set = NodeSet::none(nodes.len());
    let others = test.matches(&other);
    for position in nodes.named(value).chain(nodes.named("")) {
        if nodes.get(position).is_some_and(|node| test.matches(node)) != others {
            set.put(u32::try_from(position).unwrap_or(u32::MAX));
        }
    }
    if others {
        set.invert();
    }
    set
}
