//! The ServiceAccount is not in the input, which says that it is complete.
//!
//! ## Why
//! The API server refuses every Pod whose ServiceAccount does not exist. The DaemonSet itself is taken: `kubectl get`
//! shows 0 Pods, and only the events of the DaemonSet say why.
//!
//! ## Configuration
//! ```yaml
//! complete: true
//! ```
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
//!       serviceAccountName: agent
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
//!       serviceAccountName: agent
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: v1
//! kind: ServiceAccount
//! metadata:
//!   name: agent
//!   namespace: agents
//! ```
//!
//! ## When to switch off
//! Where something else makes the account.
//!
//! Peers: kube-linter `non-existent-service-account`
//!
//! Upstream: plugin/pkg/admission/serviceaccount/admission.go Admit (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "service-account-not-in-input",
    severity: Severity::Info,
    why: "Where there is no such account, the API server refuses every Pod, and only events of the controller say so.",
    help: "Add the ServiceAccount, or name one that is there.",
    say: &["the input has no ServiceAccount `{0}`"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let mut named = context.pod.get("serviceAccountName");
    if !named.exists() {
        named = context.pod.get("serviceAccount");
    }
    let name = named.text();
    if name != "default" && context.is_missing("ServiceAccount", name) {
        found.at(named).word(name);
    }
}
