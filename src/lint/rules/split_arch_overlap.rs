//! DaemonSets that are split by architecture or operating system run on one Node together.
//!
//! ## Why
//! Two DaemonSets of one agent, told apart by an architecture or an operating system in their names or selectors, both run on a
//! Node: there are two agents, of which one may not even start.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent-amd64
//! spec:
//!   selector:
//!     matchLabels: {app: agent-amd64}
//!   template:
//!     metadata:
//!       labels: {app: agent-amd64}
//!     spec:
//!       nodeSelector: {kubernetes.io/arch: amd64}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent-arm64
//! spec:
//!   selector:
//!     matchLabels: {app: agent-arm64}
//!   template:
//!     metadata:
//!       labels: {app: agent-arm64}
//!     spec:
//!       nodeSelector: {kubernetes.io/os: linux}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: a
//!   labels: {kubernetes.io/os: linux, kubernetes.io/arch: amd64}
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: b
//!   labels: {kubernetes.io/os: linux, kubernetes.io/arch: arm64}
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent-amd64
//! spec:
//!   selector:
//!     matchLabels: {app: agent-amd64}
//!   template:
//!     metadata:
//!       labels: {app: agent-amd64}
//!     spec:
//!       nodeSelector: {kubernetes.io/arch: amd64}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent-arm64
//! spec:
//!   selector:
//!     matchLabels: {app: agent-arm64}
//!   template:
//!     metadata:
//!       labels: {app: agent-arm64}
//!     spec:
//!       nodeSelector: {kubernetes.io/arch: arm64}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: a
//!   labels: {kubernetes.io/os: linux, kubernetes.io/arch: amd64}
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: b
//!   labels: {kubernetes.io/os: linux, kubernetes.io/arch: arm64}
//! ```
//!
//! ## When to switch off
//! Where DaemonSets whose names differ by an architecture alone are different agents.

use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "split-arch-overlap",
    reads: Reads::DAEMON_SETS,
    why: "Two agents run on one node: they do the work twice, or one does not start there.",
    help: "Select the architecture or the operating system that the image is built for.",
    say: &["it runs beside DaemonSet `{0}`, from which it is split, on {1}: {2}"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if !context.is_placed() {
        return;
    }
    for earlier in context.parts() {
        if std::ptr::eq(earlier, context.subject) {
            return;
        }
        let other = Context {
            subject: earlier,
            ..*context
        };
        if !other.is_placed() {
            continue;
        }
        let theirs = other.eligible_nodes();
        let mut names = context.eligible_nodes();
        names.retain(|name| theirs.binary_search(name).is_ok());
        if names.is_empty() {
            continue;
        }
        let selector = context.pod.get("nodeSelector");
        let at = match selector.exists() {
            true => selector,
            false => context.root,
        };
        found
            .at(at)
            .word(earlier.name())
            .nodes(&names)
            .related(earlier.root, "it runs there, too");
        return;
    }
}
