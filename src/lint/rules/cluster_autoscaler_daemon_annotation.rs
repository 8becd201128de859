//! `enable-ds-eviction` stands where it does not act, or says neither true nor false.
//!
//! ## Why
//! Before the cluster autoscaler removes a Node, it may evict the daemon Pods there, so that they end in order. The
//! annotation that says so is read from the Pods: on the template it acts, on the DaemonSet itself it does not. Any other
//! value than `true` means no.
//!
//! ## Invalid
//! ```yaml
//! kind: DaemonSet
//! apiVersion: apps/v1
//! metadata:
//!   name: agent
//!   annotations: {cluster-autoscaler.kubernetes.io/enable-ds-eviction: "true"}
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
//!     metadata:
//!       labels: {app: agent}
//!       annotations: {cluster-autoscaler.kubernetes.io/enable-ds-eviction: "true"}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where a tool of yours copies it to the Pods.

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "cluster-autoscaler-daemon-annotation",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "The cluster autoscaler reads it from the Pods, and takes everything but `true` for no.",
    help: "Write `true` or `false`, on the template.",
    say: &[
        "`enable-ds-eviction` acts on the template, and not on the DaemonSet",
        "`enable-ds-eviction: {0}` is neither `true` nor `false`",
    ],
    look,
    ..Rule::NEW
};

const NAME: &str = "cluster-autoscaler.kubernetes.io/enable-ds-eviction";

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let own = context.root.at("metadata.annotations").get(NAME);
    if own.exists() {
        found.at(own);
    }
    let annotation = context.template.at("metadata.annotations").get(NAME);
    if annotation.exists() && !matches!(annotation.text(), "true" | "false") {
        found.at(annotation).word(annotation.text()).case(1);
    }
}
