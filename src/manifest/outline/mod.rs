//! What stands around a place of a half-written document: fields, items and lone words by their columns and brackets,
//! whether the document can be read or not.
//!
//! The reader of manifests refuses a document that is no YAML, and what somebody is typing seldom is. Here nothing is
//! refused: a line belongs to what is indented less before it, and a bracket that is not closed ends with the lines
//! that are indented more than what it belongs to.

mod flow;
mod lines;
mod spot;

use super::decode::Position;
use super::{documents, page};
use crate::source::TextRange;
use lines::Lines;

pub use spot::Spot;

/// A place among the slots of an [`Outline`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SlotId(u32);

/// One thing that stands in a document. Ranges are bytes of the file.
#[derive(Clone, Debug)]
pub struct Slot {
    /// What it stands in.
    pub parent: SlotId,
    /// What it is.
    pub kind: SlotKind,
    /// Of a field its key, with quotes; of an item its dash, where it has one.
    pub key: TextRange,
    /// The scalar as it is written, with quotes; empty where there is none.
    pub value: TextRange,
    /// In block style, how many bytes of its line stand before it.
    pub column: Option<u32>,
    /// Behind the colon or the dash, as far as nothing stands there.
    room: TextRange,
    /// From the opening bracket to the closing one, or as far as it goes without.
    flow: Option<TextRange>,
    /// How many items it holds.
    items: u32,
    /// The first and the last of what it holds; what stands in the same slot behind it.
    first: Option<SlotId>,
    last: Option<SlotId>,
    next: Option<SlotId>,
}

/// What a slot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotKind {
    /// The document.
    Document,
    /// A key, with or without a value.
    Field,
    /// An item of a list, by its position.
    Item(u32),
    /// A text that is neither: a value on a line of its own, or a key without its colon.
    Word,
}

/// A document as far as it can be told.
#[derive(Debug)]
pub struct Outline<'t> {
    text: &'t str,
    /// A slot stands behind what it stands in.
    slots: Vec<Slot>,
    /// The blank line that was asked for: what a key there would stand in, and its column.
    gap: Option<(SlotId, u32)>,
    at: u32,
}

impl Slot {
    fn new(parent: SlotId, kind: SlotKind) -> Self {
        Self {
            parent,
            kind,
            key: TextRange::default(),
            value: TextRange::default(),
            column: None,
            room: TextRange::default(),
            flow: None,
            items: 0,
            first: None,
            last: None,
            next: None,
        }
    }

    /// Whether what it holds stands in brackets.
    #[must_use]
    pub fn is_flow(&self) -> bool {
        self.flow.is_some()
    }
}

impl<'t> Outline<'t> {
    /// The outline of the document that holds a byte of a file. `None` where the byte is in no document, as between the
    /// code of a page.
    ///
    /// ```
    /// use everynode::manifest::{Outline, Spot};
    /// let text = "spec:\n  template:\n    spec:\n      \n      containers: [\n";
    /// let outline = Outline::around("ds.yaml", text, 34).unwrap();
    /// let Spot::Gap { within, column } = outline.spot() else { panic!() };
    /// let holder = outline.slot(within).unwrap();
    /// assert_eq!((outline.key(holder), column), ("spec", Some(6)));
    /// ```
    #[must_use]
    pub fn around(name: &str, text: &'t str, at: u32) -> Option<Self> {
        let byte = at as usize;
        let page = page::passages(name, text, Position::default());
        let mut passages = page.passages.into_iter();
        let passage = passages
            .find(|passage| (passage.start..=passage.start + passage.text.len()).contains(&byte))?;
        let document = documents::documents(passage.text, passage.lead)
            .take_while(|document| passage.start + document.start <= byte)
            .last()?;
        let start = passage.start + document.start;
        let mut lines = Lines::new(text, start..start + document.text.len(), byte);
        lines.read();
        Some(Self {
            text,
            slots: lines.slots,
            gap: lines.gap,
            at,
        })
    }

    /// The document itself.
    #[must_use]
    pub fn document(&self) -> SlotId {
        SlotId(0)
    }

    /// One slot.
    #[must_use]
    pub fn slot(&self, id: SlotId) -> Option<&Slot> {
        self.slots.get(id.0 as usize)
    }

    /// What stands in a slot, in the order of the text.
    pub fn children(&self, of: SlotId) -> impl Iterator<Item = (SlotId, &Slot)> {
        let mut next = self.slot(of).and_then(|slot| slot.first);
        std::iter::from_fn(move || {
            let id = next?;
            let slot = self.slot(id)?;
            next = slot.next;
            Some((id, slot))
        })
    }

    /// The field of a name in a slot.
    #[must_use]
    pub fn field(&self, of: SlotId, name: &str) -> Option<(SlotId, &Slot)> {
        let mut children = self.children(of);
        children.find(|(_, slot)| slot.kind == SlotKind::Field && self.key(slot) == name)
    }

    /// The name of a field, without quotes.
    #[must_use]
    pub fn key(&self, slot: &Slot) -> &'t str {
        unquoted(slot.key.of(self.text))
    }

    /// The scalar of a slot, without quotes.
    #[must_use]
    pub fn value(&self, slot: &Slot) -> &'t str {
        unquoted(slot.value.of(self.text))
    }

    /// As it is written.
    #[must_use]
    pub fn written(&self, range: TextRange) -> &'t str {
        range.of(self.text)
    }

    /// The slots from the document to one, both included.
    #[must_use]
    pub fn way(&self, to: SlotId) -> Vec<SlotId> {
        let mut way = vec![to];
        let mut id = to;
        while let Some(slot) = self.slot(id).filter(|slot| slot.parent < id) {
            id = slot.parent;
            way.push(id);
        }
        way.reverse();
        way
    }

    /// How far items of lists stand behind the key of their list, as the first one of the document does; `None` without one.
    #[must_use]
    pub fn list_indent(&self) -> Option<u32> {
        self.slots.iter().find_map(|slot| {
            let parent = self.slot(slot.parent)?;
            let is_item = matches!(slot.kind, SlotKind::Item(_));
            let dashed = is_item && parent.kind == SlotKind::Field;
            dashed.then(|| slot.column?.checked_sub(parent.column?))?
        })
    }
}

/// What stands between quotes, as it is written there.
fn unquoted(written: &str) -> &str {
    let quote = written.chars().next().filter(|c| matches!(c, '"' | '\''));
    let Some(quote) = quote else {
        return written;
    };
    let inner = written.get(1..).unwrap_or_default();
    inner.strip_suffix(quote).unwrap_or(inner)
}
