use super::blocks::Blocks;

/// A block is parted when it has so many entries.
const FULL: usize = 64;

/// What an [`Agenda`] is sorted by: a moment or a kind first, then two numbers.
pub type AgendaKey = (i64, u32, u32);

/// Numbers in an order, to which some are added and from which others are taken all the time; each has a number of its own.
///
/// One for everything that a simulation keeps so, whether it needs all parts or not: a queue of moments, a set of Nodes,
/// Nodes by what is to be done there. So its code is there once.
///
/// ```
/// use everynode::order::Agenda;
/// let mut agenda = Agenda::default();
/// agenda.insert((30, 2, 0), 7);
/// agenda.insert((20, 1, 0), 8);
/// assert_eq!(agenda.first(), Some(((20, 1, 0), 8)));
/// assert_eq!(agenda.remove((30, 2, 0)), Some(7));
/// assert_eq!(agenda.len(), 1);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Agenda {
    /// In order; none is empty. Short ones keep it cheap to take entries from the front, which a queue does all the time.
    blocks: Vec<Vec<(AgendaKey, u32)>>,
    /// Of all blocks.
    count: usize,
}

impl Agenda {
    /// Sets the number of a key; answers the one before.
    pub fn insert(&mut self, key: AgendaKey, number: u32) -> Option<u32> {
        // The last block takes what is behind all others, too.
        let at = self.block(key).min(self.blocks.len().saturating_sub(1));
        let Some(block) = self.blocks.get_mut(at) else {
            self.blocks.push(vec![(key, number)]);
            self.count += 1;
            return None;
        };
        let place = match position(block, key) {
            Ok(place) => {
                let (_, own) = block.get_mut(place)?;
                return Some(std::mem::replace(own, number));
            }
            Err(place) => place,
        };
        block.insert(place, (key, number));
        self.count += 1;
        if block.len() >= FULL {
            let rest = block.split_off(FULL / 2);
            self.blocks.insert(at + 1, rest);
        }
        None
    }

    /// The number of a key.
    #[must_use]
    pub fn get(&self, key: AgendaKey) -> Option<u32> {
        let block = self.blocks.get(self.block(key))?;
        let (_, number) = block.get(position(block, key).ok()?)?;
        Some(*number)
    }

    /// Takes a key out; answers its number.
    pub fn remove(&mut self, key: AgendaKey) -> Option<u32> {
        let at = self.block(key);
        let block = self.blocks.get_mut(at)?;
        let (_, number) = block.remove(position(block, key).ok()?);
        self.count -= 1;
        if block.is_empty() {
            self.blocks.remove(at);
        }
        Some(number)
    }

    /// The first key, and its number.
    #[must_use]
    pub fn first(&self) -> Option<(AgendaKey, u32)> {
        self.blocks.first()?.first().copied()
    }

    /// Takes the first key out, if it is not behind a moment.
    pub fn pop_until(&mut self, moment: i64) -> Option<(AgendaKey, u32)> {
        let first = self.first().filter(|((time, ..), _)| *time <= moment)?;
        self.remove(first.0);
        Some(first)
    }

    /// Keys with this first part, in order.
    pub fn of(&self, first: i64) -> impl Iterator<Item = (AgendaKey, u32)> {
        let key = (first, 0, 0);
        let at = self.block(key);
        let block = self.blocks.get(at).map_or(&[][..], Vec::as_slice);
        let (Ok(place) | Err(place)) = position(block, key);
        Run {
            first,
            entries: Blocks::of(&self.blocks).starting_at(at, place),
        }
    }

    /// All keys, in order.
    pub fn iter(&self) -> impl Iterator<Item = (AgendaKey, u32)> {
        Blocks::of(&self.blocks).copied()
    }

    /// How many keys.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is no key.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The first block that does not end before a key; behind the last where all do.
    fn block(&self, key: AgendaKey) -> usize {
        let ends_before = |last: &(AgendaKey, u32)| last.0 < key;
        self.blocks
            .partition_point(|block| block.last().is_some_and(ends_before))
    }
}

impl PartialEq for Agenda {
    /// Whether both have the same keys and numbers, however they are parted into blocks.
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Agenda {}

/// Keys with one first part, in order.
struct Run<'a> {
    first: i64,
    entries: Blocks<'a, (AgendaKey, u32)>,
}

impl Iterator for Run<'_> {
    type Item = (AgendaKey, u32);

    fn next(&mut self) -> Option<Self::Item> {
        let entry = *self.entries.next()?;
        let ((first, ..), _) = entry;
        (first == self.first).then_some(entry)
    }
}

/// Where a key stands in a block, or would stand.
fn position(block: &[(AgendaKey, u32)], key: AgendaKey) -> Result<usize, usize> {
    block.binary_search_by(|(own, _)| own.cmp(&key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn it_holds_what_the_standard_librarys_map_holds() {
        for (seed, range) in [(1_u64, 40), (2, 400), (3, 100_000)] {
            let (mut agenda, mut expected) = (Agenda::default(), BTreeMap::new());
            let mut seed = seed;
            for step in 0..4000_u32 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                let random = u32::try_from(seed >> 40).unwrap() % range;
                let key = (i64::from(random / 16), random % 4, random / 4 % 4);
                // It grows at first, and shrinks at last.
                match (seed >> 33) % 4000 < u64::from(step) {
                    false => assert_eq!(agenda.insert(key, step), expected.insert(key, step)),
                    true => assert_eq!(agenda.remove(key), expected.remove(&key)),
                }
                assert_eq!(agenda.get(key), expected.get(&key).copied());
                assert_eq!(
                    agenda.first(),
                    expected.iter().next().map(|(k, n)| (*k, *n))
                );
                assert_eq!(agenda.len(), expected.len());
                if step % 50 == 0 {
                    assert!(agenda.iter().eq(expected.iter().map(|(k, n)| (*k, *n))));
                    let of = expected.iter().filter(|((first, ..), _)| *first == key.0);
                    assert!(agenda.of(key.0).eq(of.map(|(k, n)| (*k, *n))));
                }
            }
            for moment in [3, 20, i64::MAX] {
                while let Some(((time, ..), _)) = agenda.pop_until(moment) {
                    assert!(time <= moment);
                    expected.pop_first();
                }
                assert_eq!(
                    agenda.first(),
                    expected.iter().next().map(|(k, n)| (*k, *n))
                );
            }
            assert!(agenda.is_empty());
        }
    }

    #[test]
    fn equals_are_equal_however_they_came() {
        let keys = || (0..300).map(|number| (i64::from(number), 0, 0));
        let (mut forth, mut back) = (Agenda::default(), Agenda::default());
        for key in keys() {
            forth.insert(key, 1);
        }
        for key in keys().rev() {
            back.insert(key, 1);
        }
        assert_eq!(forth, back);
        back.insert((7, 0, 0), 2);
        assert_ne!(forth, back);
    }
}
