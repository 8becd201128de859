//! Several terms exclude different Nodes, and as alternatives exclude none.
//!
//! ## Why
//! A Node must fulfil one term, and within it all expressions. Two terms on different labels therefore widen the choice,
//! where those who exclude something want to narrow it: "not Windows" and "not Fargate" as two terms exclude nothing,
//! because a Windows Node is not on Fargate.
//!
//! ## Invalid
//! ```yaml
//! affinity:
//!   nodeAffinity:
//!     requiredDuringSchedulingIgnoredDuringExecution:
//!       nodeSelectorTerms:
//!       - matchExpressions:
//!         - {key: kubernetes.io/os, operator: NotIn, values: [windows]}
//!       - matchExpressions:
//!         - {key: example.com/pool, operator: NotIn, values: [batch]}
//! ```
//!
//! ## Valid
//! ```yaml
//! affinity:
//!   nodeAffinity:
//!     requiredDuringSchedulingIgnoredDuringExecution:
//!       nodeSelectorTerms:
//!       - matchExpressions:
//!         - {key: kubernetes.io/os, operator: NotIn, values: [windows]}
//!         - {key: example.com/pool, operator: NotIn, values: [batch]}
//! ```
//!
//! ## When to switch off
//! Where either of the two is meant to be enough.
//!
//! Upstream: staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go
//! RequiredNodeAffinity.Match (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "affinity-terms-ored",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "Terms widen the choice; only expressions within one term all have to hold.",
    help: "Put what is to be excluded into one term.",
    say: &["the {0} terms are alternatives: what one excludes comes in by another"],
    look,
    ..Rule::NEW
};

/// Who writes more has thought of it.
const MOST: usize = 64;

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let terms = context.pod.at(
        "affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms",
    );
    let count = terms.items().count();
    let mut demands = context.demands();
    demands.retain(|demand| demand.term.is_some());
    // Things that are asked for are often alternatives on purpose; things that are excluded are not.
    let mut excluding = 0;
    let mut last = None;
    for demand in &demands {
        let term = demand.term.map(|(index, _)| index);
        if !demand.wants_label() && term != last {
            excluding += 1;
            last = term;
        }
    }
    if excluding < 2
        || demands.len() > MOST
        || terms
            .items()
            .any(|term| !term.get("matchExpressions").exists())
    {
        return;
    }
    let is_shared = |index: usize| {
        let own = demands.get(index);
        let before = demands.iter().take(index);
        own.is_some_and(|own| {
            let mut others =
                before.filter(|other| other.term.map(|term| term.0) != own.term.map(|term| term.0));
            others.any(|other| subject(other.key) == subject(own.key))
        })
    };
    // The same label in two terms shows that alternatives are meant.
    if !(0..demands.len()).any(is_shared) && !context.comments(terms).any(says_or) {
        found.at(terms).word(count.to_string());
    }
}

/// What a label is about: old and new names of one thing are the same.
fn subject(label: &str) -> &str {
    match label.starts_with("node-role.kubernetes.io/") {
        true => "role",
        false => label.rsplit('/').next().unwrap_or(label),
    }
}

fn says_or(comment: &str) -> bool {
    let mut words = comment.split(|c: char| !c.is_ascii_alphabetic());
    words.any(|word| word.eq_ignore_ascii_case("or") || word.eq_ignore_ascii_case("either"))
}
