//! `internalTrafficPolicy` stands on a Service without address, where it has no effect.
//!
//! ## Why
//! A headless Service (`clusterIP: None`) is a list of addresses in DNS. No proxy stands between, and nothing looks at
//! the policy: clients get the Pods of all nodes.
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
//! apiVersion: v1
//! kind: Service
//! metadata:
//!   name: agent
//! spec:
//!   selector: {app: agent}
//!   clusterIP: None
//!   internalTrafficPolicy: Local
//!   ports:
//!   - {port: 80, targetPort: 8080}
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
//! apiVersion: v1
//! kind: Service
//! metadata:
//!   name: agent
//! spec:
//!   selector: {app: agent}
//!   internalTrafficPolicy: Local
//!   ports:
//!   - {port: 80, targetPort: 8080}
//! ```
//!
//! ## When to switch off
//! Never: the field does nothing there.

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, Reads, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "service-headless-policy-no-effect",
    severity: Severity::Info,
    reads: Reads::SERVICES,
    why: "DNS answers with the Pods of all nodes: no proxy is there that could choose.",
    help: "Remove the field, or give the Service an address.",
    say: &["`internalTrafficPolicy: Local` has no effect on a headless Service"],
    mend: Some(mend),
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let spec = context.root.get("spec");
    let policy = spec.get("internalTrafficPolicy");
    if spec.get("clusterIP").text() == "None" && policy.text() == "Local" {
        found.at(policy);
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Remove `internalTrafficPolicy`").remove(spot.at);
}
