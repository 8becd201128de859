//! Anchors, what refers to them, and how much that adds.

use super::super::event::SyntaxError;
use super::super::tree::{Kind, Slot};
use super::{Build, Fault, Stop};
use crate::source::TextRange;

/// What an alias can refer to.
pub(super) struct Anchor {
    pub(super) slot: u32,
    /// Slots, aliases expanded.
    pub(super) size: u64,
    pub(super) height: u32,
    /// Not closed yet: an alias to it would contain itself.
    pub(super) open: bool,
}

impl Anchor {
    /// Of a key or a value that stands in this slot.
    pub(super) fn scalar(slot: u32) -> Self {
        Self {
            slot,
            size: 1,
            height: 0,
            open: false,
        }
    }
}

impl Build<'_> {
    pub(super) fn alias(&mut self, anchor: usize, range: TextRange) -> Result<(), Stop> {
        self.last_end = range.end;
        let Anchor {
            slot, size, height, ..
        } = *self.anchor(anchor, range)?;
        self.check_depth(height as usize, range.start)?;
        self.expand(size, range)?;
        if let Some(frame) = self.frames.last_mut() {
            frame.height = frame.height.max(height);
        }
        self.push(Slot {
            kind: Kind::Alias,
            range,
            first: slot,
            end: 0,
        });
        Ok(())
    }

    pub(super) fn anchor(&self, anchor: usize, range: TextRange) -> Result<&Anchor, Stop> {
        let found = self.anchors.get(&anchor).ok_or(Stop::Forgotten)?;
        if found.open {
            let at = range.start as usize;
            return Err(SyntaxError::new(at, "this alias contains itself").into());
        }
        Ok(found)
    }

    fn expand(&mut self, size: u64, range: TextRange) -> Result<(), Stop> {
        self.size = self.size.saturating_add(size);
        self.expanded = self.expanded.saturating_add(size);
        if self.expanded > self.alias_expansion {
            let problem = format!("aliases add more than {} values", self.alias_expansion);
            return Err(Stop::Limit(problem, range.start));
        }
        Ok(())
    }

    /// Writes what a map with `<<` holds behind it, as aliases of keys and values.
    pub(super) fn merge(&mut self, map: u32) -> Result<(), Stop> {
        let (pairs, wrong) = self.tree.merged(map);
        for range in wrong {
            self.fault(Fault::MergeNeedsMap(range));
        }
        let at = TextRange::at(self.last_end);
        self.expand(pairs.len() as u64 * 2, at)?;
        for target in pairs.into_iter().flat_map(|(key, value)| [key, value]) {
            let range = self.tree.node(target).range();
            self.tree.slots.push(Slot {
                kind: Kind::Alias,
                range,
                first: target,
                end: 0,
            });
        }
        Ok(())
    }
}
