//! An update takes a label from the template that the selector asks for.
//!
//! ## Why
//! A selector cannot be changed, so the template has to keep what it asks for: the API server refuses the update. Who wants
//! other labels adds them beside the old ones, or deletes the DaemonSet and creates it again.
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
//!   template:
//!     metadata: {labels: {app.kubernetes.io/name: agent}}
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
//!   template:
//!     metadata: {labels: {app: agent, app.kubernetes.io/name: agent}}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Never: the API server refuses it.
//!
//! Upstream: pkg/apis/apps/validation/validation.go ValidateDaemonSetSpec (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "template-label-drops-selector",
    severity: Severity::Error,
    reads: Reads::UPDATES,
    ignorable: false,
    why: "The API server refuses it: the selector cannot follow, and would not find the new Pods.",
    help: "Keep the old label beside the new ones.",
    say: &["the update takes the label `{0}` from the template, which the selector asks for"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let Some(wanted) = context.dropped_label() else {
        return;
    };
    let name = match wanted.key() {
        "" => wanted.get("key").text(),
        key => key,
    };
    let label = context.labels.get(name);
    let spot = match (label.exists(), context.labels.exists()) {
        (true, _) => found.at(label),
        (false, true) => found.at(context.labels),
        (false, false) => found.missing(context.template, "metadata.labels"),
    };
    spot.word(name)
        .related(wanted, "the selector asks for this");
}
