use std::cmp::Ordering;
use std::slice;

/// Positions in the order of something else, which the asker compares.
///
/// Blocks of a bounded length keep an insertion in the middle cheap, however many there are.
#[derive(Clone, Debug, Default)]
pub(super) struct Positions {
    /// None is empty.
    blocks: Vec<Vec<u32>>,
}

/// A place between two positions.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gap {
    block: usize,
    at: usize,
}

/// A block is parted when it has so many.
const FULL: usize = 512;

impl Positions {
    /// Where something stands or would stand, and the position of what stands there; `compare` tells how the one at a
    /// position stands to it.
    pub(super) fn search(&self, compare: &mut dyn FnMut(u32) -> Ordering) -> (Gap, Option<u32>) {
        let last = self.blocks.last().and_then(|block| block.last());
        // Most come in their order.
        if last.is_none_or(|position| compare(*position).is_lt()) {
            let block = self.blocks.len().saturating_sub(1);
            let at = self.blocks.last().map_or(0, Vec::len);
            return (Gap { block, at }, None);
        }
        let after = self.blocks.partition_point(|block| {
            let first = block.first();
            first.is_some_and(|position| compare(*position).is_le())
        });
        let block = after.saturating_sub(1);
        let positions = self.blocks.get(block).map_or(&[][..], Vec::as_slice);
        match positions.binary_search_by(|position| compare(*position)) {
            Ok(at) => (Gap { block, at }, positions.get(at).copied()),
            Err(at) => (Gap { block, at }, None),
        }
    }

    pub(super) fn insert(&mut self, gap: Gap, position: u32) {
        let Some(block) = self.blocks.get_mut(gap.block) else {
            self.blocks.push(vec![position]);
            return;
        };
        block.insert(gap.at.min(block.len()), position);
        if block.len() >= FULL {
            let rest = block.split_off(FULL / 2);
            self.blocks.insert(gap.block + 1, rest);
        }
    }

    pub(super) fn iter(&self) -> Iter<'_> {
        Iter {
            blocks: self.blocks.iter(),
            ..Iter::default()
        }
    }

    /// Those behind a gap.
    pub(super) fn iter_from(&self, gap: Gap) -> Iter<'_> {
        let mut blocks = self.blocks.get(gap.block..).unwrap_or_default().iter();
        let first = blocks.next().and_then(|block| block.get(gap.at..));
        Iter {
            front: first.unwrap_or_default().iter(),
            blocks,
            ..Iter::default()
        }
    }
}

/// Positions in their order. One plain type, because each use of a chain of adapters is code of its own.
#[derive(Clone, Default)]
pub(super) struct Iter<'p> {
    front: slice::Iter<'p, u32>,
    blocks: slice::Iter<'p, Vec<u32>>,
    back: slice::Iter<'p, u32>,
}

impl Iterator for Iter<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        loop {
            if let Some(position) = self.front.next() {
                return Some(*position);
            }
            match self.blocks.next() {
                Some(block) => self.front = block.iter(),
                None => return self.back.next().copied(),
            }
        }
    }
}

impl DoubleEndedIterator for Iter<'_> {
    fn next_back(&mut self) -> Option<u32> {
        loop {
            if let Some(position) = self.back.next_back() {
                return Some(*position);
            }
            match self.blocks.next_back() {
                Some(block) => self.back = block.iter(),
                None => return self.front.next_back().copied(),
            }
        }
    }
}
