//! A document, or one item of a list, as a flat row of slots: no allocation for a value that stands in the text as it is.

use super::event::Style;
use super::scalar::{self, Resolved};
use crate::order::{OrderedMap, sort_by};
use crate::source::TextRange;

/// What a slot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Map,
    List,
    Scalar {
        style: Style,
        /// The value is not in the source as it is, but in the tree's own text.
        own: bool,
    },
    /// The key `<<`, whose value is merged into the map around it.
    Merge,
    /// Stands for another slot.
    Alias,
}

impl Kind {
    /// A key in the tree's own text.
    pub(super) const NAME: Self = Self::Scalar {
        style: Style::Text,
        own: true,
    };
}

/// One key or value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    pub(super) kind: Kind,
    /// Where it is written.
    pub(super) range: TextRange,
    /// A scalar: the first byte of its value. A container: its first child. An alias: what it stands for.
    pub(super) first: u32,
    /// A scalar: one past the last byte of its value. A container: one past all that is in it.
    pub(super) end: u32,
}

/// Slots in the order of the text; the children of a container follow it, a map's as key, value, key, value.
#[derive(Debug, Default)]
pub(super) struct Tree<'t> {
    pub(super) text: &'t str,
    pub(super) own: String,
    pub(super) slots: Vec<Slot>,
}

impl<'t> Tree<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        // What a manifest of some kilobytes comes to; larger texts grow into what they need.
        let room = (text.len() / 10).min(256);
        Self {
            text,
            slots: Vec::with_capacity(room),
            ..Self::default()
        }
    }

    pub(super) fn clear(&mut self) {
        self.own.clear();
        self.slots.clear();
    }

    /// The value that all others are in.
    pub(super) fn root(&self) -> Option<Node<'_>> {
        self.slots.first()?;
        Some(self.node(0))
    }

    pub(super) fn node(&self, at: u32) -> Node<'_> {
        Node { tree: self, at }
    }

    /// The value of a scalar slot.
    pub(super) fn value(&self, slot: Slot) -> &str {
        let range = slot.first as usize..slot.end as usize;
        match slot.kind {
            Kind::Scalar { own: true, .. } => self.own.get(range),
            Kind::Scalar { own: false, .. } => self.text.get(range),
            _ => None,
        }
        .unwrap_or_default()
    }

    fn slot(&self, at: u32) -> Slot {
        self.slots.get(at as usize).copied().unwrap_or(Slot {
            kind: Kind::List,
            range: TextRange::default(),
            first: u32::MAX,
            end: u32::MAX,
        })
    }

    /// Key and value of a field among the children from `at` to `end`, of the last one where it stands twice.
    pub(super) fn field(&self, mut at: u32, end: u32, name: &str) -> Option<(u32, u32)> {
        let mut found = None;
        while let Some(key) = self.slots.get(at as usize).filter(|_| at < end) {
            let value = match key.kind {
                Kind::Map | Kind::List => key.end,
                _ => at + 1,
            };
            let length = key.end.wrapping_sub(key.first) as usize;
            // Most keys that are asked for differ in length: their text is not looked at.
            let is_it = match key.kind {
                Kind::Alias => self.node(at).text() == name,
                _ => length == name.len() && self.value(*key) == name,
            };
            if is_it {
                found = Some((at, value));
            }
            at = self.after(value);
        }
        found
    }

    /// The slot behind this one and all that is in it.
    pub(super) fn after(&self, at: u32) -> u32 {
        match self.slots.get(at as usize) {
            Some(Slot {
                kind: Kind::Map | Kind::List,
                end,
                ..
            }) => *end,
            _ => at.saturating_add(1),
        }
    }
}

/// What closing a map needs to know of it. The map's own slot has no end yet.
impl Tree<'_> {
    /// Keys and values from the first child to the last slot.
    fn pairs(&self, map: u32) -> Vec<(u32, u32)> {
        let mut pairs = Vec::new();
        let mut at = map + 1;
        while (at as usize) < self.slots.len() {
            let value = self.after(at);
            pairs.push((at, value));
            at = self.after(value);
        }
        pairs
    }

    /// The text of a field of the outermost map, while that is still open.
    pub(super) fn open_field(&self, name: &str) -> &str {
        self.pairs(0)
            .into_iter()
            .rfind(|&(key, _)| self.node(key).text() == name)
            .map_or("", |(_, value)| self.node(value).text())
    }

    /// For each key that stands more than once: its first and its last place.
    pub(super) fn duplicate_keys(&self, map: u32) -> Vec<(TextRange, TextRange)> {
        let mut keys: Vec<(&str, u32)> = self
            .pairs(map)
            .into_iter()
            .filter(|&(key, _)| self.slot(key).kind != Kind::Merge)
            .map(|(key, _)| (self.node(key).text(), key))
            .collect();
        // Most maps are short, and none of their keys stands twice.
        let is_again = |at: usize, key: &str| keys.iter().take(at).any(|(known, _)| *known == key);
        let mut places = keys.iter().enumerate();
        if keys.len() <= SHORT && !places.any(|(at, (key, _))| is_again(at, key)) {
            return Vec::new();
        }
        sort_by(&mut keys, Ord::cmp);
        keys.chunk_by(|a, b| a.0 == b.0)
            .filter_map(|same| match same {
                [(_, first), .., (_, last)] => {
                    Some((self.slot(*first).range, self.slot(*last).range))
                }
                _ => None,
            })
            .collect()
    }

    /// The keys and values of a map with `<<`, and the places of what cannot be merged.
    ///
    /// What is written later wins, even a merged value over a key that stands before the `<<`; of several merged maps
    /// the first one wins.
    ///
    /// Upstream: go.yaml.in/yaml/v2 decode.go merge
    pub(super) fn merged(&self, map: u32) -> (Vec<(u32, u32)>, Vec<TextRange>) {
        let mut pairs = Vec::new();
        let mut wrong = Vec::new();
        for (key, value) in self.pairs(map) {
            if self.slot(key).kind != Kind::Merge {
                pairs.push((key, value));
                continue;
            }
            let value = self.node(value);
            let mut maps: Vec<Node<'_>> = match value.value() {
                Value::List => value.items().collect(),
                _ => vec![value],
            };
            maps.reverse();
            for map in maps {
                if !map.is_map() {
                    wrong.push(map.range());
                }
                pairs.extend(map.entries().map(|(k, v)| (k.target().at, v.target().at)));
            }
        }
        let mut seen = OrderedMap::new();
        let mut last: Vec<(u32, u32)> = pairs
            .into_iter()
            .rev()
            .filter(|&(key, _)| seen.insert(self.node(key).text(), ()).is_none())
            .collect();
        last.reverse();
        (last, wrong)
    }
}

