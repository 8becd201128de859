//! A Pod asks for a ConfigMap or a Secret that is not in the input, which says that it is complete.
//!
//! ## Why
//! The kubelet does not start the container: a volume waits with `FailedMount`, a variable with
//! `CreateContainerConfigError`, on every Node and until somebody makes the object.
//!
//! ## Configuration
//! ```yaml
//! complete: true
//! ```
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent
//!   namespace: agents
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
//!         envFrom:
//!         - configMapRef: {name: settings}
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent
//!   namespace: agents
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
//!         envFrom:
//!         - configMapRef: {name: settings}
//! ---
//! apiVersion: v1
//! kind: ConfigMap
//! metadata:
//!   name: settings
//!   namespace: agents
//! data: {LEVEL: info}
//! ```
//!
//! ## When to switch off
//! For objects that something makes in the cluster, an operator for example.

use crate::lint::{Context, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "config-or-secret-missing",
    why: "The kubelet waits for it, and does not start the container, on every node.",
    help: "Add the object, name one that is there, or set `optional: true`.",
    say: &["the input has no {0} `{1}`"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for reference in context.references() {
        let name = reference.name.text();
        let is_made = matches!(name, "kube-root-ca.crt" | "openshift-service-ca.crt");
        if !is_made && !reference.is_optional && context.is_missing(reference.kind, name) {
            found.at(reference.name).word(reference.kind).word(name);
        }
    }
}
