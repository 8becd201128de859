//! Events to a tree: what is kept, aliases, merged maps, equal keys, and the limits on all of it.

mod alias;
mod binary;
mod fault;
mod scalar;

use super::Limits;
use super::event::{Container, Event, Events, Style};
use super::keep::Keep;
use super::tree::{Kind, Slot, Tree};
use crate::order::OrderedMap;
use crate::source::TextRange;
use alias::Anchor;

pub(super) use fault::{Fault, Stop};

/// A container that is not closed yet.
struct Frame {
    slot: u32,
    kind: Container,
    keep: &'static Keep,
    /// A map's key that waits for its value.
    key: Option<u32>,
    last_key: Option<u32>,
    /// Keys came in strictly ascending order so far, so that none stands twice.
    ascending: bool,
    merges: bool,
    height: u32,
    anchor: usize,
    size_before: u64,
}

/// Builds one tree from events.
pub(super) struct Build<'t> {
    pub(super) tree: Tree<'t>,
    pub(super) faults: Vec<Fault>,
    frames: Vec<Frame>,
    anchors: OrderedMap<usize, Anchor>,
    size: u64,
    expanded: u64,
    pub(super) last_end: u32,
    nesting: usize,
    /// Containers that the tree stands in.
    around: usize,
    alias_expansion: u64,
    /// Nothing was left out.
    pub(super) whole: bool,
}

/// More faults than anybody reads are not collected.
const FAULTS: usize = 100_000;

impl<'t> Build<'t> {
    pub(super) fn new(text: &'t str, limits: &Limits, depth: usize) -> Self {
        Self {
            tree: Tree::new(text),
            faults: Vec::new(),
            frames: Vec::new(),
            anchors: OrderedMap::new(),
            size: 0,
            expanded: 0,
            last_end: 0,
            nesting: limits.depth(),
            around: depth,
            alias_expansion: limits.alias_expansion as u64,
            whole: true,
        }
    }

    /// Makes room for the next item. Anchors are forgotten.
    pub(super) fn clear(&mut self) {
        self.tree.clear();
        self.frames.clear();
        self.anchors = OrderedMap::new();
        self.whole = true;
    }

    /// How many containers are open.
    pub(super) fn depth(&self) -> usize {
        self.frames.len()
    }

    /// The key that waits for its value in the outermost map.
    pub(super) fn root_key(&self) -> Option<&str> {
        match self.frames.as_slice() {
            [root] => {
                let slot = self.tree.slots.get(root.key? as usize)?;
                Some(self.tree.value(*slot))
            }
            _ => None,
        }
    }

    /// After an error: closes what is open, without what was only begun. Whole items of the document's list stay.
    pub(super) fn abandon(&mut self) {
        let keep = match self.frames.as_slice() {
            [.., list] if list.kind == Container::List && self.frames.len() <= 2 => self.position(),
            [
                Frame {
                    kind: Container::List,
                    ..
                },
                item,
                ..,
            ]
            | [
                Frame {
                    kind: Container::Map,
                    ..
                },
                Frame {
                    kind: Container::List,
                    ..
                },
                item,
                ..,
            ] => item.slot,
            _ => 0,
        };
        self.tree.slots.truncate(keep as usize);
        for frame in std::mem::take(&mut self.frames) {
            if let Some(slot) = self.tree.slots.get_mut(frame.slot as usize) {
                slot.end = keep;
                slot.range = TextRange::new(slot.range.start, self.last_end);
            }
        }
    }

    /// The value of the waiting key was read elsewhere.
    pub(super) fn forget_key(&mut self, end: u32) {
        if let Some(frame) = self.frames.last_mut()
            && let Some(key) = frame.key.take()
        {
            self.tree.slots.truncate(key as usize);
            frame.last_key = None;
            frame.ascending = false;
        }
        self.last_end = end;
    }

    /// Builds a value whose first event is given.
    pub(super) fn value(
        &mut self,
        events: &mut Events<'t>,
        first: Event<'t>,
        keep: &'static Keep,
    ) -> Result<(), Stop> {
        let mut event = first;
        let depth = self.frames.len();
        loop {
            self.step(events, event, keep)?;
            if self.frames.len() <= depth {
                return Ok(());
            }
            event = events.next()?;
        }
    }

