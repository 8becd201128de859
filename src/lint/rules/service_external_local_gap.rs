//! Traffic from outside is dropped by nodes that have no Pod.
//!
//! ## Why
//! With `externalTrafficPolicy: Local` a node passes what arrives on to its own Pods alone. Load balancers find out by
//! health checks; who uses a NodePort of such a node gets no answer.
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
//! apiVersion: v1
//! kind: Service
//! metadata:
//!   name: agent
//! spec:
//!   selector: {app: agent}
//!   type: LoadBalancer
//!   externalTrafficPolicy: Local
//!   ports:
//!   - {port: 80, targetPort: 8080}
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
//!   type: LoadBalancer
//!   ports:
//!   - {port: 80, targetPort: 8080}
//! ```
//!
//! ## When to switch off
//! Where the load balancer looks at the health checks of nodes.

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};
use crate::words::count;

pub(super) static RULE: Rule = Rule {
    id: "service-external-local-gap",
    severity: Severity::Info,
    reads: Reads::SERVICES,
    why: "A node passes on only to its own Pods; what arrives at a node without one is dropped.",
    help: "Have the load balancer look at `healthCheckNodePort`, or use `Cluster`.",
    say: &[
        "nodes without a Pod of DaemonSet `{0}` drop what arrives from outside",
        "there are {1} without a Pod of DaemonSet `{0}`: what arrives there from outside is dropped",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let policy = context.root.at("spec.externalTrafficPolicy");
    match context.local_target(policy) {
        Some((_, Some(0))) | None => {}
        Some((name, Some(nodes))) => {
            let spot = found.at(policy).word(name);
            spot.word(count(nodes as usize, "node")).case(1);
        }
        Some((name, None)) => {
            found.at(policy).word(name);
        }
    }
}
