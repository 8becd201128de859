use super::blocks::Blocks;
use super::positions::{Gap, Positions, Sought};
use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;

/// Values by key, sorted by key; each key once.
///
/// The same as the standard library's `BTreeMap`, but for its size. Looking up costs a little more; nothing is taken out.
///
/// ```
/// use everynode::order::OrderedMap;
/// let mut ports: OrderedMap<String, u16> = [("web".to_owned(), 80), ("dns".to_owned(), 53)].into_iter().collect();
/// *ports.or_insert_with("web".to_owned(), || 0) += 8000;
/// assert_eq!(ports.get("web"), Some(&8080));
/// assert_eq!(ports.keys().collect::<Vec<_>>(), ["dns", "web"]);
/// ```
#[derive(Clone)]
pub struct OrderedMap<K, V> {
    /// In the order of their coming.
    entries: Vec<(K, V)>,
    /// Into `entries`, by key.
    order: Positions,
}

impl<K, V> OrderedMap<K, V> {
    /// An empty map.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many keys.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no key.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Keys and values by key.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> + Clone {
        Iter {
            entries: &self.entries,
            order: self.order.iter(),
        }
    }

    /// The values, to be changed, in no order that says anything.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.entries.iter_mut().map(|(_, value)| value)
    }

    /// The keys, sorted.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + Clone {
        self.iter().map(|(key, _)| key)
    }

    /// The keys themselves, sorted.
    pub fn into_keys(self) -> impl Iterator<Item = K> {
        self.into_iter().map(|(key, _)| key)
    }

    /// The values themselves, by key.
    pub fn into_values(self) -> impl Iterator<Item = V> {
        self.into_iter().map(|(_, value)| value)
    }

    /// The values, by key.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + Clone {
        self.iter().map(|(_, value)| value)
    }
}

impl<K: Ord, V> OrderedMap<K, V> {
    /// The value of a key.
    #[must_use]
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let entry = self.entries.get(self.find(key).ok()?);
        entry.map(|(_, value)| value)
    }

    /// Whether the key is there.
    #[must_use]
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    /// Keys and values by key, from the first that is not before this one.
    pub fn iter_from<Q: Ord + ?Sized>(&self, key: &Q) -> impl Iterator<Item = (&K, &V)> + Clone
    where
        K: Borrow<Q>,
    {
        let entries = &self.entries;
        let (gap, _) = self.order.search(&Wanted { entries, key });
        Iter {
            entries,
            order: self.order.iter_from(gap),
        }
    }

    /// Sets the value of a key; answers the one before.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.find(&key) {
            Ok(position) => {
                let (_, own) = self.entries.get_mut(position)?;
                Some(std::mem::replace(own, value))
            }
            Err(gap) => {
                self.push(gap, key, value);
                None
            }
        }
    }

    /// The value of a key, made if the key is not there yet.
    pub fn or_insert_with(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let position = match self.find(&key) {
            Ok(position) => position,
            Err(gap) => self.push(gap, key, make()),
        };
        #[expect(clippy::indexing_slicing, reason = "it was found or pushed just now")]
        let (_, value) = &mut self.entries[position];
        value
    }

    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, Gap>
    where
        K: Borrow<Q>,
    {
        let entries = &self.entries;
        self.order.find(&Wanted { entries, key })
    }

    fn push(&mut self, gap: Gap, key: K, value: V) -> usize {
        let position = self.entries.len();
        // The reader bounds how much there is of anything.
        self.order
            .insert(gap, u32::try_from(position).unwrap_or(u32::MAX));
        self.entries.push((key, value));
        position
    }
}

/// A key that is looked for among entries.
struct Wanted<'m, K, V, Q: ?Sized> {
    entries: &'m [(K, V)],
    key: &'m Q,
}

impl<K: Borrow<Q>, V, Q: Ord + ?Sized> Sought for Wanted<'_, K, V, Q> {
    fn compare(&self, position: u32) -> Ordering {
        let entry = self.entries.get(position as usize);
        entry.map_or(Ordering::Less, |(own, _)| own.borrow().cmp(self.key))
    }
}

/// Keys and values by key.
struct Iter<'m, K, V> {
    entries: &'m [(K, V)],
    order: Blocks<'m, u32>,
}

impl<'m, K, V> Iter<'m, K, V> {
    fn entry(&self, position: Option<&u32>) -> Option<(&'m K, &'m V)> {
        let (key, value) = self.entries.get(*position? as usize)?;
        Some((key, value))
    }
}

impl<'m, K, V> Iterator for Iter<'m, K, V> {
    type Item = (&'m K, &'m V);

    fn next(&mut self) -> Option<Self::Item> {
        let position = self.order.next();
        self.entry(position)
    }
}

impl<K, V> DoubleEndedIterator for Iter<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let position = self.order.next_back();
        self.entry(position)
    }
}

impl<K, V> Clone for Iter<'_, K, V> {
    fn clone(&self) -> Self {
        Self {
            entries: self.entries,
            order: self.order.clone(),
        }
    }
}

impl<K, V> Default for OrderedMap<K, V> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            order: Positions::default(),
        }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for OrderedMap<K, V> {
    /// Of equal keys the last one counts.
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut map = Self::default();
        for (key, value) in pairs {
            map.insert(key, value);
        }
        map
    }
}

impl<K, V> IntoIterator for OrderedMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    /// Keys and values, by key.
    fn into_iter(self) -> Self::IntoIter {
        let mut entries: Vec<Option<(K, V)>> = self.entries.into_iter().map(Some).collect();
        let taken = self.order.iter();
        let sorted = taken.filter_map(|position| entries.get_mut(*position as usize)?.take());
        sorted.collect::<Vec<_>>().into_iter()
    }
}

impl<K: PartialEq, V: PartialEq> PartialEq for OrderedMap<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<K: Eq, V: Eq> Eq for OrderedMap<K, V> {}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for OrderedMap<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn it_holds_what_the_standard_library_s_map_holds() {
        let mut seed: u64 = 3;
        for (count, keys) in [(0, 1), (1, 1), (400, 50), (5000, 100_000), (5000, 3000)] {
            let mut own = OrderedMap::new();
            let mut expected = BTreeMap::new();
            for value in 0..count {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                let key = (seed >> 33) % keys;
                assert_eq!(own.get(&key), expected.get(&key));
                if seed >> 63 == 0 {
                    assert_eq!(own.insert(key, value), expected.insert(key, value));
                } else {
                    *own.or_insert_with(key, || 7) += value;
                    *expected.entry(key).or_insert(7) += value;
                }
            }
            assert_eq!(own.len(), expected.len());
            for value in own.values_mut().chain(expected.values_mut()) {
                *value += 1;
            }
            assert!(own.iter().eq(expected.iter()));
            assert!(own.iter().rev().eq(expected.iter().rev()));
            let again: OrderedMap<_, _> = own.clone().into_iter().rev().collect();
            assert_eq!(again, own, "the order of coming does not count");
            assert!(own.into_iter().eq(expected));
        }
    }

    #[test]
    fn keys_in_their_order_and_against_it_are_found_again() {
        for down in [false, true] {
            let key = |at: u32| if down { 3000 - at } else { at };
            let map: OrderedMap<u32, u32> = (0..3000).map(|at| (key(at), at)).collect();
            assert!((0..3000).all(|at| map.get(&key(at)) == Some(&at)));
            assert!(map.keys().is_sorted());
        }
    }
}
