//! A system priority class is used outside of `kube-system`.
//!
//! ## Why
//! Some clusters (GKE and others) limit `system-node-critical` and `system-cluster-critical` by a quota to `kube-system`.
//! There the DaemonSet is accepted and each of its Pods is refused: `DESIRED` is above `CURRENT`, and only the events say
//! why.
//!
//! A ResourceQuota of the namespace that names the class lets the Pods in.
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
//!       priorityClassName: system-node-critical
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! kind: DaemonSet
//! apiVersion: apps/v1
//! metadata: {name: agent, namespace: kube-system}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       priorityClassName: system-node-critical
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! For clusters that do not limit the classes.
//!
//! Upstream: plugin/pkg/admission/resourcequota/controller.go CheckRequest (v1.36.3)

use crate::lint::{Context, Reads, Roles, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "priority-node-critical-outside-system",
    reads: Reads::DAEMON_SETS,
    expected_of: Roles::NODE_CRITICAL,
    why: "Where a quota limits the class to `kube-system`, as on GKE, each Pod is refused, and only events of the DaemonSet say so.",
    help: "Use a class of your own, or add a ResourceQuota that allows this one in the namespace.",
    say: &["`{0}` outside of `kube-system` is refused by some clusters"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if context.has_system_class_elsewhere() {
        let class = context.priority_class();
        found.at(class).word(class.text());
    }
}
