/// Some of the Nodes of a cluster, one bit for each: what several requirements say of tens of thousands of Nodes is
/// brought together at 64 Nodes a step.
///
/// ```
/// use everynode::cluster::NodeSet;
/// let mut set = NodeSet::of(5, [1, 3]);
/// set.invert();
/// assert_eq!(set.iter().collect::<Vec<_>>(), [0, 2, 4]);
/// set.keep(&NodeSet::of(5, [3, 4]));
/// assert!(set.contains(4) && set.len() == 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeSet {
    words: Vec<u64>,
    nodes: usize,
}

impl NodeSet {
    /// None of so many Nodes.
    #[must_use]
    pub fn none(nodes: usize) -> Self {
        Self {
            words: vec![0; nodes.div_ceil(64)],
            nodes,
        }
    }

    /// All of so many Nodes.
    #[must_use]
    pub fn all(nodes: usize) -> Self {
        let mut set = Self::none(nodes);
        set.invert();
        set
    }

    /// Those at some positions of so many Nodes.
    #[must_use]
    pub fn of(nodes: usize, positions: impl IntoIterator<Item = u32>) -> Self {
        let mut set = Self::none(nodes);
        positions.into_iter().for_each(|position| set.put(position));
        set
    }

    /// How many Nodes there are, in the set and outside.
    #[must_use]
    pub fn nodes(&self) -> usize {
        self.nodes
    }

    /// Puts a Node in.
    pub fn put(&mut self, position: u32) {
        if let Some(word) = self.words.get_mut(position as usize / 64) {
            *word |= 1 << (position % 64);
        }
    }

    /// Whether a Node is in it.
    #[must_use]
    pub fn contains(&self, position: u32) -> bool {
        let word = self.words.get(position as usize / 64);
        word.is_some_and(|word| word & (1 << (position % 64)) != 0)
    }

    /// Takes those instead that are not in it.
    pub fn invert(&mut self) {
        let mut left = self.nodes;
        for word in &mut self.words {
            let used = match left {
                64.. => u64::MAX,
                some => (1 << some) - 1,
            };
            *word = !*word & used;
            left = left.saturating_sub(64);
        }
    }

    /// Keeps those that are in both.
    pub fn keep(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Adds those of another set.
    pub fn join(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// How many.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Positions, ascending.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        let words = self.words.iter().zip((0..).step_by(64));
        words.flat_map(|(word, base)| {
            // Each step takes the lowest bit away.
            let lefts = std::iter::successors(Some(*word), move |left| match left {
                0 => None,
                left => Some(left & (left - 1)),
            });
            lefts
                .filter(|left| *left != 0)
                .map(move |left| base + left.trailing_zeros())
        })
    }
}
