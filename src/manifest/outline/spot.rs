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
        let (mut room, mut brackets) = (None, None);
        for (id, slot) in (0..).map(SlotId).zip(&self.slots) {
            if touches(slot.key) {
                return Spot::Key(id);
            }
            if touches(slot.value) {
                return match slot.kind {
                    SlotKind::Word => Spot::Word(id),
                    _ => Spot::Value(id, slot.value),
                };
            }
            match slot.flow {
                // The innermost brackets are those that open last.
                Some(flow) if self.is_between(flow) => brackets = Some(id),
                None if room.is_none() && self.is_in(slot.room) && !self.is_filled(id) => {
                    room = Some((id, slot));
                }
                _ => {}
            }
        }
        if let Some((id, slot)) = room {
            return match (slot.kind, slot.column) {
                (SlotKind::Item(_), Some(column)) => Spot::Gap {
                    within: id,
                    column: Some(column + self.at - slot.key.start),
                },
                _ => Spot::Value(id, TextRange::at(self.at)),
            };
        }
        if let Some(within) = brackets {
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

    /// Whether the place is behind an opening bracket, and not behind the closing one.
    fn is_between(&self, flow: TextRange) -> bool {
        let closed = flow.end == self.at && flow.of(self.text).ends_with(['}', ']']);
        flow.start < self.at && self.at <= flow.end.max(flow.start + 1) && !closed
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
