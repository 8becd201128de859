use super::ClusterNodes;
use crate::model::{Defaulted, Node};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The values that Nodes have for one label, told apart by numbers.
///
/// It has one entry for each Node that has the label and none for the others, so that all columns together are never
/// larger than the labels of the Nodes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LabelColumn {
    /// Position of a Node and number of its value, by position.
    entries: Vec<(u32, u32)>,
    /// For each value, the position of the first Node that has it.
    first: Vec<u32>,
}

impl LabelColumn {
    /// Positions of Nodes and the numbers of their values, by position.
    #[must_use]
    pub fn entries(&self) -> &[(u32, u32)] {
        &self.entries
    }

    /// How many values there are. Numbers count from 0, in the order in which Nodes first have them.
    #[must_use]
    pub fn value_count(&self) -> usize {
        self.first.len()
    }

    /// The values by number. `key` is the label that the column is of.
    pub fn values<'a>(
        &'a self,
        nodes: &'a ClusterNodes,
        key: &'a str,
    ) -> impl Iterator<Item = &'a str> {
        self.first.iter().map(move |&position| {
            let node = nodes.get(position as usize);
            node.and_then(|node| node.metadata.labels.get(key))
                .unwrap_or_default()
        })
    }
}

/// Columns for several labels, built in one walk over the Nodes. `keys` are sorted, each once.
pub(super) fn build(nodes: &[Arc<Defaulted<Node>>], keys: &[&str]) -> Vec<LabelColumn> {
    let mut builders: Vec<Builder<'_>> = keys.iter().map(|_| Builder::default()).collect();
    for (node, position) in nodes.iter().zip(0..) {
        let labels = &node.metadata.labels;
        // Whichever is fewer is walked: a question may mention more keys than a Node has labels.
        if keys.len() <= labels.len() {
            for (key, builder) in keys.iter().zip(&mut builders) {
                if let Some(value) = labels.get(key) {
                    builder.push(position, value);
                }
            }
        } else {
            for (key, value) in labels.iter() {
                if let Ok(index) = keys.binary_search(&key)
                    && let Some(builder) = builders.get_mut(index)
                {
                    builder.push(position, value);
                }
            }
        }
    }
    builders.into_iter().map(|builder| builder.column).collect()
}

#[derive(Default)]
struct Builder<'a> {
    column: LabelColumn,
    numbers: BTreeMap<&'a str, u32>,
    last: Option<(&'a str, u32)>,
}

impl<'a> Builder<'a> {
    fn push(&mut self, position: u32, value: &'a str) {
        let number = match self.last {
            // Neighbours are often alike.
            Some((text, number)) if text == value => number,
            _ => {
                let first = &mut self.column.first;
                *self.numbers.entry(value).or_insert_with(|| {
                    first.push(position);
                    // There are at most as many values as Nodes.
                    u32::try_from(first.len() - 1).unwrap_or(u32::MAX)
                })
            }
        };
        self.last = Some((value, number));
        self.column.entries.push((position, number));
    }
}
