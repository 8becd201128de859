//! A Pod that is never evicted has no memory limit.
//!
//! ## Why
//! The kubelet does not evict Pods of the two system classes. When one of them leaks memory, everything else goes first,
//! and the Node stays under pressure until the kernel kills something. A limit ends the leak in the container that has
//! it.
//!
//! ## Invalid
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
//!         resources: {limits: {memory: 64Mi}}
//! ```
//!
//! ## When to switch off
//! For what must not be killed whatever it uses, such as the network of the Node.
//!
//! Upstream: pkg/kubelet/eviction/eviction_manager.go evictPod (v1.36.3)

use crate::lint::priority::is_system_class;
use crate::lint::{ContainerKind, Context, Reads, Roles, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "critical-without-memory-limit",
    reads: Reads::DAEMON_SETS,
    expected_of: Roles::CNI.and(Roles::CSI),
    why: "The kubelet never evicts Pods of this class: when the container leaks, all others go first.",
    help: "Set `resources.limits.memory`, or use a class of your own.",
    say: &["container `{1}` of a Pod that is never evicted has no memory limit"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let class = context.priority_class();
    if !is_system_class(class.text()) || context.pod.at("resources.limits.memory").exists() {
        return;
    }
    for container in &context.containers {
        let resources = container.at("resources");
        let is_shown = container.view.lacks("resources") || resources.is_map();
        if container.kind == ContainerKind::Main
            && is_shown
            && !container.only_waits()
            && !resources.at("limits.memory").exists()
        {
            found
                .at(class)
                .container(container)
                .related(container.view, "the container");
            return;
        }
    }
}
