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
    /// All values, one behind the other, so that a question reads them in one go.
    text: String,
    /// For each value, where it ends in `text`.
    ends: Vec<usize>,
}

impl LabelColumn {
    /// Positions of Nodes and the numbers of their values, by position.
    #[must_use]
    pub fn entries(&self) -> &[(u32, u32)] {
        &self.entries
    }

    /// The values by number. Numbers count from 0, in the order in which Nodes first have them.
    pub fn values(&self) -> impl ExactSizeIterator<Item = &str> {
        let mut start = 0;
        self.ends.iter().map(move |&end| {
            let value = self.text.get(start..end).unwrap_or_default();
            start = end;
            value
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
                let LabelColumn { text, ends, .. } = &mut self.column;
                *self.numbers.entry(value).or_insert_with(|| {
                    text.push_str(value);
                    ends.push(text.len());
                    // There are at most as many values as Nodes.
                    u32::try_from(ends.len() - 1).unwrap_or(u32::MAX)
                })
            }
        };
        self.last = Some((value, number));
        self.column.entries.push((position, number));
    }
}
