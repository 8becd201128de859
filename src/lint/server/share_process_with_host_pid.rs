//! Containers share their processes with each other and with their node.
//!
//! ## Why
//! The two fields ask for two process namespaces, and a container has one.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       hostPID: true
//!       shareProcessNamespace: true
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       hostPID: true
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! Upstream: pkg/apis/core/validation/validation.go validateHostPIDShareProcess (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Fault, Mend, Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::SHARE_PROCESS_WITH_HOST_PID,
    said: Said::Refusal(".shareProcessNamespace", FieldErrorKind::Invalid, "HostPID"),
    why: "With `hostPID`, containers see all processes of the node, each other's among them: there is nothing left to share.",
    help: "Remove `shareProcessNamespace`.",
    mend: Some(mend),
};

fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    mend.title("Remove `shareProcessNamespace`")
        .changes_behaviour();
    mend.remove(fault.template.at("spec.shareProcessNamespace"));
}
