//! DaemonSets that are split by architecture or operating system leave a Node without any.
//!
//! ## Why
//! Several DaemonSets of one agent are each for an architecture or an operating system, and a given Node is of one that none of
//! them is for: it has no agent.
//!
//! The rule speaks where the DaemonSets ask for nothing else of their Nodes. Nodes without the label, virtual ones, and those of
//! an operating system that none of the DaemonSets is for do not count.
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
//!   name: c
//!   labels: {kubernetes.io/os: linux, kubernetes.io/arch: s390x}
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
//! Where no image is built for those Nodes, and none is wanted.

use crate::lint::fleet::{OS, tells_build_apart};
use crate::lint::{Context, Reads, Rule, Spots, is_virtual};
use crate::words::count;

pub(super) static RULE: Rule = Rule {
    id: "split-arch-gap",
    reads: Reads::DAEMON_SETS,
    why: "The agent does not run on nodes that no part of it is for.",
    help: "Add a DaemonSet for them, or put the images into one list of platforms.",
    say: &["{0} split by what it is built for leave out {1}: {2}"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if context.nodes().is_empty() {
        return;
    }
    let mut parts = Vec::new();
    for subject in context.parts() {
        parts.push(Context {
            subject,
            ..*context
        });
    }
    let is_first = parts
        .first()
        .is_some_and(|first| std::ptr::eq(first.subject, context.subject));
    let is_plain = |part: &Context<'_>| part.is_placed() && part.demands_build_alone();
    if !is_first || !parts.iter().all(is_plain) {
        return;
    }
    let mut names = Vec::new();
    for (position, node) in context.nodes().iter().enumerate() {
        let labels = &node.metadata.labels;
        let os = labels.get(OS).unwrap_or("linux");
        let is_of_os = |part: &Context<'_>| match part.demanded_os() {
            "" => os == "linux",
            own => own == os,
        };
        let is_labelled = labels.iter().any(|(key, _)| tells_build_apart(key));
        let is_meant = |part: &Context<'_>| {
            let judged = part.subject.judged;
            let class = judged.and_then(|judged| judged.eligibility.class(position));
            class.is_none_or(|class| part.is_meant_for(class))
        };
        if is_labelled
            && !is_virtual(node)
            && parts.iter().any(is_of_os)
            && !parts.iter().any(is_meant)
        {
            names.push(node.metadata.name.as_str());
        }
    }
    if names.is_empty() {
        return;
    }
    let spot = found
        .at(context.root)
        .word(count(parts.len(), "DaemonSet"))
        .nodes(&names);
    for part in parts.iter().skip(1) {
        spot.related(part.root, "another part");
    }
}
