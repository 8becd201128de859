use super::bars::STATES;
use super::canvas::cut;
use crate::ffi::RolloutFound;
use crate::order::{sort_by, sort_by_key};
use crate::words::{count, name_list};

/// Nodes that have a row each; where there are more, those that behave the same share one.
const SINGLE: usize = 60;
/// Rows of Nodes that share one.
const SHARED: usize = 16;
/// The state of an old Pod that is available.
const OLD: u32 = 3;
/// Columns of a title.
const TITLE: usize = 26;

/// Nodes that are drawn in one row.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) title: String,
    /// How these Nodes end, where they are several.
    pub(super) detail: &'static str,
    pub(super) nodes: Vec<u32>,
    /// Whether the same happens to all of them at the same time: as a bar of one. Otherwise they are counted.
    pub(super) alike: bool,
}

/// What happens to one Node: states, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spans<'a> {
    pub(super) since: &'a [u32],
    pub(super) states: &'a [u32],
}

impl<'a> Spans<'a> {
    pub(super) fn of(found: &'a RolloutFound, node: u32) -> Self {
        let spans = &found.meaning.spans;
        let offset = |at: usize| spans.offset.0.get(at).map(|offset| *offset as usize);
        let (from, to) = (offset(node as usize), offset(node as usize + 1));
        let range = from.unwrap_or_default()..to.unwrap_or_default();
        Self {
            since: spans.since.0.get(range.clone()).unwrap_or_default(),
            states: spans.state.0.get(range).unwrap_or_default(),
        }
    }

    /// The states that it goes through, but for how long it keeps the old Pod first.
    fn way(self) -> &'a [u32] {
        match self.states {
            [OLD, rest @ ..] if !rest.is_empty() => rest,
            states => states,
        }
    }

    /// Whether there is a Pod, or is to be one, at any time.
    fn plays(&self) -> bool {
        self.states.iter().any(|state| *state > 1)
    }
}

/// The Nodes that have, or are to have, a Pod at some time.
pub(super) fn players(found: &RolloutFound) -> Vec<u32> {
    let nodes = (0..).take(found.nodes.len());
    nodes
        .filter(|node| Spans::of(found, *node).plays())
        .collect()
}

/// A row for each Node; for many Nodes one for each way in which they go, those that hold the update up first, then the
/// most numerous.
pub(super) fn rows(found: &RolloutFound, players: &[u32]) -> Vec<Row> {
    if players.len() <= SINGLE {
        return players.iter().map(|node| single(found, *node)).collect();
    }
    let blocks = blocking(found);
    let ways = |node: u32| {
        let holds = blocks.get(node as usize).copied().unwrap_or_default();
        (holds, Spans::of(found, node).way())
    };
    let mut nodes = players.to_vec();
    sort_by(&mut nodes, |a, b| (ways(*a), a).cmp(&(ways(*b), b)));
    let mut groups: Vec<Vec<u32>> = Vec::new();
    for node in nodes {
        match groups.last_mut() {
            Some(group)
                if group
                    .first()
                    .is_some_and(|first| ways(*first) == ways(node)) =>
            {
                group.push(node);
            }
            _ => groups.push(vec![node]),
        }
    }
    sort_by_key(&mut groups, |group| {
        let first = group.first().copied().unwrap_or_default();
        (!ways(first).0, std::cmp::Reverse(group.len()), first)
    });
    let rest: Vec<Vec<u32>> = match groups.len() > SHARED {
        true => groups.drain(SHARED - 1..).collect(),
        false => Vec::new(),
    };
    let mut rows: Vec<Row> = groups
        .into_iter()
        .map(|group| shared(found, group))
        .collect();
    if !rest.is_empty() {
        let ways = rest.len();
        let mut nodes = rest.concat();
        sort_by(&mut nodes, Ord::cmp);
        rows.push(Row {
            title: count(nodes.len(), "node"),
            detail: match ways {
                2..10 => "in a few other ways",
                _ => "in many other ways",
            },
            nodes,
            alike: false,
        });
    }
    rows
}

fn single(found: &RolloutFound, node: u32) -> Row {
    let name = found.nodes.get(node as usize);
    Row {
        title: cut(name.map_or("", String::as_str), TITLE),
        detail: "",
        nodes: vec![node],
        alike: true,
    }
}

fn shared(found: &RolloutFound, nodes: Vec<u32>) -> Row {
    if let [node] = nodes.as_slice() {
        return single(found, *node);
    }
    let first = nodes.first().map(|node| Spans::of(found, *node));
    let alike = nodes
        .iter()
        .all(|node| Some(Spans::of(found, *node)) == first);
    let names: Vec<&str> = nodes
        .iter()
        .take(4)
        .filter_map(|node| found.nodes.get(*node as usize))
        .map(String::as_str)
        .collect();
    let list = name_list(&names, 4);
    let last = first.and_then(|spans| spans.states.last().copied());
    Row {
        title: match nodes.len() <= 3 && cut(&list, TITLE) == list {
            true => list,
            false => count(nodes.len(), "node"),
        },
        detail: last
            .and_then(|state| STATES.get(state as usize))
            .map_or("", |state| state.ends),
        nodes,
        alike,
    }
}

/// For each Node, whether it holds the update up at the end.
fn blocking(found: &RolloutFound) -> Vec<bool> {
    let mut blocks = vec![false; found.nodes.len()];
    // An update that completes waits for nobody at its end.
    for blockers in &found.meaning.blockers {
        for node in &blockers.nodes.0 {
            if let Some(blocks) = blocks.get_mut(*node as usize) {
                *blocks = true;
            }
        }
    }
    blocks
}

/// Whether some Nodes share a row.
pub(super) fn rows_are_shared(rows: &[Row]) -> bool {
    rows.iter().any(|row| row.nodes.len() > 1)
}
