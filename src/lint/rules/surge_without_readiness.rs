//! With surge and without a readiness probe, the old Pod goes as soon as the new one runs.
//!
//! ## Why
//! With `maxSurge` the old Pod of a node is deleted when the new one is available. Without readiness probe and with
//! `minReadySeconds: 0`, that is the moment its containers have started: what was meant to leave no gap leaves one on
//! every node.
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
//!   updateStrategy:
//!     rollingUpdate: {maxSurge: 1, maxUnavailable: 0}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent
//! spec:
//!   selector:
//!     matchLabels: {app: agent}
//!   updateStrategy:
//!     rollingUpdate: {maxSurge: 1, maxUnavailable: 0}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         readinessProbe:
//!           httpGet: {path: /ready, port: 8080}
//! ```
//!
//! ## When to switch off
//! Where the agent serves from its first moment.

use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "surge-without-readiness",
    reads: Reads::DAEMON_SETS,
    why: "The old Pod is deleted once the new one is available, and that is when its containers have started, whether they serve or not.",
    help: "Add a `readinessProbe`, or set `minReadySeconds`.",
    say: &["the old Pod goes as soon as the new one runs: nothing tells when it serves"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let surge = context.surge();
    let is_blind = context.is_available_at_once() && !context.any_has("readinessProbe");
    if surge.exists() && is_blind && !context.takes_ports() {
        found.at(surge);
    }
}
