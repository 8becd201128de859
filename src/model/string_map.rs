use crate::order::sort_by;
use std::cmp::Ordering;
use std::slice;

/// Text by text, sorted by key: labels, annotations, selectors.
///
/// All keys and values lie in one allocation, because a cluster has hundreds of thousands of labels that are read once
/// and asked for rarely. Looking up compares lengths first.
///
/// ```
/// use everynode::model::StringMap;
/// let labels: StringMap = [("zone", "b"), ("app", "agent"), ("zone", "a")].into_iter().collect();
/// assert_eq!(labels.get("zone"), Some("a"), "the last of two equal keys wins");
/// assert_eq!(labels.iter().next(), Some(("app", "agent")));
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct StringMap {
    /// All keys and values, one behind the other.
    text: Box<str>,
    /// For each pair: where its key ends and where its value ends. It starts where the pair before ends.
    ends: Box<[(u32, u32)]>,
}

impl StringMap {
    /// An empty map.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many pairs.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no pair.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        let (_, value) = self.pair(self.position(key)?)?;
        Some(value)
    }

    /// The same for who asks many maps for one key: looks first where the map before had it, which `guess` keeps. Maps of
    /// one kind of object mostly have the same keys.
    #[must_use]
    pub fn get_near(&self, key: &str, guess: &mut usize) -> Option<&str> {
        match self.pair(*guess) {
            Some((own, value)) if own == key => return Some(value),
            _ => *guess = self.position(key)?,
        }
        let (_, value) = self.pair(*guess)?;
        Some(value)
    }

    fn pair(&self, position: usize) -> Option<(&str, &str)> {
        let &(middle, end) = self.ends.get(position)?;
        let before = position.checked_sub(1).and_then(|at| self.ends.get(at));
        let start = before.map_or(0, |(_, end)| *end as usize);
        let key = self.text.get(start..middle as usize)?;
        Some((key, self.text.get(middle as usize..end as usize)?))
    }

    fn position(&self, key: &str) -> Option<usize> {
        /// Up to here, comparing lengths one by one is quicker than comparing texts. Nothing keeps a map from having
        /// thousands of pairs, and being asked for thousands.
        const WALKED: usize = 64;
        if self.ends.len() <= WALKED {
            let mut start = 0;
            return self.ends.iter().position(|&(middle, end)| {
                let (from, to) = (start, middle as usize);
                start = end as usize;
                to - from == key.len() && self.text.get(from..to) == Some(key)
            });
        }
        let (mut from, mut to) = (0, self.ends.len());
        while from < to {
            let middle = from.midpoint(to);
            match self.pair(middle)?.0.cmp(key) {
                Ordering::Less => from = middle + 1,
                Ordering::Greater => to = middle,
                Ordering::Equal => return Some(middle),
            }
        }
        None
    }

    /// Whether there is such a key.
    #[must_use]
    pub fn contains_key(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Pairs, sorted by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        Pairs {
            text: &self.text,
            start: 0,
            ends: self.ends.iter(),
        }
    }

    /// Of equal keys the last one wins.
    fn of(mut pairs: Vec<(&str, &str)>) -> Self {
        if !pairs.is_sorted_by(|a, b| a.0 < b.0) {
            // Reversed before the stable sort, so that of equal keys the last one comes first and survives.
            pairs.reverse();
            sort_by(&mut pairs, |a, b| a.0.cmp(b.0));
            pairs.dedup_by(|a, b| a.0 == b.0);
        }
        let length = pairs.iter().map(|(k, v)| k.len() + v.len()).sum();
        let mut text = String::with_capacity(length);
        let mut ends = Vec::with_capacity(pairs.len());
        for (key, value) in pairs {
            text.push_str(key);
            let middle = text.len();
            text.push_str(value);
            // Texts are bounded far below 4 GiB by the reader's limits.
            let offset = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            ends.push((offset(middle), offset(text.len())));
        }
        Self {
            text: text.into_boxed_str(),
            ends: ends.into_boxed_slice(),
        }
    }
}

/// Pairs, sorted by key. One plain type, because each use of a chain of adapters is code of its own.
struct Pairs<'m> {
    text: &'m str,
    /// Where the next key starts.
    start: usize,
    ends: slice::Iter<'m, (u32, u32)>,
}

impl<'m> Iterator for Pairs<'m> {
    type Item = (&'m str, &'m str);

    fn next(&mut self) -> Option<Self::Item> {
        let &(middle, end) = self.ends.next()?;
        let (middle, end) = (middle as usize, end as usize);
        let start = std::mem::replace(&mut self.start, end);
        let key = self.text.get(start..middle).unwrap_or_default();
        Some((key, self.text.get(middle..end).unwrap_or_default()))
    }
}

impl<K: AsRef<str>, V: AsRef<str>> FromIterator<(K, V)> for StringMap {
    /// Of equal keys the last one wins, as in YAML that kubectl reads.
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let pairs: Vec<(K, V)> = pairs.into_iter().collect();
        let texts = pairs.iter().map(|(k, v)| (k.as_ref(), v.as_ref()));
        Self::of(texts.collect())
    }
}

impl std::fmt::Debug for StringMap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_map_is_searched() {
        let key = |number: usize| format!("k{number}");
        let map: StringMap = (0..500).map(|n| (key(n), n.to_string())).collect();
        for number in 0..500 {
            let value = number.to_string();
            assert_eq!(map.get(&key(number)), Some(value.as_str()));
            for mut guess in [0, 7, 499, 500] {
                assert_eq!(map.get_near(&key(number), &mut guess), Some(value.as_str()));
                assert_eq!(map.get_near(&key(number), &mut guess), Some(value.as_str()));
                assert_eq!(map.get_near("none", &mut guess), None);
            }
        }
        assert_eq!(
            (map.get("k"), map.get("k0000"), map.get("")),
            (None, None, None)
        );
    }

    #[test]
    fn sorts_and_keeps_the_last_of_equal_keys() {
        let map: StringMap = [("b", "1"), ("a", "2"), ("b", "3"), ("", "4")]
            .into_iter()
            .collect();
        assert_eq!(
            map.iter().collect::<Vec<_>>(),
            [("", "4"), ("a", "2"), ("b", "3")]
        );
        assert_eq!(
            (map.get("b"), map.get(""), map.get("ab")),
            (Some("3"), Some("4"), None)
        );
        let sorted: StringMap = [("a", "1"), ("a", "2")].into_iter().collect();
        assert_eq!(sorted.get("a"), Some("2"), "neighbours too");
    }
}
