use super::lines::Lines;
use super::{Slot, SlotId, SlotKind};
use crate::source::TextRange;

/// Brackets and what is between them.
pub(super) struct Flow<'l, 't> {
    lines: &'l mut Lines<'t>,
    at: usize,
    /// Where the line ends that this is in.
    line_end: usize,
    open: Vec<Open>,
    /// Lines that are indented no more than this are not of the brackets any more.
    column: Option<u32>,
}

struct Open {
    holder: SlotId,
    is_map: bool,
    /// The field that waits for its value.
    waiting: Option<SlotId>,
}

impl<'l, 't> Flow<'l, 't> {
    /// Reads from an opening bracket; answers where it went to.
    pub(super) fn read(lines: &'l mut Lines<'t>, holder: SlotId, at: usize) -> usize {
        let column = lines
            .slots
            .get(holder.0 as usize)
            .and_then(|slot| slot.column);
        let line_end = lines.line_end(at);
        let mut flow = Self {
            lines,
            at,
            line_end,
            open: Vec::new(),
            column,
        };
        flow.enter(holder);
        while !flow.open.is_empty() && flow.step() {}
        let end = flow.at;
        while !flow.open.is_empty() {
            flow.leave(end);
        }
        end
    }

    /// One token; `false` at the end of what belongs to the brackets.
    fn step(&mut self) -> bool {
        let Some(byte) = self.lines.byte(self.at) else {
            return false;
        };
        match byte {
            b'\n' => return self.next_line(),
            b' ' | b'\t' | b'\r' => self.at += 1,
            b'#' => self.at = self.line_end,
            b',' => {
                self.settle(self.at);
                self.at += 1;
            }
            b':' => self.at += 1,
            b'{' | b'[' => self.nest(),
            b'}' | b']' => {
                self.settle(self.at);
                self.at += 1;
                self.leave(self.at);
            }
            _ => self.token(),
        }
        true
    }

    fn next_line(&mut self) -> bool {
        let start = self.at + 1;
        let end = self.lines.line_end(start);
        let first = self.lines.over_blanks(start, end);
        let closes = matches!(self.lines.byte(first), Some(b'}' | b']'));
        let is_out = |column: u32| first < end && first - start <= column as usize;
        if self.column.is_some_and(is_out) && !closes {
            return false;
        }
        self.settle(self.at);
        (self.at, self.line_end) = (start, end);
        true
    }

    fn enter(&mut self, holder: SlotId) {
        let is_map = self.lines.byte(self.at) == Some(b'{');
        if let Some(slot) = self.lines.slot_mut(holder) {
            slot.flow = Some(TextRange::from_usize(self.at, self.at));
        }
        self.open.push(Open {
            holder,
            is_map,
            waiting: None,
        });
        self.at += 1;
    }

    fn leave(&mut self, end: usize) {
        self.settle(end);
        let Some(open) = self.open.pop() else { return };
        if let Some(slot) = self.lines.slot_mut(open.holder)
            && let Some(range) = slot.flow
        {
            slot.flow = Some(range.cover(TextRange::from_usize(end, end)));
        }
    }

    /// Brackets within brackets.
    fn nest(&mut self) {
        let Some(open) = self.open.last_mut() else {
            return;
        };
        let (parent, waiting) = (open.holder, open.waiting.take());
        let holder = match waiting {
            Some(field) => field,
            None => {
                let item = self.lines.item(parent);
                self.lines.add(item)
            }
        };
        self.enter(holder);
    }

    /// A field gets no value any more.
    fn settle(&mut self, at: usize) {
        let waiting = self.open.last_mut().and_then(|open| open.waiting.take());
        if let Some(slot) = waiting.and_then(|field| self.lines.slot_mut(field)) {
            slot.room = TextRange::from_usize(slot.room.start as usize, at);
        }
    }

    fn token(&mut self) {
        let start = self.at;
        let line_end = self.line_end;
        let is_quoted = matches!(self.lines.byte(start), Some(b'"' | b'\''));
        let end = match is_quoted {
            true => self.lines.quoted_end(start, line_end),
            false => self.plain_end(start, line_end),
        };
        self.at = end.max(start + 1);
        let colon = self.lines.over_blanks(end, line_end);
        let has_colon = self.lines.byte(colon) == Some(b':');
        let Some(open) = self.open.last_mut() else {
            return;
        };
        let parent = open.holder;
        let token = TextRange::from_usize(start, end);
        if let Some(field) = open.waiting.take() {
            self.lines.set_value(field, start, end);
        } else if !open.is_map {
            let item = Slot {
                value: token,
                ..self.lines.item(parent)
            };
            self.lines.add(item);
        } else if has_colon {
            let field = self.lines.add(Slot {
                key: token,
                room: TextRange::from_usize(colon + 1, colon + 1),
                ..Slot::new(parent, SlotKind::Field)
            });
            open.waiting = Some(field);
            self.at = colon + 1;
        } else {
            let word = Slot {
                value: token,
                ..Slot::new(parent, SlotKind::Word)
            };
            self.lines.add(word);
        }
    }

    fn plain_end(&self, start: usize, line_end: usize) -> usize {
        let is_blank = |at: usize| matches!(self.lines.byte(at), Some(b' ' | b'\t' | b'\r'));
        let mut end = start;
        for at in start..line_end {
            match self.lines.byte(at) {
                Some(b',' | b'{' | b'}' | b'[' | b']') => break,
                Some(b':') => {
                    let next = self.lines.byte(at + 1);
                    if at + 1 == line_end
                        || is_blank(at + 1)
                        || matches!(next, Some(b',' | b'}' | b']'))
                    {
                        break;
                    }
                    end = at + 1;
                }
                Some(b'#') if is_blank(at.saturating_sub(1)) => break,
                _ if is_blank(at) => {}
                _ => end = at + 1,
            }
        }
        end
    }
}
