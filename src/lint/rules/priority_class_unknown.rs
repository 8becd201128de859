//! The priority class is neither built in nor in the input, which says that it is complete.
//!
//! ## Why
//! The API server refuses every Pod with `no PriorityClass with name agents was found`. The DaemonSet itself is taken:
//! `kubectl get` shows 0 Pods, and only the events of the DaemonSet say why.
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
//!       priorityClassName: agents
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
//!   namespace: agents
//! spec:
//!   selector:
//!     matchLabels: {app: agent}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       priorityClassName: agents
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: scheduling.k8s.io/v1
//! kind: PriorityClass
//! metadata:
//!   name: agents
//! value: 1000000
//! ```
//!
//! ## When to switch off
//! Where something else makes the class.
//!
//! Upstream: plugin/pkg/admission/priority/admission.go admitPod (v1.36.3)

use crate::lint::priority::is_system_class;
use crate::lint::{Context, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "priority-class-unknown",
    why: "The API server refuses every Pod, and only events of the controller say so.",
    help: "Add the PriorityClass, or name one that is there.",
    say: &["the input has no PriorityClass `{0}`"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let class = context.priority_class();
    let name = class.text();
    if !is_system_class(name) && context.is_missing("PriorityClass", name) {
        found.at(class).word(name);
    }
}
