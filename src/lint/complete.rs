//! What there is in an input that says that it is complete: what is not there does not exist.

use super::{Context, Subject};
use crate::manifest::Origin;
use crate::order::sort_by;

/// Kind, namespace and name.
type Known<'a> = (&'a str, &'a str, &'a str);

/// Objects of a complete input by what tells them apart, sorted, so that each is found at once.
#[derive(Debug, Default)]
pub(super) struct Complete<'a>(Option<Vec<Known<'a>>>);

impl<'a> Complete<'a> {
    /// Of an input that is not complete nothing is known.
    pub(super) fn new(subjects: &[Subject<'a>], complete: bool) -> Self {
        if !complete {
            return Self(None);
        }
        let mut known: Vec<Known<'a>> = Vec::new();
        for subject in subjects {
            let (kind, name) = (subject.object.kind.as_str(), subject.name());
            match kind {
                // It has no namespace, whatever is written.
                PRIORITY_CLASS => known.push((kind, "", name)),
                _ => known.push((kind, subject.namespace(), name)),
            }
            // What makes Secrets: a SealedSecret, an ExternalSecret, a Certificate.
            if kind.ends_with(SECRET) {
                known.push((SECRET, subject.namespace(), name));
            }
            for way in ["spec.target.name", "spec.secretName"] {
                let made = subject.root.at(way).text();
                if !made.is_empty() {
                    known.push((SECRET, subject.namespace(), made));
                }
            }
        }
        sort_by(&mut known, Ord::cmp);
        Self(Some(known))
    }
}

const SECRET: &str = "Secret";
const PRIORITY_CLASS: &str = "PriorityClass";

impl Context<'_> {
    /// Whether an object of its namespace is not there, nor anything that makes it: of a complete input alone, and not of a part of a
    /// manifest, of which nobody knows the namespace. Who prints a cluster leaves kinds out: of what a cluster printed, only where the
    /// input has the kind.
    #[must_use]
    pub fn is_missing(&self, kind: &str, name: &str) -> bool {
        let Some(known) = self.input.there.0.as_ref() else {
            return false;
        };
        let namespace = match kind {
            PRIORITY_CLASS => "",
            _ => self.namespace(),
        };
        let first = known.partition_point(|one| one.0 < kind);
        let has_kind = known.get(first).is_some_and(|one| one.0 == kind);
        let is_printed = self.object.origin == Origin::Recorded;
        (has_kind || !is_printed)
            && !self.is_fragment()
            && !name.is_empty()
            && known.binary_search(&(kind, namespace, name)).is_err()
    }
}
