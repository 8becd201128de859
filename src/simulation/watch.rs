/// How far an update has been played.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Seconds from the update.
    pub time: i64,
    /// Steps so far.
    pub steps: u32,
    /// Nodes that have a Pod of the new template, as the status counts them.
    pub updated: u32,
    /// Eligible Nodes.
    pub desired: u32,
    /// 0 while the update itself is played; then which change it is that is tried, from 1.
    pub trial: u32,
}

/// Who is told of progress, and whether to go on. `false` ends what is played.
pub type Observer<'a> = dyn FnMut(Progress) -> bool + 'a;

/// What is done between two calls of the observer: a moment counts for one, and each Node that is looked at then.
const BETWEEN: u32 = 2000;

/// Counts what is done, tells of it, and knows when to end.
pub(super) struct Watch<'w, 'o> {
    observer: &'w mut Observer<'o>,
    /// Done so far.
    pub(super) work: u64,
    told: u64,
    /// What may be done at most.
    most: u64,
    pub(super) trial: u32,
    /// Whether the end came from here.
    pub(super) ended: bool,
}

impl<'w, 'o> Watch<'w, 'o> {
    pub(super) fn new(observer: &'w mut Observer<'o>, most: u64) -> Self {
        Self {
            observer,
            work: 0,
            told: 0,
            most,
            trial: 0,
            ended: false,
        }
    }

    /// Something is done. Answers whether to go on.
    pub(super) fn goes_on(&mut self, work: usize, progress: impl FnOnce() -> Progress) -> bool {
        self.work = self.work.saturating_add(work as u64);
        if !self.ended && self.work.saturating_sub(self.told) >= u64::from(BETWEEN) {
            self.told = self.work;
            let trial = self.trial;
            self.ended |= !(self.observer)(Progress {
                trial,
                ..progress()
            });
        }
        self.ended |= self.work > self.most;
        !self.ended
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_observer_is_asked_after_enough_was_done_and_never_again_after_its_no() {
        let mut heard = Vec::new();
        let mut observer = |progress: Progress| {
            heard.push(progress);
            heard.len() < 2
        };
        let mut watch = Watch::new(&mut observer, u64::MAX);
        let progress = || Progress {
            time: 7,
            ..Progress::default()
        };
        watch.trial = 3;
        for _ in 1..BETWEEN {
            assert!(watch.goes_on(1, progress));
        }
        assert!(watch.goes_on(1, progress));
        assert!(!watch.goes_on(5000, progress));
        assert!(!watch.goes_on(5000, progress));
        assert!(watch.ended);
        let told = Progress {
            time: 7,
            trial: 3,
            ..Progress::default()
        };
        assert_eq!(heard, [told, told]);
    }

    #[test]
    fn more_than_may_be_done_ends_it() {
        let mut observer = |_| true;
        let mut watch = Watch::new(&mut observer, 10);
        assert!(watch.goes_on(10, Progress::default));
        assert!(!watch.ended);
        assert!(!watch.goes_on(1, Progress::default));
        assert!(watch.ended);
    }
}