    /// Takes in one event. `keep` is for the value that all others are in.
    pub(super) fn step(
        &mut self,
        events: &mut Events<'t>,
        event: Event<'t>,
        keep: &'static Keep,
    ) -> Result<(), Stop> {
        let expects_key = self
            .frames
            .last()
            .is_some_and(|f| f.kind == Container::Map && f.key.is_none());
        match event {
            Event::Close { end } => return self.close(end),
            Event::End => return Ok(()),
            Event::Scalar(scalar) if expects_key => {
                let (text, at) = (scalar.value(), self.position());
                self.key(events, &text, scalar.slice(), scalar.range, scalar.style)?;
                let kept = self.frames.last().is_some_and(|f| f.key == Some(at));
                if kept && scalar.anchor != 0 {
                    self.anchors.insert(scalar.anchor, Anchor::scalar(at));
                }
                return Ok(());
            }
            Event::Alias { anchor, range } if expects_key => {
                let target = self.anchor(anchor, range)?.slot;
                let slot = self.tree.slots.get(target as usize).copied();
                if let Some(slot) = slot.filter(|s| matches!(s.kind, Kind::Scalar { .. })) {
                    let text = self.tree.value(slot).to_owned();
                    return self.key(events, &text, None, range, Style::Text);
                }
                self.fault(Fault::CollectionKey(range));
                let value = events.next()?;
                return self.skip(events, value);
            }
            Event::Open { start, .. } if expects_key => {
                self.skip(events, event)?;
                self.fault(Fault::CollectionKey(TextRange::new(start, self.last_end)));
                let value = events.next()?;
                return self.skip(events, value);
            }
            _ => {}
        }
        let keep = match self.frames.last_mut() {
            None => keep,
            Some(frame) => match frame.key.take() {
                None => frame.keep.item(),
                Some(key) => {
                    let slot = self.tree.slots.get(key as usize).copied();
                    let name = slot.map_or("", |slot| self.tree.value(slot));
                    if matches!(frame.keep, Keep::Object)
                        && name == "kind"
                        && let Event::Scalar(scalar) = &event
                    {
                        frame.keep = Keep::of_kind(&scalar.value());
                    }
                    frame.keep.field(name)
                }
            },
        };
        match event {
            Event::Scalar(scalar) => self.scalar(&scalar),
            Event::Alias { anchor, range } => self.alias(anchor, range)?,
            Event::Open {
                kind,
                start,
                anchor,
            } => self.open(kind, start, anchor, keep)?,
            Event::Close { .. } | Event::End => {}
        }
        Ok(())
    }

    /// Passes over a value.
    pub(super) fn skip(&mut self, events: &mut Events<'t>, first: Event<'t>) -> Result<(), Stop> {
        let mut depth = 0usize;
        let mut event = first;
        loop {
            match event {
                Event::Open { start, .. } => {
                    depth += 1;
                    self.check_depth(depth, start)?;
                }
                Event::Close { end } => {
                    depth = depth.saturating_sub(1);
                    self.last_end = end.unwrap_or(self.last_end);
                }
                Event::Scalar(scalar) => self.last_end = scalar.range.end,
                Event::Alias { range, .. } => self.last_end = range.end,
                Event::End => return Ok(()),
            }
            if depth == 0 {
                return Ok(());
            }
            event = events.next()?;
        }
    }

    fn open(
        &mut self,
        kind: Container,
        start: u32,
        anchor: usize,
        keep: &'static Keep,
    ) -> Result<(), Stop> {
        self.check_depth(1, start)?;
        let slot = self.position();
        if anchor != 0 {
            let open = Anchor {
                slot,
                size: 0,
                height: 0,
                open: true,
            };
            self.anchors.insert(anchor, open);
        }
        self.frames.push(Frame {
            slot,
            kind,
            keep,
            key: None,
            last_key: None,
            ascending: true,
            merges: false,
            height: 0,
            anchor,
            size_before: self.size,
        });
        self.push(Slot {
            kind: match kind {
                Container::Map => Kind::Map,
                Container::List => Kind::List,
            },
            range: TextRange::new(start, start + 1),
            first: slot + 1,
            end: slot + 1,
        });
        self.last_end = start;
        Ok(())
    }

    fn close(&mut self, end: Option<u32>) -> Result<(), Stop> {
        let Some(frame) = self.frames.pop() else {
            return Ok(());
        };
        self.last_end = end.unwrap_or(self.last_end);
        if !frame.ascending {
            for (first, last) in self.tree.duplicate_keys(frame.slot) {
                self.fault(Fault::DuplicateKey { first, last });
            }
        }
        let mut first = frame.slot + 1;
        if frame.merges {
            first = self.position();
            self.merge(frame.slot)?;
        }
        let after = self.position();
        if let Some(slot) = self.tree.slots.get_mut(frame.slot as usize) {
            slot.range = TextRange::new(slot.range.start, self.last_end);
            slot.first = first;
            slot.end = after;
        }
        let height = frame.height + 1;
        if let Some(outer) = self.frames.last_mut() {
            outer.height = outer.height.max(height);
        }
        if frame.anchor != 0 {
            let size = self.size - frame.size_before;
            let anchor = Anchor {
                slot: frame.slot,
                size,
                height,
                open: false,
            };
            self.anchors.insert(frame.anchor, anchor);
        }
        Ok(())
    }

    /// How many more containers may be nested here.
    fn room(&self) -> usize {
        let taken = self.around + self.frames.len();
        self.nesting.saturating_sub(taken)
    }

    fn check_depth(&self, more: usize, at: u32) -> Result<(), Stop> {
        if more > self.room() {
            let problem = format!("maps and lists are nested deeper than {}", self.nesting);
            return Err(Stop::Limit(problem, at));
        }
        Ok(())
    }

    fn fault(&mut self, fault: Fault) {
        if self.faults.len() < FAULTS {
            self.faults.push(fault);
        }
    }

    fn position(&self) -> u32 {
        u32::try_from(self.tree.slots.len()).unwrap_or(u32::MAX)
    }

    fn push(&mut self, slot: Slot) {
        self.size += 1;
        self.tree.slots.push(slot);
    }
}
