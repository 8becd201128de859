/// Things told apart step by step: at first all are in one class, and each [`split`](Self::split) cuts every class in
/// two where its members differ.
///
/// A split takes as long as the set it is given, however many things and classes there are.
pub(super) struct Partition {
    /// For each thing, its class.
    class: Vec<u32>,
    /// For each class, its size. Classes of size 0 are free for use.
    size: Vec<u32>,
    free: Vec<u32>,
    /// For each class, what the current split does to it.
    cut: Vec<Cut>,
    split: u32,
}

#[derive(Clone, Copy, Default)]
struct Cut {
    /// The split that this is about.
    split: u32,
    /// The class that members move to.
    to: u32,
    /// How many have moved.
    moved: u32,
}

/// Things that are alike in a [`Partition`] and in one more respect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    /// The class in the partition, counted anew from 0 without gaps.
    pub(super) class: u32,
    /// The further respect.
    pub(super) other: u32,
    /// The first thing.
    pub(super) first: u32,
    /// How many things.
    pub(super) count: u32,
}

impl Partition {
    /// All things in one class.
    pub(super) fn new(things: usize) -> Self {
        Self {
            class: vec![0; things],
            size: vec![u32::try_from(things).unwrap_or(u32::MAX)],
            free: Vec::new(),
            cut: vec![Cut::default()],
            split: 0,
        }
    }

    /// Separates the things of a set from those outside. No thing may be given twice.
    pub(super) fn split(&mut self, set: impl Iterator<Item = u32>) {
        self.split += 1;
        let mut touched = Vec::new();
        for thing in set {
            let Some(class) = self.class.get_mut(thing as usize) else {
                continue;
            };
            let old = *class;
            let Some(cut) = self.cut.get_mut(old as usize) else {
                continue;
            };
            if cut.split != self.split {
                *cut = Cut {
                    split: self.split,
                    to: self.free.pop().unwrap_or_else(|| {
                        self.size.push(0);
                        u32::try_from(self.size.len() - 1).unwrap_or(u32::MAX)
                    }),
                    moved: 0,
                };
                touched.push(old);
            }
            cut.moved += 1;
            *class = cut.to;
        }
        self.cut.resize(self.size.len(), Cut::default());
        for old in touched {
            let Some(&cut) = self.cut.get(old as usize) else {
                continue;
            };
            if let Some(size) = self.size.get_mut(cut.to as usize) {
                *size = cut.moved;
            }
            if let Some(size) = self.size.get_mut(old as usize) {
                *size -= cut.moved;
                if *size == 0 {
                    self.free.push(old);
                }
            }
        }
    }

    /// Tells things apart by one more respect, which is a number below `others` for each thing. Returns for each thing
    /// its cell, and the cells: by class, then in the order of their first things.
    pub(super) fn cross(&self, other: &[u32], others: usize) -> (Vec<u32>, Vec<Cell>) {
        // Things by class, each class in order: a counting sort.
        let mut ends = Vec::with_capacity(self.size.len());
        let mut end = 0;
        for &size in &self.size {
            ends.push(end);
            end += size;
        }
        let mut by_class = vec![0; self.class.len()];
        for (&class, thing) in self.class.iter().zip(0_u32..) {
            if let Some(end) = ends.get_mut(class as usize) {
                if let Some(slot) = by_class.get_mut(*end as usize) {
                    *slot = thing;
                }
                *end += 1;
            }
        }
        let mut cell_of = vec![0; self.class.len()];
        let mut cells: Vec<Cell> = Vec::new();
        // For each further respect, the last cell that has it.
        let mut last = vec![u32::MAX; others];
        let mut class = 0;
        for (&size, &end) in self.size.iter().zip(&ends) {
            if size == 0 {
                continue;
            }
            let first_cell = u32::try_from(cells.len()).unwrap_or(u32::MAX);
            let members = by_class.get((end - size) as usize..end as usize);
            for &thing in members.into_iter().flatten() {
                let other = other.get(thing as usize).copied().unwrap_or_default();
                let Some(last) = last.get_mut(other as usize) else {
                    continue;
                };
                if *last == u32::MAX || *last < first_cell {
                    *last = u32::try_from(cells.len()).unwrap_or(u32::MAX);
                    cells.push(Cell {
                        class,
                        other,
                        first: thing,
                        count: 0,
                    });
                }
                if let Some(cell) = cells.get_mut(*last as usize) {
                    cell.count += 1;
                }
                if let Some(slot) = cell_of.get_mut(thing as usize) {
                    *slot = *last;
                }
            }
            class += 1;
        }
        (cell_of, cells)
    }
}
