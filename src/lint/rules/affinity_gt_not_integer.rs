//! `Gt` or `Lt` compares with something that is no integer, and never matches.
//!
//! ## Why
//! `Gt` and `Lt` compare whole numbers. The API server takes any text; a term with something else matches no Node, and
//! where it is the only one, the DaemonSet runs nowhere.
//!
//! ## Invalid
//! ```yaml
//! affinity:
//!   nodeAffinity:
//!     requiredDuringSchedulingIgnoredDuringExecution:
//!       nodeSelectorTerms:
//!       - matchExpressions:
//!         - {key: cores, operator: Gt, values: ["3.5"]}
//! ```
//!
//! ## Valid
//! ```yaml
//! affinity:
//!   nodeAffinity:
//!     requiredDuringSchedulingIgnoredDuringExecution:
//!       nodeSelectorTerms:
//!       - matchExpressions:
//!         - {key: cores, operator: Gt, values: ["3"]}
//! ```
//!
//! ## When to switch off
//! Never.
//!
//! Upstream: staging/src/k8s.io/apimachinery/pkg/labels/selector.go NewRequirement (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::node_demand::can_be_met;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "affinity-gt-not-integer",
    severity: Severity::Error,
    reads: Reads::DAEMON_SETS,
    why: "The term matches no node, so that the DaemonSet runs nowhere.",
    help: "Write a whole number.",
    say: &["`{0}` compares whole numbers, and `{1}` is none"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let terms = context.terms();
    let is_met = can_be_met(&terms);
    for term in &terms {
        for expression in term.view.get("matchExpressions").items() {
            let operator = expression.get("operator").text();
            let mut values = expression.get("values").items();
            if let (true, Some(value)) = (matches!(operator, "Gt" | "Lt"), values.next())
                && value.text().parse::<i64>().is_err()
            {
                let spot = found.at(value).word(operator).word(value.text());
                if is_met {
                    spot.severity(Severity::Warning)
                        .why("The term matches no node: nodes run it by the other terms alone.");
                }
            }
        }
    }
}
