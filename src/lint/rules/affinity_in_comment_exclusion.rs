//! The comment says exclude, and `In` leaves out every Node without the label.
//!
//! ## Why
//! A comment that speaks of excluding and an `In` beside it look alike on the day they are written. A Node that joins
//! later without the label is left out as well, although nobody meant to exclude it.
//!
//! ## Invalid
//! ```yaml
//! affinity:
//!   nodeAffinity:
//!     requiredDuringSchedulingIgnoredDuringExecution:
//!       nodeSelectorTerms:
//!       - matchExpressions:
//!         # skip the data team
//!         - {key: example.com/team, operator: In, values: [web]}
//! ```
//!
//! ## Valid
//! ```yaml
//! affinity:
//!   nodeAffinity:
//!     requiredDuringSchedulingIgnoredDuringExecution:
//!       nodeSelectorTerms:
//!       - matchExpressions:
//!         # skip the data team
//!         - {key: example.com/team, operator: NotIn, values: [data]}
//! ```
//!
//! ## When to switch off
//! Where every Node is sure to have the label.
//!
//! Upstream: staging/src/k8s.io/apimachinery/pkg/labels/selector.go Requirement.Matches (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::node_demand::is_among;
use crate::lint::{Context, Reads, Rule, Spots};
use crate::source::holds;

pub(super) static RULE: Rule = Rule {
    id: "affinity-in-comment-exclusion",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "A node without the label is left out as well, whatever it is.",
    help: "Exclude by `NotIn` or `DoesNotExist`, or say in the comment what is wanted.",
    say: &["the comment excludes, and `In` leaves out every node without the label `{0}`"],
    look,
    ..Rule::NEW
};

/// Labels that every Node has.
const COMMON: &[&str] = &[
    "beta.kubernetes.io/",
    "failure-domain.beta.kubernetes.io/",
    "kubernetes.io/",
    "node.kubernetes.io/",
    "topology.kubernetes.io/",
];

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for demand in context.demands() {
        let Some((_, term)) = demand.term else {
            continue;
        };
        if demand.operator != "In" || is_among(demand.key, COMMON) {
            continue;
        }
        let says = |view| context.comments(view).any(says_exclude);
        if says(term) || says(demand.view) || demand.values().any(says) {
            found.at(demand.view.get("operator")).word(demand.key);
        }
    }
}

fn says_exclude(comment: &str) -> bool {
    let mut words = comment.split(|c: char| !c.is_ascii_alphabetic());
    words.any(|word| {
        let is = |other: &str| word.eq_ignore_ascii_case(other);
        is("exclude")
            || is("excludes")
            || is("excluding")
            || is("skip")
            || is("skips")
            || is("except")
    }) || holds(comment, "not on ")
}
