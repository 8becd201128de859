use std::ops::Range;

/// A stretch of a text in bytes, from `start` (included) to `end` (excluded).
///
/// Texts are bounded far below 4 GiB by the reader's limits, so 32 bits are enough and half as large.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextRange {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl TextRange {
    /// From `start` to `end`; an `end` before `start` gives the empty range at `start`.
    #[must_use]
    pub fn new(start: u32, end: u32) -> Self {
        Self {
            start,
            end: end.max(start),
        }
    }

    /// From two positions in memory; what passes 32 bits is cut off there.
    #[must_use]
    pub fn from_usize(start: usize, end: usize) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self::new(clamp(start), clamp(end))
    }

    /// The empty range at one position.
    #[must_use]
    pub fn at(offset: u32) -> Self {
        Self {
            start: offset,
            end: offset,
        }
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether it holds no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether every byte of `other` is in this range.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest range that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// For slicing with `str::get`.
    #[must_use]
    pub fn as_usize(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text it stands for; empty where the range is not one of whole characters of `text`.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.as_usize()).unwrap_or_default()
    }
}
