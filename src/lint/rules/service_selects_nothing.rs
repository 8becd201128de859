//! A Service selects no Pods, though a DaemonSet stands beside it.
//!
//! ## Why
//! A Service without endpoints refuses each connection. When its selector is a slip away from the labels of a
//! DaemonSet, or the two share a name, the DaemonSet is what it was meant for.
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
//!   selector: {app: agnet}
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
//!   ports:
//!   - {port: 80, targetPort: 8080}
//! ```
//!
//! ## When to switch off
//! Where the workload is in no file of the input.
//!
//! Peers: kube-linter `dangling-service`; kube-score `service-targets-pod`

use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "service-selects-nothing",
    reads: Reads::SERVICES,
    why: "A Service without endpoints refuses each connection.",
    help: "Write the labels of the template.",
    say: &["the Service selects no Pods; DaemonSet `{0}` has other labels"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let selector = context.selector;
    let is_external = context.root.at("spec.type").text() == "ExternalName";
    if selector.entries().next().is_none() || is_external || !context.service_targets().is_empty() {
        return;
    }
    if let Some(meant) = context.meant_daemon_set(selector) {
        found
            .at(selector)
            .word(meant.name())
            .related(meant.labels, "its labels");
    }
}
