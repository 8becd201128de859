//! The highest class is used for an agent that a Node can do without.
//!
//! ## Why
//! `system-node-critical` is for what a Node does not work without: its network, its storage. A log collector or an
//! exporter with this class pushes other workloads from a full Node, and the kubelet never evicts it.
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
//!         image: registry.example.com/node-exporter:v1.2.3
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
//!       priorityClassName: agents
//!       containers:
//!       - name: agent
//!         image: registry.example.com/node-exporter:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where a Node without logs or metrics counts as broken.
//!
//! Upstream: pkg/kubelet/types/pod_update.go IsCriticalPod (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Role, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "priority-too-high",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "On a full node it pushes others away, and the kubelet never evicts it, whatever it uses.",
    help: "Use a class of your own.",
    say: &["`system-node-critical` is for what a node does not work without"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let class = context.priority_class();
    let is_spared = matches!(context.role(), Role::LogCollector | Role::MetricsExporter);
    if is_spared && class.text() == "system-node-critical" && !context.has_system_class_elsewhere()
    {
        found.at(class);
    }
}
