//! Preferred node affinity has no influence on where daemon Pods run.
//!
//! ## Why
//! Preferences let the scheduler choose among Nodes. A daemon Pod is made for one Node and can go nowhere else: it runs
//! on the Nodes that are not preferred just the same.
//!
//! ## Invalid
//! ```yaml
//! affinity:
//!   nodeAffinity:
//!     preferredDuringSchedulingIgnoredDuringExecution:
//!     - weight: 100
//!       preference:
//!         matchExpressions:
//!         - {key: example.com/pool, operator: In, values: [agents]}
//! ```
//!
//! ## Valid
//! ```yaml
//! affinity:
//!   nodeAffinity:
//!     requiredDuringSchedulingIgnoredDuringExecution:
//!       nodeSelectorTerms:
//!       - matchExpressions:
//!         - {key: example.com/pool, operator: In, values: [agents]}
//! ```
//!
//! ## When to switch off
//! Where the same affinity is shared with other workloads.
//!
//! Upstream: pkg/controller/daemon/daemon_controller.go predicates (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "affinity-preferred-ignored",
    reads: Reads::DAEMON_SETS,
    why: "A daemon Pod is made for one node: it also runs on those that are not preferred.",
    help: "Require it, or remove it.",
    say: &["preferred node affinity changes nothing for a DaemonSet"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let preferred = context
        .pod
        .at("affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution");
    if preferred.items().next().is_none() {
        return;
    }
    let demands = context.demands();
    let mut is_required = true;
    for term in preferred.items() {
        for expression in term.at("preference.matchExpressions").items() {
            let key = expression.get("key").text();
            is_required &= demands.iter().any(|demand| demand.key == key);
        }
    }
    let spot = found.at(preferred);
    if is_required {
        spot.severity(Severity::Info);
    }
}
