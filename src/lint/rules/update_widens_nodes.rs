//! An update makes the DaemonSet run on nodes that had none of its Pods.
//!
//! ## Why
//! Nodes that match from now on get their Pod as soon as the controller sees the change: all at once, whatever `maxUnavailable`
//! says. A mistake in the new template reaches them before any other node.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: v1
//! kind: Node
//! metadata: {name: a, labels: {disk: ssd}}
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata: {name: b, labels: {disk: hdd}}
//! ---
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents, uid: 5ab3}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       nodeSelector: {disk: ssd}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
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
//! ## Valid
//! ```yaml
//! apiVersion: v1
//! kind: Node
//! metadata: {name: a, labels: {disk: ssd}}
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata: {name: b, labels: {disk: hdd}}
//! ---
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents, uid: 5ab3}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       nodeSelector: {disk: ssd}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       nodeSelector: {disk: ssd}
//!       hostNetwork: true
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where the wider reach is what the update is for.
//!
//! Upstream: pkg/controller/daemon/daemon_controller.go manage (v1.36.3)

use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "update-widens-nodes",
    reads: Reads::UPDATES,
    why: "The controller makes their Pods as soon as it sees the change, all at once: no limit of the update holds for them.",
    help: "Apply the wider reach by itself, and the new template after that.",
    say: &["the update reaches {0} more: {1}"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let (gained, _) = context.moved_nodes();
    if !gained.is_empty() {
        found.at(context.reach()).nodes(&gained);
    }
}
