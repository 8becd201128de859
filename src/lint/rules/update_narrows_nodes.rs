//! An update takes the DaemonSet away from nodes that it runs on.
//!
//! ## Why
//! The controller deletes Pods on nodes that do not match any more as soon as it sees the change: all at once, whatever
//! `maxUnavailable` says.
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
//! Where leaving these nodes is what the update is for.
//!
//! Upstream: pkg/controller/daemon/daemon_controller.go manage (v1.36.3)

use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "update-narrows-nodes",
    reads: Reads::UPDATES,
    why: "The controller deletes their Pods as soon as it sees the change, all at once: no limit of the update holds for them.",
    help: "Look at what these nodes lose, and apply the narrower reach by itself.",
    say: &["the update leaves {0}: {1}"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let (_, lost) = context.moved_nodes();
    if !lost.is_empty() {
        found.at(context.reach()).nodes(&lost);
    }
}
