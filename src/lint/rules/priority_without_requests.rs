//! A priority class protects Pods that request no memory less than it seems.
//!
//! ## Why
//! When memory runs out, the kubelet first asks which Pods use more than they requested, and only then looks at their
//! priority. Without a request every byte is more: the Pod goes before those of lower priority that stay within theirs.
//!
//! ## Invalid
//! ```yaml
//! kind: DaemonSet
//! apiVersion: apps/v1
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       priorityClassName: agents
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! kind: DaemonSet
//! apiVersion: apps/v1
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       priorityClassName: agents
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         resources: {requests: {memory: 32Mi}}
//! ```
//!
//! ## When to switch off
//! Where Nodes never run out of memory.
//!
//! Upstream: pkg/kubelet/eviction/helpers.go rankMemoryPressure (v1.36.3)

use crate::lint::priority::is_system_class;
use crate::lint::{Context, Reads, Rule, Spots};
use crate::source::holds;

pub(super) static RULE: Rule = Rule {
    id: "priority-without-requests",
    reads: Reads::DAEMON_SETS,
    why: "The kubelet first evicts what uses more than it requested, and looks at the priority only then.",
    help: "Set a request for memory.",
    say: &["when memory runs out, `{0}` does not protect Pods that request none"],
    look,
    ..Rule::NEW
};

/// Classes below are not meant to protect.
const LOW: i64 = 1000;

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let class = context.priority_class();
    let has_memory = |resources: crate::manifest::View<'_>| {
        resources.at("requests.memory").exists() || resources.at("limits.memory").exists()
    };
    if class.text().is_empty()
        || is_system_class(class.text())
        || context.is_fragment()
        || has_memory(context.pod.get("resources"))
    {
        return;
    }
    let mut containers = context.containers.iter();
    if context.containers.is_empty()
        || containers.any(|container| has_memory(container.at("resources")))
    {
        return;
    }
    for other in context.anywhere("PriorityClass") {
        if other.name() == class.text()
            && other
                .root
                .get("value")
                .as_int()
                .is_some_and(|value| value < LOW)
        {
            return;
        }
    }
    if !holds(class.text(), "low") {
        found.at(class).word(class.text());
    }
}
