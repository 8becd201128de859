//! Two workloads of a namespace select the same Pods.
//!
//! ## Why
//! Each controller counts Pods by its selector, and adopts those without an owner. Where one selects the other's,
//! statuses are wrong, `kubectl logs` and Services mix them up, and orphans go to whoever comes first.
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
//! apiVersion: apps/v1
//! kind: Deployment
//! metadata:
//!   name: agent-central
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
//! apiVersion: apps/v1
//! kind: Deployment
//! metadata:
//!   name: agent-central
//! spec:
//!   replicas: 2
//!   selector:
//!     matchLabels: {app: agent-central}
//!   template:
//!     metadata:
//!       labels: {app: agent-central}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where Pods are kept apart by their owners alone, on purpose.

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "selector-overlap",
    reads: Reads::DAEMON_SETS.and(Reads::WORKLOADS),
    why: "Each counts or adopts Pods of the other, and whoever selects by the same labels gets both.",
    help: "Give each a label of its own; the selector of one that exists cannot be changed.",
    say: &["the same Pods are selected by {0} `{1}`"],
    look,
    ..Rule::NEW
};

const KINDS: &[&str] = &["DaemonSet", "Deployment", "StatefulSet", "ReplicaSet"];

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let selector = context.selector;
    if !KINDS.contains(&context.object.kind.as_str()) || selector.entries().next().is_none() {
        return;
    }
    for other in context.earlier(KINDS) {
        let is_one = other.name() == context.name() && other.object.kind == context.object.kind;
        let concerns = other.is_daemon_set() || context.is_daemon_set();
        if is_one || !concerns || other.namespace() != context.namespace() {
            continue;
        }
        if other.wants_others_than(context) && context.wants_others_than(other) {
            continue;
        }
        let theirs = other.selector;
        let is_shared = context.is_selected(theirs) || other.is_selected(selector);
        if is_shared && theirs.entries().next().is_some() {
            let spot = found
                .at(selector)
                .word(other.object.kind.as_str())
                .word(other.name());
            spot.related(theirs, "the other selector");
            if context.excludes(other) {
                spot.severity(Severity::Info);
            }
            return;
        }
    }
}
