//! A variable takes a key that its ConfigMap or Secret does not have.
//!
//! ## Why
//! The container is not created: the kubelet waits with `CreateContainerConfigError` until the key is there.
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
//!         env:
//!         - name: LEVEL
//!           valueFrom:
//!             configMapKeyRef: {name: settings, key: levle}
//! ---
//! apiVersion: v1
//! kind: ConfigMap
//! metadata:
//!   name: settings
//! data: {level: info}
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
//!         env:
//!         - name: LEVEL
//!           valueFrom:
//!             configMapKeyRef: {name: settings, key: level}
//! ---
//! apiVersion: v1
//! kind: ConfigMap
//! metadata:
//!   name: settings
//! data: {level: info}
//! ```
//!
//! ## When to switch off
//! Where something else adds the key.
//!
//! Peers: kube-linter `env-value-from`

use crate::lint::{Context, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "env-ref-missing-key",
    why: "The kubelet does not create the container: CreateContainerConfigError, on every node.",
    help: "Name a key that is there, or set `optional: true`.",
    say: &["the input has no key `{2}` in {0} `{1}`"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for container in &context.containers {
        for variable in container.env() {
            let from = variable.get("valueFrom");
            for (field, kind) in [("configMapKeyRef", "ConfigMap"), ("secretKeyRef", "Secret")] {
                let reference = from.get(field);
                let key = reference.get("key");
                if key.text().is_empty() || reference.get("optional").is_true() {
                    continue;
                }
                let name = reference.get("name").text();
                let mut source = None;
                let mut is_there = false;
                // Of one name there may be several in the input, of several clusters for example.
                for other in context.beside(kind) {
                    if other.name() != name {
                        continue;
                    }
                    let mut is_filled = false;
                    for list in ["data", "binaryData", "stringData"] {
                        let list = other.root.get(list);
                        is_there |= list.get(key.text()).key() == key.text();
                        is_filled |= list.entries().next().is_some();
                    }
                    // One without any key is filled by somebody in the cluster.
                    is_there |= !is_filled;
                    source = Some(other.root);
                }
                if let (Some(source), false) = (source, is_there) {
                    found
                        .at(key)
                        .word(kind)
                        .word(name)
                        .word(key.text())
                        .related(source, "what it has is here");
                }
            }
        }
    }
}
