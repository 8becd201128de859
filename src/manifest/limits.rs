/// Bounds on the input. Passing one is a finding, and what was read before it is still answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of all files together.
    pub bytes: usize,
    /// Documents in one file.
    pub documents: usize,
    /// Depth of nested maps and lists in one document.
    pub nesting: usize,
    /// Nodes that aliases may add to one document.
    pub alias_expansion: usize,
    /// Objects in all files together.
    pub objects: usize,
}

/// What other files have taken of the limits that hold for all of them together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Bytes.
    pub bytes: usize,
    /// Objects.
    pub objects: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 256 << 20,
            documents: 100_000,
            nesting: 100,
            alias_expansion: 100_000,
            objects: 1_000_000,
        }
    }
}

impl Limits {
    /// Values nest no deeper than this, whatever is configured: some steps recurse.
    const DEEPEST: usize = 250;

    /// The limit on nesting.
    pub(super) fn depth(&self) -> usize {
        self.nesting.min(Self::DEEPEST)
    }

    /// The limit on bytes: no more than places can count.
    pub(super) fn bytes(&self) -> usize {
        self.bytes.min(u32::MAX as usize - 1)
    }
}
