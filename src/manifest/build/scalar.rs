//! Keys and scalars: what they resolve to, and where their text is kept.

use super::super::event::{Events, Scalar, Style, Tag};
use super::super::keep::Keep;
use super::super::scalar::{self, Resolved};
use super::super::tree::{Kind, Slot};
use super::alias::Anchor;
use super::{Build, Fault, Stop, binary};
use crate::source::TextRange;
use std::borrow::Cow;

impl<'t> Build<'t> {
    pub(super) fn key(
        &mut self,
        events: &mut Events<'t>,
        text: &str,
        source: Option<TextRange>,
        range: TextRange,
        style: Style,
    ) -> Result<(), Stop> {
        let merge = style == Style::Plain && text == "<<";
        self.last_end = range.end;
        if let Some(frame) = self.frames.last()
            && matches!(frame.keep.field(text), Keep::Drop)
        {
            self.whole = false;
            if let Some(end) = events.pass_over(self.room()) {
                self.last_end = end;
                return Ok(());
            }
            let value = events.next()?;
            return self.skip(events, value);
        }
        if let Style::Tagged(tag) = style
            && !fits(tag, scalar::resolve(text))
        {
            self.fault(Fault::TagMismatch(range));
        }
        let converted = match style {
            Style::Text => None,
            Style::Tagged(Tag::Binary) => self.binary(text, range).map(Cow::Owned),
            Style::Plain | Style::Tagged(_) => match scalar::key_text(text) {
                Some(converted) => Some(converted).filter(|converted| converted != text),
                None => {
                    self.fault(Fault::NullKey(range));
                    None
                }
            },
        };
        let at = self.position();
        match converted {
            Some(converted) => self.push_own(&converted, range, Style::Text),
            None => self.push_text(text, source, range, Style::Text),
        }
        if merge && let Some(slot) = self.tree.slots.last_mut() {
            slot.kind = Kind::Merge;
        }
        let tree = &self.tree;
        let text = |at: u32| {
            let slot = tree.slots.get(at as usize).copied();
            slot.map_or("", |slot| tree.value(slot))
        };
        if let Some(frame) = self.frames.last_mut() {
            if frame.ascending && frame.last_key.is_some_and(|last| text(last) >= text(at)) {
                frame.ascending = false;
            }
            frame.last_key = Some(at);
            frame.key = Some(at);
            frame.merges |= merge;
        }
        Ok(())
    }

    pub(super) fn scalar(&mut self, scalar: &Scalar<'t>) {
        self.last_end = scalar.range.end;
        let text = scalar.value();
        let own = match scalar.style {
            Style::Tagged(Tag::Binary) => self.binary(&text, scalar.range),
            _ => None,
        };
        let mut style = scalar.style;
        if style != Style::Text {
            let resolved = scalar::resolve(&text);
            if (style, resolved) == (Style::Plain, Resolved::Text) {
                // So that nobody has to find it out again.
                style = Style::Text;
            }
            match scalar.style {
                Style::Tagged(tag) if !fits(tag, resolved) => {
                    self.fault(Fault::TagMismatch(scalar.range));
                }
                _ if resolved == (Resolved::Float { finite: false }) => {
                    self.fault(Fault::NotFinite(scalar.range));
                }
                _ => {}
            }
        }
        if scalar.anchor != 0 {
            let anchor = Anchor::scalar(self.position());
            self.anchors.insert(scalar.anchor, anchor);
        }
        match own {
            Some(text) => self.push_own(&text, scalar.range, Style::Text),
            None => self.push_text(&text, scalar.slice(), scalar.range, style),
        }
    }

    /// The text that a scalar in base64 stands for.
    fn binary(&mut self, text: &str, range: TextRange) -> Option<String> {
        let decoded = binary::decoded(text);
        if decoded.is_none() {
            self.fault(Fault::TagMismatch(range));
        }
        decoded
    }

    fn push_text(&mut self, text: &str, source: Option<TextRange>, range: TextRange, style: Style) {
        match source {
            Some(value) => self.push(Slot {
                kind: Kind::Scalar { style, own: false },
                range,
                first: value.start,
                end: value.end,
            }),
            None => self.push_own(text, range, style),
        }
    }

    fn push_own(&mut self, text: &str, range: TextRange, style: Style) {
        let start = self.tree.own.len();
        self.tree.own.push_str(text);
        let value = TextRange::from_usize(start, self.tree.own.len());
        self.push(Slot {
            kind: Kind::Scalar { style, own: true },
            range,
            first: value.start,
            end: value.end,
        });
    }
}

fn fits(tag: Tag, resolved: Resolved) -> bool {
    match tag {
        // Whether it is one, decoding tells.
        Tag::Binary => true,
        Tag::Null => resolved == Resolved::Null,
        Tag::Bool => matches!(resolved, Resolved::Bool(_)),
        Tag::Int => matches!(resolved, Resolved::Int(_) | Resolved::Uint(_)),
        Tag::Float => matches!(
            resolved,
            Resolved::Int(_) | Resolved::Uint(_) | Resolved::Float { .. }
        ),
    }
}
