use crate::model::{Defaulted, Node};
use crate::order::OrderedMap;
use std::ops::Range;
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
    /// Numbers of values, sorted by value.
    sorted: Vec<u32>,
    /// Positions of Nodes, those of one value side by side and ascending.
    by_value: Vec<u32>,
    /// For each value, where its Nodes end in `by_value`.
    node_ends: Vec<usize>,
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

    /// Positions of the Nodes that have a value, ascending. Costs no more than looking the value up.
    #[must_use]
    pub fn with_value(&self, value: &str) -> &[u32] {
        let found = self.sorted.binary_search_by(|number| {
            let text = between(&self.ends, *number as usize).and_then(|of| self.text.get(of));
            text.unwrap_or_default().cmp(value)
        });
        let number = found.ok().and_then(|at| self.sorted.get(at));
        number.map_or(&[], |number| self.with_number(*number as usize))
    }

    /// Positions of the Nodes that have the value of a number, ascending.
    #[must_use]
    pub fn with_number(&self, number: usize) -> &[u32] {
        let nodes = between(&self.node_ends, number).and_then(|of| self.by_value.get(of));
        nodes.unwrap_or_default()
    }

    /// Brings the Nodes of each value together: a counting sort.
    fn index(&mut self, sorted: Vec<u32>) {
        self.sorted = sorted;
        let mut counts = vec![0; self.ends.len()];
        for (_, number) in &self.entries {
            if let Some(count) = counts.get_mut(*number as usize) {
                *count += 1;
            }
        }
        let mut end = 0;
        self.node_ends = counts
            .into_iter()
            .map(|count| {
                let start = end;
                end += count;
                start
            })
            .collect();
        self.by_value = vec![0; self.entries.len()];
        // Each end starts where its Nodes start, and is where they end when all are in place.
        for (position, number) in &self.entries {
            if let Some(end) = self.node_ends.get_mut(*number as usize) {
                if let Some(slot) = self.by_value.get_mut(*end) {
                    *slot = *position;
                }
                *end += 1;
            }
        }
    }
}

/// What lies between the end before and the end of a number.
fn between(ends: &[usize], number: usize) -> Option<Range<usize>> {
    let start = match number.checked_sub(1) {
        Some(before) => *ends.get(before)?,
        None => 0,
    };
    Some(start..*ends.get(number)?)
}

/// Columns for several labels, built in one walk over the Nodes. `keys` are sorted, each once.
pub(super) fn build(nodes: &[Arc<Defaulted<Node>>], keys: &[&str]) -> Vec<LabelColumn> {
    let mut builders: Vec<Builder<'_>> = keys.iter().map(|_| Builder::default()).collect();
    for (node, position) in nodes.iter().zip(0..) {
        let labels = &node.metadata.labels;
        // Whichever is fewer is walked: a question may mention more keys than a Node has labels.
        if keys.len() <= labels.len() {
            for (key, builder) in keys.iter().zip(&mut builders) {
                if let Some(value) = labels.get_near(key, &mut builder.guess) {
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
    builders.into_iter().map(Builder::finish).collect()
}

#[derive(Default)]
struct Builder<'a> {
    column: LabelColumn,
    numbers: OrderedMap<&'a str, u32>,
    last: Option<(&'a str, u32)>,
    /// Where the Node before has the label.
    guess: usize,
}

impl<'a> Builder<'a> {
    fn push(&mut self, position: u32, value: &'a str) {
        let number = match self.last {
            // Neighbours are often alike.
            Some((text, number)) if text == value => number,
            _ => {
                let LabelColumn { text, ends, .. } = &mut self.column;
                *self.numbers.or_insert_with(value, || {
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

    fn finish(self) -> LabelColumn {
        let mut column = self.column;
        column.index(self.numbers.into_values().collect());
        column
    }
}
