use std::cmp::Ordering;

/// Sorts by a comparison; equals stay in their order.
///
/// The same as the standard library's `sort_by`, but for its size: that one is compiled anew for every type, some 4 KB
/// each, and most lists here are short. Costs one call through a pointer a comparison.
///
/// ```
/// use everynode::order::sort_by;
/// let mut words = vec!["bb", "a", "cc"];
/// sort_by(&mut words, |a, b| a.len().cmp(&b.len()));
/// assert_eq!(words, ["a", "bb", "cc"]);
/// ```
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut order = order(
        items.len(),
        &mut |a, b| match (items.get(a), items.get(b)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        },
    );
    rearrange(&mut order, &mut |a, b| items.swap(a, b));
}

/// Sorts by a key that is made anew for every comparison; equals stay in their order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by the order that the items have themselves.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, Ord::cmp);
}

/// The items in their order, each once.
#[must_use]
pub fn sorted_unique<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    sort(&mut items);
    items.dedup();
    items
}

/// Swaps items until they stand in an order of their positions, each swap puts one where it belongs.
fn rearrange(order: &mut [usize], swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..order.len() {
        let mut at = start;
        // What belongs here stands there; a place that is done names itself.
        while let Some(place) = order.get_mut(at) {
            let from = std::mem::replace(place, at);
            if from == start {
                break;
            }
            swap(at, from);
            at = from;
        }
    }
}

/// Lists that are sorted where they stand, before merging begins.
const SHORT: usize = 8;

/// The positions from 0 to `count` in the order that a comparison of positions gives: a merge sort from below. Empty where
/// they are in it already, which most short lists are.
fn order(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    if (1..count).all(|at| compare(at, at - 1) != Ordering::Less) {
        return Vec::new();
    }
    let mut from: Vec<usize> = (0..count).collect();
    for short in from.chunks_mut(SHORT) {
        insert(short, compare);
    }
    let mut width = SHORT;
    while width < count {
        let mut to = Vec::with_capacity(count);
        for pair in from.chunks(width.saturating_mul(2)) {
            let (left, right) = pair.split_at(width.min(pair.len()));
            merge(left, right, compare, &mut to);
        }
        from = to;
        width = width.saturating_mul(2);
    }
    from
}

fn insert(positions: &mut [usize], compare: &mut dyn FnMut(usize, usize) -> Ordering) {
    for end in 1..positions.len() {
        let mut at = end;
        while let Some(&[before, own]) = positions.get(at.saturating_sub(1)..=at)
            && compare(own, before) == Ordering::Less
        {
            positions.swap(at - 1, at);
            at -= 1;
        }
    }
}

fn merge(
    mut left: &[usize],
    mut right: &[usize],
    compare: &mut dyn FnMut(usize, usize) -> Ordering,
    to: &mut Vec<usize>,
) {
    // What is read was mostly printed in its order, which then costs one comparison a list.
    let apart = left.last().zip(right.first());
    if apart.is_none_or(|(&last, &first)| compare(first, last) != Ordering::Less) {
        to.extend_from_slice(left);
        to.extend_from_slice(right);
        return;
    }
    while let (Some((&a, after_a)), Some((&b, after_b))) = (left.split_first(), right.split_first())
    {
        if compare(b, a) == Ordering::Less {
            to.push(b);
            right = after_b;
        } else {
            to.push(a);
            left = after_a;
        }
    }
    to.extend_from_slice(left);
    to.extend_from_slice(right);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_sorts_as_the_standard_library_does() {
        let mut seed: u64 = 7;
        for count in 0..200 {
            let mut items: Vec<(u64, usize)> = (0..count)
                .map(|at| {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    (seed >> 60, at)
                })
                .collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort_by_key(&mut items, |(key, _)| *key);
            assert_eq!(items, expected, "equals keep their order");
        }
    }
}
