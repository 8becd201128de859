//! The Pod runs under the default ServiceAccount.
//!
//! ## Why
//! Every Pod of the namespace that names no account has this one: a right given to it is given to all of them, and an
//! audit log does not tell them apart.
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
//! ```
//!
//! ## When to switch off
//! For agents that do not speak to the API server.
//!
//! Peers: kube-linter `default-service-account`

use crate::diagnostic::Severity;
use crate::lint::{Context, Preset, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "service-account-default",
    severity: Severity::Info,
    preset: Preset::Strict,
    security: Some(Severity::Info),
    why: "A right that the default account gets is one of every Pod of the namespace that names none.",
    help: "Make a ServiceAccount for the agent, or set `automountServiceAccountToken: false`.",
    say: &["the Pod runs under the default ServiceAccount"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if context.pod.get("automountServiceAccountToken").is_false() || context.is_fragment() {
        return;
    }
    let named = context.pod.get("serviceAccountName");
    let old = context.pod.get("serviceAccount");
    if named.text() == "default" {
        found.at(named);
    } else if context.pod.lacks("serviceAccountName") && matches!(old.text(), "" | "default") {
        found.missing(context.pod, "serviceAccountName");
    }
}
