//! One update changes the Pod template and the way Pods are replaced.
//!
//! ## Why
//! The controller reads the strategy as it is stored now: what the manifest says of `maxUnavailable` already holds for this
//! very update, not from the next one on.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents, uid: 5ab3}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   updateStrategy: {rollingUpdate: {maxUnavailable: 10%}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       hostNetwork: true
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents, uid: 5ab3}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   updateStrategy: {rollingUpdate: {maxUnavailable: 10%}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where the new strategy is meant for this update.
//!
//! Upstream: pkg/controller/daemon/update.go rollingUpdate (v1.36.3)

use crate::apiserver::makes_the_same_pods;
use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "strategy-and-template-together",
    severity: Severity::Info,
    reads: Reads::UPDATES,
    why: "The controller goes by the strategy that is stored now, whatever the Pods were made under.",
    help: "Apply the strategy first where the old one is to govern no update any more, and the template then.",
    say: &["the new strategy already governs this update"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if let Some((old, new)) = context.both()
        && old.spec.update_strategy != new.spec.update_strategy
        && !makes_the_same_pods(&old.spec.template, &new.spec.template)
    {
        let strategy = context.strategy();
        match strategy.exists() {
            true => found.at(strategy),
            false => found.missing(context.root.get("spec"), "updateStrategy"),
        };
    }
}
