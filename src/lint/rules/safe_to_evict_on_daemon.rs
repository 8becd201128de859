//! The cluster autoscaler does not read `safe-to-evict` on daemon Pods.
//!
//! ## Why
//! The annotation tells the cluster autoscaler whether a Pod may be moved when its Node goes. A daemon Pod cannot move:
//! the autoscaler passes it over before it reads the annotation. Whether it is evicted first is said by
//! `cluster-autoscaler.kubernetes.io/enable-ds-eviction` on the template.
//!
//! ## Invalid
//! ```yaml
//! kind: DaemonSet
//! apiVersion: apps/v1
//! metadata:
//!   name: agent
//!   annotations: {cluster-autoscaler.kubernetes.io/safe-to-evict: "true"}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! kind: DaemonSet
//! apiVersion: apps/v1
//! metadata: {name: agent}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where a tool of yours reads it.

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "safe-to-evict-on-daemon",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "A daemon Pod holds up no scale-down, with the annotation or without.",
    help: "Remove it; `enable-ds-eviction` says whether the Pods are evicted before their node goes.",
    say: &["the cluster autoscaler does not read `safe-to-evict` on daemon Pods"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let annotation = context.annotation("cluster-autoscaler.kubernetes.io/safe-to-evict");
    if annotation.exists() {
        found.at(annotation);
    }
}
