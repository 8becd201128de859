//! A PodDisruptionBudget selects Pods of a DaemonSet, which it cannot count.
//!
//! ## Why
//! For `maxUnavailable` and for percentages the disruption controller asks the owner for its scale, and a DaemonSet has
//! none: it allows no disruption, and evictions are refused. The budget never limits an update: the controller deletes
//! Pods without asking it.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent
//! spec:
//!   selector:
//!     matchLabels: {app: agent}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: policy/v1
//! kind: PodDisruptionBudget
//! metadata:
//!   name: agent
//! spec:
//!   minAvailable: 50%
//!   selector:
//!     matchLabels: {app: agent}
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: apps/v1
//! kind: Deployment
//! metadata:
//!   name: agent
//! spec:
//!   replicas: 2
//!   selector:
//!     matchLabels: {app: agent}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: policy/v1
//! kind: PodDisruptionBudget
//! metadata:
//!   name: agent
//! spec:
//!   minAvailable: 50%
//!   selector:
//!     matchLabels: {app: agent}
//! ```
//!
//! ## When to switch off
//! Where nobody evicts Pods of a DaemonSet: drains leave them.
//!
//! Upstream: pkg/controller/disruption/disruption.go getExpectedScale (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "pdb-selects-daemon",
    reads: Reads::DISRUPTION_BUDGETS,
    why: "A DaemonSet has no scale to count from: no disruption is allowed, and each eviction of its Pods is refused.",
    help: "Remove it; `updateStrategy` limits updates, and drains leave daemon Pods.",
    say: &[
        "the budget cannot count DaemonSet `{0}`: it refuses every eviction of its Pods",
        "the budget counts DaemonSet `{0}`, whose updates it does not limit",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let spec = context.root.get("spec");
    let (least, most) = (spec.get("minAvailable"), spec.get("maxUnavailable"));
    for workload in context.workloads() {
        if !workload.is_daemon_set() || !workload.is_selected(spec.get("selector")) {
            continue;
        }
        if most.exists() {
            found.at(most).word(workload.name());
        } else if least.text().ends_with('%') {
            found.at(least).word(workload.name());
        } else if least.exists() {
            let spot = found
                .at(least)
                .word(workload.name())
                .case(1)
                .severity(Severity::Info);
            spot.why("The controller deletes Pods of an update without asking the budget; only evictions are held against it.");
        }
        return;
    }
}
