//! Findings while a text is read: a mistake that thousands of objects share is listed a few times, and counted.

use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Place;

/// Findings of one rule about objects of one kind that are listed.
const LISTED: u32 = 100;

/// Collects findings.
#[derive(Debug, Default)]
pub(super) struct Found {
    list: Vec<Diagnostic>,
    counts: Vec<Count>,
    /// The kind of the object that is read; empty between objects.
    pub(super) kind: &'static str,
}

/// How often a rule found something in objects of a kind.
#[derive(Clone, Copy, Debug)]
struct Count {
    rule: Rule,
    kind: &'static str,
    number: u32,
    /// The first one that is not listed.
    beyond: Option<Place>,
}

/// What was found at some moment.
pub(super) struct Moment {
    listed: usize,
    counts: Vec<Count>,
}

impl Found {
    /// Whether one more finding of a rule is listed. Where it is not, it is counted, and need not be made.
    pub(super) fn admits(&mut self, rule: Rule, place: Place) -> bool {
        let kind = self.kind;
        let known = |count: &&mut Count| count.rule.id == rule.id && count.kind == kind;
        let Some(count) = self.counts.iter_mut().find(known) else {
            self.counts.push(Count {
                rule,
                kind,
                number: 1,
                beyond: None,
            });
            return true;
        };
        count.number = count.number.saturating_add(1);
        let admits = count.number <= LISTED;
        if !admits {
            count.beyond.get_or_insert(place);
        }
        admits
    }

    /// Adds a finding that was admitted.
    pub(super) fn add(&mut self, finding: Diagnostic) {
        self.list.push(finding);
    }

    /// Adds a finding, if it is admitted.
    pub(super) fn push(&mut self, finding: Diagnostic) {
        if self.admits(finding.rule, finding.place) {
            self.add(finding);
        }
    }

    /// How many are listed.
    pub(super) fn listed(&self) -> usize {
        self.list.len()
    }

    /// Those that are listed, from one on.
    pub(super) fn since(&mut self, listed: usize) -> &mut [Diagnostic] {
        self.list.get_mut(listed..).unwrap_or_default()
    }

    pub(super) fn last(&self) -> Option<&Diagnostic> {
        self.list.last()
    }

    pub(super) fn moment(&self) -> Moment {
        Moment {
            listed: self.list.len(),
            counts: self.counts.clone(),
        }
    }

    /// Goes back to a moment; what was found since comes back.
    pub(super) fn take_since(&mut self, moment: &Moment) -> Self {
        let list = self.list.split_off(moment.listed);
        let counts = std::mem::replace(&mut self.counts, moment.counts.clone());
        Self {
            list,
            counts,
            kind: self.kind,
        }
    }

    /// Puts back what was taken since the moment that is now.
    pub(super) fn put_back(&mut self, taken: Self) {
        self.list.extend(taken.list);
        self.counts = taken.counts;
    }

    /// All findings, and for each rule and kind how many more there are.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        for count in self.counts {
            let Some(place) = count.beyond else { continue };
            let more = count.number - LISTED;
            let objects = match count.kind {
                "" => String::new(),
                kind => format!(" of objects of kind {kind}"),
            };
            let message = format!("and {more} more findings `{}`{objects}", count.rule.id);
            let finding = Diagnostic::new(count.rule, place, message)
                .why("The first 100 are listed; this is the place of the next one.");
            self.list.push(finding);
        }
        self.list
    }
}
