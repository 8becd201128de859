use super::blocks::Blocks;
use std::cmp::Ordering;

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

/// Something that is looked for. No closure, which comes with code for each way of calling it.
pub(super) trait Sought {
    /// How what is at a position stands to it.
    fn compare(&self, position: u32) -> Ordering;
}

impl Positions {
    /// The position of something, or where it would stand.
    pub(super) fn find(&self, sought: &dyn Sought) -> Result<usize, Gap> {
        match self.search(sought) {
            (_, Some(position)) => Ok(position as usize),
            (gap, None) => Err(gap),
        }
    }

    /// Where something stands or would stand, and the position of what stands there.
    pub(super) fn search(&self, sought: &dyn Sought) -> (Gap, Option<u32>) {
        let last = self.blocks.last().and_then(|block| block.last());
        // Most come in their order.
        if last.is_none_or(|position| sought.compare(*position).is_lt()) {
            let block = self.blocks.len().saturating_sub(1);
            let at = self.blocks.last().map_or(0, Vec::len);
            return (Gap { block, at }, None);
        }
        let after = self.blocks.partition_point(|block| {
            let first = block.first();
            first.is_some_and(|position| sought.compare(*position).is_le())
        });
        let block = after.saturating_sub(1);
        let positions = self.blocks.get(block).map_or(&[][..], Vec::as_slice);
        match positions.binary_search_by(|position| sought.compare(*position)) {
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

    pub(super) fn iter(&self) -> Blocks<'_, u32> {
        Blocks::of(&self.blocks)
    }

    /// Those behind a gap.
    pub(super) fn iter_from(&self, gap: Gap) -> Blocks<'_, u32> {
        Blocks::of(&self.blocks).starting_at(gap.block, gap.at)
    }
}
