//! An earlier toleration decides about the taint, so that these seconds never act.
//!
//! ## Why
//! Of several tolerations that match a `NoExecute` taint, the first one in the list says how long the Pod may stay. An
//! exception that stands behind the rule it is an exception from never acts.
//!
//! ## Invalid
//! ```yaml
//! tolerations:
//! - {key: maintenance, operator: Exists, effect: NoExecute, tolerationSeconds: 60}
//! - {key: maintenance, value: disks, effect: NoExecute, tolerationSeconds: 3600}
//! ```
//!
//! ## Valid
//! ```yaml
//! tolerations:
//! - {key: maintenance, value: disks, effect: NoExecute, tolerationSeconds: 3600}
//! - {key: maintenance, operator: Exists, effect: NoExecute, tolerationSeconds: 60}
//! ```
//!
//! ## When to switch off
//! Never: the number says something that is not so.
//!
//! Upstream: pkg/controller/tainteviction/taint_eviction.go getMinTolerationTime (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, OverlapKind, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "toleration-order-shadow",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "The first toleration in the list that tolerates a taint says how long the Pod may stay.",
    help: "Move it before the broader one, or remove it.",
    say: &["`tolerationSeconds: {0}` never acts: an earlier toleration covers the same taints"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for overlap in context.overlaps() {
        let seconds = overlap.own.view.get("tolerationSeconds");
        if overlap.kind == OverlapKind::Shadowed && seconds.exists() {
            found
                .at(seconds)
                .word(seconds.text())
                .related(overlap.other.view, "the one that decides");
        }
    }
}
