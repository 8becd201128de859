//! Nothing limits who talks to the Pods.
//!
//! ## Why
//! A Pod that no NetworkPolicy selects takes connections from every other Pod. Where a namespace has policies for
//! others, one for this agent was perhaps forgotten.
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
//!   name: shop
//! spec:
//!   podSelector:
//!     matchLabels: {app: shop}
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
//! Where every Pod may talk to the agent.
//!
//! Peers: kube-linter `non-isolated-pod`; Polaris `missingNetworkPolicy`; kube-score `pod-networkpolicy`

use crate::diagnostic::Severity;
use crate::lint::{Context, Preset, Rule, Spots, Subject};

pub(super) static RULE: Rule = Rule {
    id: "network-policy-missing",
    severity: Severity::Info,
    preset: Preset::Strict,
    security: Some(Severity::Info),
    why: "Every Pod of the cluster can connect to it.",
    help: "Add a NetworkPolicy that selects it.",
    say: &["no NetworkPolicy of the namespace selects `{0}`"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let policies = context.beside("NetworkPolicy");
    let selects = |policy: &&Subject<'_>| context.is_selected(policy.root.at("spec.podSelector"));
    let is_isolated = policies.iter().any(selects);
    let on_host = context.on_host_network();
    if !policies.is_empty() && !is_isolated && !on_host && !context.is_fragment() {
        found.at(context.root).word(context.name());
    }
}
