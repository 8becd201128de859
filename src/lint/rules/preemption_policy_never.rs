//! The priority class of the agent makes no room for it.
//!
//! ## Why
//! With `preemptionPolicy: Never` a Pod is first in the queue, and nothing is evicted for it: on a full node it waits,
//! however high its priority.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: scheduling.k8s.io/v1
//! kind: PriorityClass
//! metadata:
//!   name: agents
//! value: 100000
//! preemptionPolicy: Never
//! ---
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
//!       priorityClassName: agents
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: scheduling.k8s.io/v1
//! kind: PriorityClass
//! metadata:
//!   name: agents
//! value: 100000
//! ---
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
//!       priorityClassName: agents
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where the agent is to wait for its place.

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "preemption-policy-never",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "On a full node the Pod waits, however high its priority.",
    help: "Use a class with `PreemptLowerPriority` for an agent that every node needs.",
    say: &["class `{0}` makes no room on a full node (`preemptionPolicy: Never`)"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let name = context.pod.get("priorityClassName");
    if name.text().is_empty() {
        return;
    }
    for class in context.anywhere("PriorityClass") {
        let policy = class.root.get("preemptionPolicy");
        if class.name() == name.text() && policy.text() == "Never" {
            found
                .at(name)
                .word(name.text())
                .related(policy, "the class says so");
            return;
        }
    }
}
