//! A term of the required affinity is empty, and matches no Node.
//!
//! ## Why
//! An empty term reads as "anything". To Kubernetes it matches nothing. The API server takes it; where it is the only
//! one, the DaemonSet runs nowhere.
//!
//! ## Invalid
//! ```yaml
//! affinity:
//!   nodeAffinity:
//!     requiredDuringSchedulingIgnoredDuringExecution:
//!       nodeSelectorTerms:
//!       - {}
//! ```
//!
//! ## Valid
//! ```yaml
//! affinity:
//!   nodeAffinity:
//!     requiredDuringSchedulingIgnoredDuringExecution:
//!       nodeSelectorTerms:
//!       - matchExpressions:
//!         - {key: disk, operator: Exists}
//! ```
//!
//! ## When to switch off
//! Never.
//!
//! Upstream: staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go
//! RequiredNodeAffinity.Match (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::node_demand::can_be_met;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "affinity-term-empty",
    severity: Severity::Error,
    reads: Reads::DAEMON_SETS,
    why: "A node must fulfil one of the terms, so that the DaemonSet runs nowhere.",
    help: "Say what it asks for, or remove it.",
    say: &["an empty term matches no node"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let terms = context.terms();
    let is_met = can_be_met(&terms);
    for term in &terms {
        if term.matcher.requirements.is_empty() {
            let spot = found.at(term.view);
            if is_met {
                spot.severity(Severity::Info)
                    .why("Nodes run it by the other terms alone.");
            }
        }
    }
}
