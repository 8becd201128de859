//! A NetworkPolicy selects no Pods, though a DaemonSet stands beside it; or only Pods that it does not reach.
//!
//! ## Why
//! A policy whose selector is a slip away from the labels of a DaemonSet isolates nothing. A Pod under `hostNetwork`
//! has the network of its node, and most plugins apply no policy to that.
//!
//! ## Invalid
//! ```yaml
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
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: networking.k8s.io/v1
//! kind: NetworkPolicy
//! metadata:
//!   name: agent
//! spec:
//!   podSelector:
//!     matchLabels: {app: agnet}
//!   policyTypes: [Ingress]
//! ```
//!
//! ## Valid
//! ```yaml
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
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: networking.k8s.io/v1
//! kind: NetworkPolicy
//! metadata:
//!   name: agent
//! spec:
//!   podSelector:
//!     matchLabels: {app: agent}
//!   policyTypes: [Ingress]
//! ```
//!
//! ## When to switch off
//! Where the Pods are in no file of the input.
//!
//! Peers: kube-linter `dangling-networkpolicy`; kube-score `networkpolicy-targets-pod`

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots, Subject};

pub(super) static RULE: Rule = Rule {
    id: "network-policy-selects-nothing",
    severity: Severity::Info,
    reads: Reads::NETWORK_POLICIES,
    why: "A policy without Pods isolates nothing.",
    help: "Write the labels of the template.",
    say: &[
        "the policy selects no Pods; DaemonSet `{0}` has other labels",
        "the policy selects Pods of `{0}` alone, which are on the network of their nodes",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let selector = context.root.at("spec.podSelector");
    let labels = selector.get("matchLabels");
    if labels.entries().next().is_none() {
        return;
    }
    let mut selected = context.workloads();
    selected.retain(|workload| workload.is_selected(selector));
    let on_host = |workload: &&Subject<'_>| workload.on_host_network();
    if let Some(first) = selected.first() {
        if selected.iter().all(on_host) {
            let spot = found.at(selector).word(first.name()).case(1);
            spot.why("Most network plugins apply no policy to the network of a node.")
                .help("Limit the ports of the nodes themselves.");
        }
    } else if let Some(meant) = context.meant_daemon_set(labels) {
        found
            .at(selector)
            .word(meant.name())
            .related(meant.labels, "its labels");
    }
}
