use super::flow::Flow;
use super::{Slot, SlotId, SlotKind};
use crate::source::TextRange;
use std::ops::Range;

/// A document line by line.
pub(super) struct Lines<'t> {
    /// The file's.
    pub(super) text: &'t str,
    /// One past the last byte of the document.
    pub(super) end: usize,
    pub(super) slots: Vec<Slot>,
    pub(super) gap: Option<(SlotId, u32)>,
    at: usize,
    /// The byte that is asked about.
    asked: usize,
    /// What further lines may stand in, from the document inwards.
    open: Vec<SlotId>,
    /// The slot whose value goes on over lines that are indented more.
    text_of: Option<SlotId>,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str, document: Range<usize>, asked: usize) -> Self {
        Self {
            text,
            end: document.end,
            slots: vec![Slot::new(SlotId(0), SlotKind::Document)],
            gap: None,
            at: document.start,
            asked,
            open: vec![SlotId(0)],
            text_of: None,
        }
    }

    pub(super) fn read(&mut self) {
        while self.at <= self.end {
            let start = self.at;
            let end = self.line_end(start);
            self.at = end + 1;
            self.line(start, end);
        }
    }

    pub(super) fn byte(&self, at: usize) -> Option<u8> {
        let byte = self.text.as_bytes().get(at);
        byte.filter(|_| at < self.end).copied()
    }

    /// The line feed that ends the line of a byte, or the end of the document.
    pub(super) fn line_end(&self, from: usize) -> usize {
        let rest = self.text.get(from..self.end).unwrap_or_default();
        from + rest.bytes().position(|b| b == b'\n').unwrap_or(rest.len())
    }

    /// Over blanks, to the first byte of something else.
    pub(super) fn over_blanks(&self, from: usize, end: usize) -> usize {
        let mut at = from;
        while at < end && matches!(self.byte(at), Some(b' ' | b'\t' | b'\r')) {
            at += 1;
        }
        at
    }

    pub(super) fn add(&mut self, slot: Slot) -> SlotId {
        let id = SlotId(narrow(self.slots.len()));
        let parent = slot.parent;
        self.slots.push(slot);
        let before = self.slot_mut(parent).and_then(|holder| {
            holder.first.get_or_insert(id);
            holder.last.replace(id)
        });
        if let Some(before) = before.and_then(|before| self.slot_mut(before)) {
            before.next = Some(id);
        }
        id
    }

    /// An item of a list, with its number.
    pub(super) fn item(&mut self, parent: SlotId) -> Slot {
        let number = self.slot_mut(parent).map_or(0, |list| {
            list.items += 1;
            list.items - 1
        });
        Slot::new(parent, SlotKind::Item(number))
    }

    pub(super) fn slot_mut(&mut self, id: SlotId) -> Option<&mut Slot> {
        self.slots.get_mut(id.0 as usize)
    }

    fn column_of(&self, id: SlotId) -> Option<u32> {
        self.slots.get(id.0 as usize)?.column
    }

    /// What something in a column stands in; more of a slot is closed where it stands in the column itself and
    /// `closes` says so.
    fn close(&mut self, column: u32, closes: fn(SlotKind) -> bool) -> SlotId {
        while let Some(&last) = self.open.last() {
            let kind = self.slots.get(last.0 as usize).map(|slot| slot.kind);
            let is_closed = self
                .column_of(last)
                .is_some_and(|own| own > column || own == column && kind.is_some_and(closes));
            if !is_closed {
                return last;
            }
            self.open.pop();
        }
        SlotId(0)
    }

    fn line(&mut self, start: usize, end: usize) {
        let first = self.over_blanks(start, end);
        let column = narrow(first - start);
        let is_asked = (start..=end).contains(&self.asked);
        if first == end {
            // Where a document ends before its text does, a separator stands.
            let is_line = matches!(self.text.as_bytes().get(end), None | Some(b'\n'));
            if is_asked && is_line {
                self.note_gap(narrow(self.asked - start));
            }
            return;
        }
        if let Some(holder) = self.text_of {
            if self.column_of(holder).is_none_or(|own| column > own) {
                if let Some(slot) = self.slot_mut(holder) {
                    slot.value.end = narrow(end);
                }
                return;
            }
            self.text_of = None;
        }
        let rest = self.text.get(first..end).unwrap_or_default();
        if rest.starts_with(['#', '%']) || rest.starts_with("{{") || rest.trim_end() == "..." {
            return;
        }
        self.content(start, first, end);
    }

    /// A blank line: what is indented less than the caret is open to it.
    fn note_gap(&mut self, column: u32) {
        let mut open = self.open.iter().rev();
        let within = open.find(|id| self.column_of(**id).is_none_or(|own| own < column));
        self.gap = within.map(|id| (*id, column));
    }

    /// Dashes, then a key or a text.
    fn content(&mut self, line: usize, from: usize, end: usize) {
        let mut at = from;
        while self.byte(at) == Some(b'-')
            && (at + 1 == end || matches!(self.byte(at + 1), Some(b' ' | b'\t' | b'\r')))
        {
            let column = narrow(at - line);
            let parent = self.close(column, |kind| kind != SlotKind::Field);
            let next = self.over_blanks(at + 1, end);
            let item = Slot {
                key: TextRange::from_usize(at, at + 1),
                column: Some(column),
                room: TextRange::from_usize(at + 1, next),
                ..self.item(parent)
            };
            let id = self.add(item);
            self.open.push(id);
            at = next;
        }
        if at == end || self.byte(at) == Some(b'#') {
            return;
        }
        let column = narrow(at - line);
        if matches!(self.byte(at), Some(b'{' | b'[')) {
            let holder = self.close(column, |_| true);
            self.flow(holder, at);
            return;
        }
        match self.key_end(at, end) {
            Some((key_end, colon)) => {
                let parent = self.close(column, |_| true);
                let next = self.over_blanks(colon + 1, end);
                let field = Slot {
                    key: TextRange::from_usize(at, key_end),
                    column: Some(column),
                    ..Slot::new(parent, SlotKind::Field)
                };
                let id = self.add(field);
                self.open.push(id);
                self.value(id, colon + 1, next, end);
            }
            None => {
                let parent = self.close(column, |_| true);
                let holder = self.slots.get(parent.0 as usize);
                // More of a text that began before.
                if holder.is_some_and(|holder| !holder.value.is_empty()) {
                    return;
                }
                let word = Slot {
                    value: TextRange::from_usize(at, self.scalar_end(at, end)),
                    column: Some(column),
                    ..Slot::new(parent, SlotKind::Word)
                };
                self.add(word);
            }
        }
    }

    /// What stands behind a colon.
    fn value(&mut self, of: SlotId, behind: usize, from: usize, end: usize) {
        let mut at = from;
        while matches!(self.byte(at), Some(b'&' | b'!')) && at < end {
            while at < end && !matches!(self.byte(at), Some(b' ' | b'\t')) {
                at += 1;
            }
            at = self.over_blanks(at, end);
        }
        let is_comment = at > behind && self.byte(at) == Some(b'#');
        if at == end || is_comment {
            if let Some(slot) = self.slot_mut(of) {
                slot.room = TextRange::from_usize(behind, at);
            }
            return;
        }
        match self.byte(at) {
            Some(b'{' | b'[') => self.flow(of, at),
            Some(b'|' | b'>') => {
                self.text_of = Some(of);
                self.set_value(of, at, end);
            }
            quote => {
                let stop = self.scalar_end(at, end);
                let closed = stop > at + 1 && self.byte(stop - 1) == quote;
                if matches!(quote, Some(b'"' | b'\'')) && !closed {
                    self.text_of = Some(of);
                }
                self.set_value(of, at, stop);
            }
        }
    }

    pub(super) fn set_value(&mut self, of: SlotId, from: usize, to: usize) {
        if let Some(slot) = self.slot_mut(of) {
            slot.value = TextRange::from_usize(from, to);
        }
    }

    fn flow(&mut self, holder: SlotId, at: usize) {
        let next = Flow::read(self, holder, at);
        // What stands behind the last bracket on its line is nothing that anybody reads.
        self.at = self.line_end(next) + 1;
    }

    /// Where a key ends, and its colon.
    fn key_end(&self, from: usize, end: usize) -> Option<(usize, usize)> {
        let ends = |at: usize| at == end || matches!(self.byte(at), Some(b' ' | b'\t' | b'\r'));
        if let Some(b'"' | b'\'') = self.byte(from) {
            let stop = self.quoted_end(from, end);
            let colon = self.over_blanks(stop, end);
            return (self.byte(colon) == Some(b':') && ends(colon + 1)).then_some((stop, colon));
        }
        for at in from..end {
            match self.byte(at) {
                Some(b':') if ends(at + 1) => return Some((at, at)),
                Some(b'#') if at > from && matches!(self.byte(at - 1), Some(b' ' | b'\t')) => {
                    return None;
                }
                _ => {}
            }
        }
        None
    }

    /// One past a quoted text, or the end where it is not closed.
    pub(super) fn quoted_end(&self, from: usize, end: usize) -> usize {
        let quote = self.byte(from);
        let mut at = from + 1;
        while at < end {
            match self.byte(at) {
                Some(b'\\') if quote == Some(b'"') => at += 1,
                Some(b'\'') if quote == Some(b'\'') && self.byte(at + 1) == quote => at += 1,
                byte if byte == quote => return at + 1,
                _ => {}
            }
            at += 1;
        }
        end
    }

    /// One past a scalar, without a comment and the blanks before it.
    fn scalar_end(&self, from: usize, end: usize) -> usize {
        if let Some(b'"' | b'\'') = self.byte(from) {
            return self.quoted_end(from, end);
        }
        let is_blank = |at: usize| matches!(self.byte(at), Some(b' ' | b'\t' | b'\r'));
        let mut stop = from;
        for at in from..end {
            if self.byte(at) == Some(b'#') && is_blank(at.saturating_sub(1)) {
                break;
            }
            if !is_blank(at) {
                stop = at + 1;
            }
        }
        stop
    }
}

pub(super) fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
