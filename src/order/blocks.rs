use std::slice;

/// What blocks hold, one behind the other. One plain type, because each use of a chain of adapters is code of its own.
pub(super) struct Blocks<'b, T> {
    front: slice::Iter<'b, T>,
    blocks: slice::Iter<'b, Vec<T>>,
    back: slice::Iter<'b, T>,
}

impl<'b, T> Blocks<'b, T> {
    /// All that they hold.
    pub(super) fn of(blocks: &'b [Vec<T>]) -> Self {
        Self {
            front: [].iter(),
            blocks: blocks.iter(),
            back: [].iter(),
        }
    }

    /// What is at a place of a block, and behind it. Asked before anything else.
    pub(super) fn starting_at(mut self, block: usize, at: usize) -> Self {
        let blocks = self.blocks.as_slice().get(block..).unwrap_or_default();
        self.blocks = blocks.iter();
        let first = self.blocks.next().and_then(|block| block.get(at..));
        self.front = first.unwrap_or_default().iter();
        self
    }
}

impl<'b, T> Iterator for Blocks<'b, T> {
    type Item = &'b T;

    fn next(&mut self) -> Option<&'b T> {
        loop {
            let next = self.front.next();
            if next.is_some() {
                return next;
            }
            match self.blocks.next() {
                Some(block) => self.front = block.iter(),
                None => return self.back.next(),
            }
        }
    }
}

impl<T> DoubleEndedIterator for Blocks<'_, T> {
    fn next_back(&mut self) -> Option<Self::Item> {
        loop {
            let next = self.back.next_back();
            if next.is_some() {
                return next;
            }
            match self.blocks.next_back() {
                Some(block) => self.back = block.iter(),
                None => return self.front.next_back(),
            }
        }
    }
}

impl<T> Clone for Blocks<'_, T> {
    fn clone(&self) -> Self {
        Self {
            front: self.front.clone(),
            blocks: self.blocks.clone(),
            back: self.back.clone(),
        }
    }
}
