//! A new manifest has another name or namespace than the old one.
//!
//! ## Why
//! An object is what its name and namespace say. Applied, the new manifest makes a second DaemonSet; the old one stays, and
//! each node gets two agents, which fight for ports and files.
//!
//! ## Old
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
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
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: node-agent, namespace: agents}
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
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
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
//! Where the old DaemonSet is deleted in the same step.

use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "name-or-namespace-changed",
    reads: Reads::UPDATES,
    why: "`kubectl apply` makes a second DaemonSet: the old one stays, and each node gets both Pods.",
    help: "Keep name and namespace, or delete the old one in the same step.",
    say: &[
        "this is no update of `{0}`: the name is another",
        "this is no update of `{0}`: the namespace is `{1}`, and was `{2}`",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let Some(old) = context.renamed() else {
        return;
    };
    let metadata = context.root.get("metadata");
    let place = |field| {
        let said = metadata.get(field);
        if said.exists() { said } else { metadata }
    };
    let spot = match old.name() == context.name() {
        false => found.at(place("name")),
        true => found.at(place("namespace")).case(1),
    };
    spot.word(old.name());
    spot.word(context.namespace()).word(old.namespace());
}
