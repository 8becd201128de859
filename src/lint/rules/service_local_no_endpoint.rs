//! Clients on nodes without a Pod are refused.
//!
//! ## Why
//! With `internalTrafficPolicy: Local` a Service has only the endpoint on the node of the client. On a node that the
//! DaemonSet leaves out there is none, and each connection is refused.
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
//!       nodeSelector: {pool: a}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: v1
//! kind: Service
//! metadata:
//!   name: agent
//! spec:
//!   selector: {app: agent}
//!   internalTrafficPolicy: Local
//!   ports:
//!   - {port: 80, targetPort: 8080}
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: one
//!   labels: {pool: a}
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: two
//!   labels: {pool: b}
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
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: v1
//! kind: Service
//! metadata:
//!   name: agent
//! spec:
//!   selector: {app: agent}
//!   internalTrafficPolicy: Local
//!   ports:
//!   - {port: 80, targetPort: 8080}
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: one
//!   labels: {pool: a}
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: two
//!   labels: {pool: b}
//! ```
//!
//! ## When to switch off
//! Where no client runs on those nodes.

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};
use crate::words::count;

pub(super) static RULE: Rule = Rule {
    id: "service-local-no-endpoint",
    severity: Severity::Info,
    reads: Reads::SERVICES,
    why: "The Service has only the endpoint on the client's own node, and there is none.",
    help: "Let the DaemonSet run there, or use `Cluster`.",
    say: &["there are {1} without a Pod of DaemonSet `{0}`: clients there are refused"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let policy = context.root.at("spec.internalTrafficPolicy");
    if let Some((name, Some(nodes @ 1..))) = context.local_target(policy) {
        let spot = found.at(policy).word(name);
        spot.word(count(nodes as usize, "node"));
    }
}
