//! The expressions of a term exclude each other.
//!
//! ## Why
//! Within a term all expressions must hold. Where two of them on one label can never hold together, the term matches no
//! Node, and where it is the only one, the DaemonSet runs nowhere. Alternatives are values of one `In`, or terms of their
//! own.
//!
//! ## Invalid
//! ```yaml
//! affinity:
//!   nodeAffinity:
//!     requiredDuringSchedulingIgnoredDuringExecution:
//!       nodeSelectorTerms:
//!       - matchExpressions:
//!         - {key: disk, operator: In, values: [ssd]}
//!         - {key: disk, operator: In, values: [nvme]}
//! ```
//!
//! ## Valid
//! ```yaml
//! affinity:
//!   nodeAffinity:
//!     requiredDuringSchedulingIgnoredDuringExecution:
//!       nodeSelectorTerms:
//!       - matchExpressions:
//!         - {key: disk, operator: In, values: [ssd, nvme]}
//! ```
//!
//! ## When to switch off
//! Never.
//!
//! Upstream: staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go
//! RequiredNodeAffinity.Match (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::node_demand::{can_be_met, contradiction};
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "affinity-term-unsatisfiable",
    severity: Severity::Error,
    reads: Reads::DAEMON_SETS,
    why: "Within a term all expressions must hold: it matches no node, and the DaemonSet runs nowhere.",
    help: "Put alternatives into one `In`, or into terms of their own.",
    say: &["no node can fulfil both expressions on `{0}`"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let terms = context.terms();
    let is_met = can_be_met(&terms);
    for term in &terms {
        let Some((earlier, later)) = contradiction(&term.matcher) else {
            continue;
        };
        let expression = |index: u32| {
            let mut expressions = term.view.get("matchExpressions").items();
            expressions.nth(index as usize).unwrap_or(term.view)
        };
        let later = expression(later.index);
        let spot = found.at(later).word(later.get("key").text());
        spot.related(expression(earlier.index), "what it contradicts");
        if is_met {
            spot.severity(Severity::Warning).why(
                "Within a term all expressions must hold: nodes run it by the other terms alone.",
            );
        }
    }
}
