//! An update leaves the Pod template as it is, so that nothing is rolled out.
//!
//! ## Why
//! Pods are replaced when the template changes, and only then. A ConfigMap with another content, or another strategy, reaches
//! no running Pod.
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
//!   minReadySeconds: 30
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
//!   minReadySeconds: 30
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       hostNetwork: true
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where updates of other fields are meant.

use crate::apiserver::makes_the_same_pods;
use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "no-template-change",
    severity: Severity::Info,
    reads: Reads::UPDATES,
    why: "Pods are replaced when the template changes, and only then.",
    help: "`kubectl rollout restart` replaces them all the same.",
    say: &["nothing is rolled out: the template is the one that is there"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if let Some((old, new)) = context.both()
        && makes_the_same_pods(&old.spec.template, &new.spec.template)
    {
        found.at(context.template);
    }
}
