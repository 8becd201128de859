use super::{Outline, SlotId, SlotKind};
use crate::source::TextRange;

/// What stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The key of a field, or the dash of an item.
    Key(SlotId),
    /// The scalar of a field or item, or the room for one: what would be replaced.
    Value(SlotId, TextRange),
    /// A text that may become a key.
    Word(SlotId),
    /// Nothing, where a key or an item may stand. In block style, the column.
    Gap {
        /// What it would stand in.
        within: SlotId,
        /// How many bytes of the line are before it.
        column: Option<u32>,
    },
    /// Nothing, where nothing may stand.
    Nowhere,
}

impl Outline<'_> {
    /// What stands at the byte that the outline was made for: also right before and right behind it.
    #[must_use]
    pub fn spot(&self) -> Spot {
        let touches =
            |range: TextRange| !range.is_empty() && range.start <= self.at && self.at <= range.end;
        let all = || (0..).map(SlotId).zip(&self.slots).skip(1);
        for (id, slot) in all() {
            if touches(slot.key) {
                return Spot::Key(id);
            }
            if touches(slot.value) {
                return match slot.kind {
                    SlotKind::Word => Spot::Word(id),
                    _ => Spot::Value(id, slot.value),
                };
            }
        }
        for (id, slot) in all() {
            if slot.flow.is_none() && self.is_in(slot.room) && !self.is_filled(id) {
                return match (slot.kind, slot.column) {
                    (SlotKind::Item(_), Some(column)) => Spot::Gap {
                        within: id,
                        column: Some(column + self.at - slot.key.start),
                    },
                    _ => Spot::Value(id, TextRange::at(self.at)),
                };
            }
        }
        // The innermost brackets are those that open last.
        let around = (0..).map(SlotId).zip(&self.slots).filter(|(_, slot)| {
            slot.flow
                .is_some_and(|flow| flow.start < self.at && self.at <= flow.end.max(flow.start + 1))
                && !self.is_behind_brackets(slot.flow)
        });
        if let Some((within, _)) = around.max_by_key(|(_, slot)| slot.flow) {
            let column = None;
            return Spot::Gap { within, column };
        }
        self.gap.map_or(Spot::Nowhere, |(within, column)| {
            self.in_column(within, column)
        })
    }

    fn is_in(&self, room: TextRange) -> bool {
        room.start > 0 && room.start <= self.at && self.at <= room.end
    }

    /// Whether something stands on the line of a dash, in the same line.
    fn is_filled(&self, id: SlotId) -> bool {
        let is_item = self
            .slot(id)
            .is_some_and(|slot| matches!(slot.kind, SlotKind::Item(_)));
        let line = |range: TextRange| {
            let between = self.text.get(self.at as usize..range.start as usize);
            between.is_some_and(|between| !between.contains('\n'))
        };
        is_item
            && self.children(id).any(|(_, child)| {
                line(if child.key.is_empty() {
                    child.value
                } else {
                    child.key
                })
            })
    }

    /// Whether the place is behind brackets that are closed.
    fn is_behind_brackets(&self, flow: Option<TextRange>) -> bool {
        let Some(flow) = flow.filter(|flow| flow.end == self.at) else {
            return false;
        };
        flow.of(self.text).ends_with(['}', ']'])
    }

    /// A key there stands in a column in which the others stand, too.
    fn in_column(&self, within: SlotId, column: u32) -> Spot {
        let fits = self.children(within).all(|(_, child)| match child.kind {
            SlotKind::Field => child.column == Some(column),
            _ => true,
        });
        let has_value = self
            .slot(within)
            .is_some_and(|slot| !slot.value.is_empty() || slot.flow.is_some());
        match fits && !has_value {
            true => Spot::Gap {
                within,
                column: Some(column),
            },
            false => Spot::Nowhere,
        }
    }
}