/// A value of a tree. Aliases are followed, except for the place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node<'a> {
    tree: &'a Tree<'a>,
    pub(super) at: u32,
}

/// Keys that are compared with one another before they are sorted.
const SHORT: usize = 8;

/// A key's text, the key, and its value.
pub(super) type Entry<'a> = (&'a str, Node<'a>, Node<'a>);

/// What a value is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Value<'a> {
    Map,
    List,
    Scalar(&'a str, Resolved),
}

impl<'a> Node<'a> {
    /// Where it is written; of an alias, the alias itself.
    pub(super) fn range(self) -> TextRange {
        self.tree.slot(self.at).range
    }

    /// What it stands for.
    pub(super) fn target(self) -> Self {
        let slot = self.tree.slot(self.at);
        match slot.kind {
            Kind::Alias => Self {
                at: slot.first,
                ..self
            },
            _ => self,
        }
    }

    fn slot(self) -> Slot {
        self.tree.slot(self.target().at)
    }

    pub(super) fn value(self) -> Value<'a> {
        let slot = self.slot();
        match slot.kind {
            Kind::Map => Value::Map,
            Kind::Scalar { style, .. } => {
                let text = self.tree.value(slot);
                let resolved = match style {
                    Style::Text => Resolved::Text,
                    Style::Plain | Style::Tagged(_) => scalar::resolve(text),
                };
                Value::Scalar(text, resolved)
            }
            _ => Value::List,
        }
    }

    pub(super) fn is_map(self) -> bool {
        self.slot().kind == Kind::Map
    }

    pub(super) fn is_list(self) -> bool {
        self.slot().kind == Kind::List
    }

    pub(super) fn is_null(self) -> bool {
        let slot = self.slot();
        let plain = matches!(slot.kind, Kind::Scalar { style, .. } if style != Style::Text);
        plain && scalar::is_null(self.tree.value(slot))
    }

    /// The text of a scalar, whatever it resolves to; empty for anything else.
    pub(super) fn text(self) -> &'a str {
        self.tree.value(self.slot())
    }

    /// Keys and values in the order of the text, equal keys included; nothing for what is no map.
    pub(super) fn entries(self) -> impl Iterator<Item = (Node<'a>, Node<'a>)> + Clone {
        let mut children = self.children(Kind::Map);
        std::iter::from_fn(move || Some((children.next()?, children.next()?)))
    }

    /// The same with the texts of the keys.
    pub(super) fn texts_and_entries(self) -> impl Iterator<Item = Entry<'a>> {
        self.entries().map(|(key, value)| (key.text(), key, value))
    }

    /// The same by the keys' texts; of equal keys the last one.
    pub(super) fn sorted_entries(self) -> Vec<Entry<'a>> {
        let slot = self.slot();
        // A key and its value take two slots at least. Most maps are short.
        let most = slot.end.saturating_sub(slot.first).div_ceil(2).min(16);
        let mut entries: Vec<Entry<'_>> = Vec::with_capacity(most as usize);
        entries.extend(self.texts_and_entries());
        if !entries.is_sorted_by(|a, b| a.0 < b.0) {
            entries.reverse();
            sort_by(&mut entries, |a, b| a.0.cmp(b.0));
            entries.dedup_by(|later, first| later.0 == first.0);
        }
        entries
    }

    /// Items in the order of the text; nothing for what is no list.
    pub(super) fn items(self) -> impl Iterator<Item = Node<'a>> + Clone {
        self.children(Kind::List)
    }

    /// The value of a key, of the last one where it stands twice.
    pub(super) fn get(self, key: &str) -> Option<Node<'a>> {
        let slot = self.slot();
        let tree = self.tree;
        let is_map = slot.kind == Kind::Map;
        let (_, at) = tree.field(slot.first, slot.end, key).filter(|_| is_map)?;
        Some(Node { tree, at })
    }

    fn children(self, kind: Kind) -> impl Iterator<Item = Node<'a>> + Clone {
        let slot = self.slot();
        let tree = self.tree;
        let (mut at, end) = if slot.kind == kind {
            (slot.first, slot.end)
        } else {
            (0, 0)
        };
        std::iter::from_fn(move || {
            (at < end).then(|| {
                let node = Node { tree, at };
                at = tree.after(at);
                node
            })
        })
    }
}
