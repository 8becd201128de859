use super::{Context, Spot, Spots, WrittenToleration};
use crate::controller::TolerationReason;
use crate::matching::{covers, same_toleration};
use crate::model::{TaintEffect, Toleration, TolerationOperator};

/// What an entry of a list of tolerations is beside another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OverlapKind {
    /// An earlier one says the same.
    Duplicate,
    /// Without it, the Pods would be treated the same: the other one covers it.
    Subsumed,
    /// An earlier one covers it and has other seconds, so that its own never act.
    Shadowed,
}

/// A toleration that does nothing, or not what it says.
#[derive(Clone, Copy, Debug)]
pub struct Overlap<'a> {
    /// Why.
    pub kind: OverlapKind,
    /// The toleration.
    pub own: WrittenToleration<'a>,
    /// The other one.
    pub other: WrittenToleration<'a>,
}

impl WrittenToleration<'_> {
    /// Its effect; empty: all of them.
    #[must_use]
    pub fn effect(&self) -> &str {
        self.typed.effect.as_ref().map_or("", TaintEffect::as_str)
    }

    /// Whether it is for the taints of one effect, and perhaps of others.
    #[must_use]
    pub fn has_effect(&self, effect: &str) -> bool {
        self.effect().is_empty() || self.effect() == effect
    }

    /// Whether the controller puts its own toleration, which has no seconds, in the place of this one. The seventh, with
    /// `hostNetwork` alone, is of an effect that has no seconds.
    #[must_use]
    pub fn is_replaced(&self) -> bool {
        let mut reasons = TolerationReason::ALL.into_iter();
        reasons.any(|why| same_toleration(&why.toleration(), self.typed))
    }

    /// Whether it is for a taint of this key that keeps Pods away, whatever its value.
    #[must_use]
    pub fn is_for_key(&self, key: &str) -> bool {
        (self.is_keyless() || self.typed.key == key) && self.has_effect("NoSchedule")
    }

    /// Whether it is for every key.
    #[must_use]
    pub fn is_keyless(&self) -> bool {
        self.typed.key.is_empty() && self.typed.operator == Some(TolerationOperator::Exists)
    }
}

/// Tolerations of one list that are held against each other.
const MOST: usize = 500;

/// Whether two say the same, seconds aside. The operator may be left out.
fn same(a: &Toleration, b: &Toleration) -> bool {
    covers(a, b) && covers(b, a)
}

/// What taints of a Pod with these seconds get; `None`: no end.
fn seconds(toleration: &WrittenToleration<'_>) -> Option<i64> {
    match toleration.is_replaced() {
        true => None,
        false => toleration.typed.toleration_seconds,
    }
}

impl<'a> Context<'a> {
    /// Tolerations that other ones of the list make superfluous. Of several reasons the first counts.
    ///
    /// Which toleration decides about the seconds of a taint is a matter of order: the first that tolerates it.
    #[must_use]
    pub fn overlaps(&self) -> Vec<Overlap<'a>> {
        let mut list = self.tolerations();
        // Each is held against each: a longer list is nobody's.
        list.truncate(MOST);
        let mut all_seconds = Vec::new();
        for toleration in &list {
            all_seconds.push(seconds(toleration));
        }
        let mut found = Vec::new();
        for (index, (own, seconds)) in list.iter().zip(&all_seconds).enumerate() {
            // Two other rules speak of these.
            let is_overridden = *seconds != own.typed.toleration_seconds;
            if is_overridden || own.effect() == "PreferNoSchedule" {
                continue;
            }
            let evicts = own.has_effect("NoExecute");
            let mut is_alike = true;
            for (at, (other, others)) in list.iter().zip(&all_seconds).enumerate() {
                let is_before = at < index;
                // Later ones count only as long as none between has other seconds.
                if at > index && evicts && other.has_effect("NoExecute") {
                    is_alike &= others == seconds;
                }
                if at == index || !covers(other.typed, own.typed) {
                    continue;
                }
                let agrees = !evicts || others == seconds;
                let kind = match (is_before, same(other.typed, own.typed)) {
                    (true, true) if agrees => OverlapKind::Duplicate,
                    (true, _) if agrees => OverlapKind::Subsumed,
                    (true, _) => OverlapKind::Shadowed,
                    (false, true) => continue,
                    (false, false) if is_alike => OverlapKind::Subsumed,
                    (false, false) => continue,
                };
                found.push(Overlap {
                    kind,
                    own: *own,
                    other: *other,
                });
                break;
            }
        }
        found
    }

    /// Finds the `wanted` among the seconds that decide when Pods are evicted: not those that the controller overrides, nor
    /// those behind another toleration of the same taints.
    pub(super) fn find_acting_seconds(&self, wanted: fn(i64) -> bool, found: &mut Spots<'a>) {
        let overlaps = self.overlaps();
        for toleration in self.tolerations() {
            let seconds = toleration.view.get("tolerationSeconds");
            let is_covered = overlaps
                .iter()
                .any(|overlap| overlap.own.view.is(toleration.view));
            let evicts = toleration.effect() == "NoExecute";
            let is_wanted = toleration.typed.toleration_seconds.is_some_and(wanted);
            if is_wanted && evicts && !toleration.is_replaced() && !is_covered {
                found
                    .at(seconds)
                    .word(seconds.text())
                    .word(toleration.name());
            }
        }
    }

    /// Says of tolerations of one kind of overlap that they are superfluous.
    pub(super) fn find_overlaps(
        &self,
        kind: OverlapKind,
        what: &'static str,
        found: &mut Spots<'a>,
    ) {
        for overlap in self.overlaps() {
            if overlap.kind == kind {
                let spot = found.at(overlap.own.view).word(overlap.own.name());
                spot.related(overlap.other.view, what);
                self.removable(&overlap.own, spot);
            }
        }
    }

    /// Whether some toleration is for a taint of this key that keeps Pods away, whatever its value.
    #[must_use]
    pub fn tolerates_key(&self, key: &str) -> bool {
        let list = self.tolerations();
        list.iter().any(|toleration| toleration.is_for_key(key))
    }

    /// Whether a toleration of every key is for an effect, and perhaps for others.
    fn tolerates_effect(&self, effect: &str) -> bool {
        let list = self.tolerations();
        list.iter()
            .any(|each| each.is_keyless() && each.has_effect(effect))
    }

    /// Whether no taint at all keeps the Pods away.
    #[must_use]
    pub fn tolerates_everything(&self) -> bool {
        self.tolerates_effect("NoSchedule") && self.tolerates_effect("NoExecute")
    }

    /// The effect that is left out by tolerations of every key; `None`: nothing is, or no such toleration is there.
    #[must_use]
    pub fn effect_left_out(&self) -> Option<&'static str> {
        match (
            self.tolerates_effect("NoSchedule"),
            self.tolerates_effect("NoExecute"),
        ) {
            (true, false) => Some("NoExecute"),
            (false, true) => Some("NoSchedule"),
            _ => None,
        }
    }

    /// Lets a toleration be taken away, with the list where nothing else is in it.
    pub(super) fn removable(&self, toleration: &WrittenToleration<'a>, spot: &mut Spot<'a>) {
        let list = self.pod.get("tolerations");
        match list.items().nth(1) {
            Some(_) => spot.whole(toleration.view),
            // Of a part of a manifest nothing would be left.
            None if self.is_fragment() => spot,
            None => spot.whole(list),
        };
    }
}

impl<'a> WrittenToleration<'a> {
    /// What messages call it: its key.
    pub(super) fn name(&self) -> &'a str {
        match self.typed.key.as_str() {
            "" => "operator: Exists",
            key => key,
        }
    }
}
