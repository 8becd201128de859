use crate::order::OrderedMap;

const INITIAL_SECONDS: i64 = 1;
const LONGEST_SECONDS: i64 = 15 * 60;

/// How long a failed Pod is left before it is deleted again: 1 second, doubled with each failure on the same Node, 15
/// minutes at most. A Node that was quiet for twice that long starts anew.
///
/// The controller keeps it by DaemonSet, observed generation and Node; the DaemonSet is the one that it is kept for.
///
/// Upstream: staging/src/k8s.io/client-go/util/flowcontrol/backoff.go Backoff (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FailedPodsBackoff {
    /// By observed generation and position of the Node.
    entries: OrderedMap<(i64, u32), Entry>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Entry {
    seconds: i64,
    updated: i64,
}

impl Entry {
    fn expired(self, now: i64) -> bool {
        now.saturating_sub(self.updated) > 2 * LONGEST_SECONDS
    }
}

impl FailedPodsBackoff {
    /// How many seconds the failed Pods of a Node are left alone; `None`: they may be deleted now.
    ///
    /// Upstream: staging/src/k8s.io/client-go/util/flowcontrol/backoff.go IsInBackOffSinceUpdate (v1.36.3)
    #[must_use]
    pub fn delay(&self, generation: i64, node: u32, now: i64) -> Option<i64> {
        let entry = self.entries.get(&(generation, node))?;
        let waits = !entry.expired(now) && now.saturating_sub(entry.updated) < entry.seconds;
        waits.then_some(entry.seconds)
    }

    /// How many seconds the failed Pods of a Node were to be left alone the last time; 0 for the first failure.
    #[must_use]
    pub fn last(&self, generation: i64, node: u32, now: i64) -> i64 {
        let entry = self.entries.get(&(generation, node));
        entry
            .filter(|entry| !entry.expired(now))
            .map_or(0, |entry| entry.seconds)
    }

    /// Notes that a failed Pod of a Node is deleted now.
    ///
    /// Upstream: staging/src/k8s.io/client-go/util/flowcontrol/backoff.go Next (v1.36.3)
    pub fn next(&mut self, generation: i64, node: u32, now: i64) {
        let seconds = match self.last(generation, node, now) {
            0 => INITIAL_SECONDS,
            seconds => (seconds * 2).min(LONGEST_SECONDS),
        };
        let updated = now;
        self.entries
            .insert((generation, node), Entry { seconds, updated });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_fifteen_minutes() {
        let mut backoff = FailedPodsBackoff::default();
        let (mut now, mut waits) = (0, Vec::new());
        assert_eq!(backoff.delay(1, 7, now), None, "the first failure");
        for _ in 0..12 {
            backoff.next(1, 7, now);
            let delay = backoff.delay(1, 7, now).unwrap();
            assert_eq!(backoff.delay(1, 7, now + delay), None);
            assert_eq!(backoff.last(1, 7, now + delay), delay);
            assert_eq!(backoff.delay(2, 7, now), None, "another generation");
            waits.push(delay);
            now += delay;
        }
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
        backoff.next(1, 7, now + 1801);
        assert_eq!(
            backoff.delay(1, 7, now + 1801),
            Some(1),
            "quiet long enough"
        );
    }
}
