//! `ClusterFirstWithHostNet` changes nothing for a Pod that has a network of its own.
//!
//! ## Why
//! The policy is `ClusterFirst` for Pods under `hostNetwork`. Elsewhere both mean the same, and readers look for a
//! `hostNetwork` that is not there.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent
//!   namespace: agents
//! spec:
//!   selector:
//!     matchLabels: {app: agent}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       dnsPolicy: ClusterFirstWithHostNet
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent
//!   namespace: agents
//! spec:
//!   selector:
//!     matchLabels: {app: agent}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       hostNetwork: true
//!       dnsPolicy: ClusterFirstWithHostNet
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! For templates that are used with and without `hostNetwork`.

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "dns-policy-without-host-network",
    severity: Severity::Info,
    why: "It is for Pods under `hostNetwork`; for others it means `ClusterFirst`, which is the default.",
    help: "Remove it, or set `hostNetwork: true` if that was meant.",
    say: &["`ClusterFirstWithHostNet` changes nothing without `hostNetwork`"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let policy = context.pod.get("dnsPolicy");
    let is_off = context.pod.lacks("hostNetwork") || context.pod.get("hostNetwork").is_false();
    if policy.text() == "ClusterFirstWithHostNet" && is_off {
        found.at(policy);
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Remove `dnsPolicy`").remove(spot.at);
}
