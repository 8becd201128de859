/// In which order Nodes are taken where upstream goes over a Go map.
///
/// Positions of Nodes are in the order of their names; a Node's turn is its position in the order in which they are taken.
#[derive(Clone, Debug, Default)]
pub(super) struct Order {
    /// By position; empty where Nodes are taken by name.
    turns: Vec<u32>,
    /// By turn.
    nodes: Vec<u32>,
}

impl Order {
    /// By name, or shuffled. One shuffle holds for a whole update.
    ///
    /// DIFFERENCE: upstream goes over its maps anew at each sync, in another order each time. Every course that one shuffle
    /// gives may come of that.
    pub(super) fn new(seed: Option<u32>, count: usize) -> Self {
        let Some(seed) = seed else {
            return Self::default();
        };
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        let mut nodes: Vec<u32> = (0..count).collect();
        let mut random = Random(seed.into());
        for last in (1..nodes.len()).rev() {
            nodes.swap(last, random.up_to(last));
        }
        let mut turns = vec![0; nodes.len()];
        for (node, turn) in nodes.iter().zip(0..) {
            if let Some(slot) = turns.get_mut(*node as usize) {
                *slot = turn;
            }
        }
        Self { turns, nodes }
    }

    /// When a Node is taken.
    pub(super) fn turn(&self, node: u32) -> u32 {
        self.turns.get(node as usize).copied().unwrap_or(node)
    }

    /// Which Node is taken at a turn.
    pub(super) fn node(&self, turn: u32) -> u32 {
        self.nodes.get(turn as usize).copied().unwrap_or(turn)
    }
}

/// SplitMix64: small, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to this one.
    fn up_to(&mut self, last: usize) -> usize {
        // Of 32 bits times a length that fits in 32 bits, the upper half.
        let length = u32::try_from(last).unwrap_or(u32::MAX - 1) + 1;
        let scaled = (self.next() >> 32) * u64::from(length);
        usize::try_from(scaled >> 32).unwrap_or(last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_node_has_its_turn_once() {
        for count in [0_u32, 1, 2, 3, 100] {
            for seed in 0..20 {
                let order = Order::new(Some(seed), count as usize);
                let mut taken: Vec<u32> = (0..count).map(|turn| order.node(turn)).collect();
                for turn in 0..count {
                    assert_eq!(order.turn(order.node(turn)), turn);
                }
                taken.sort_unstable();
                assert_eq!(taken, (0..count).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn every_node_comes_first_about_equally_often() {
        let mut first = [0_u32; 5];
        for seed in 0..5000 {
            first[Order::new(Some(seed), 5).node(0) as usize] += 1;
        }
        assert!(
            first.iter().all(|count| (850..1150).contains(count)),
            "{first:?}"
        );
    }

    #[test]
    fn without_a_seed_names_decide() {
        let order = Order::new(None, 3);
        assert_eq!([order.node(2), order.turn(1)], [2, 1]);
    }
}
