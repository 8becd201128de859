//! A Pod has users of its own and a namespace of its node.
//!
//! ## Why
//! A daemon that needs the host cannot have users of its own. The same is said of block devices.
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
//!       hostUsers: false
//!       hostNetwork: true
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
//!       hostUsers: false
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! Upstream: pkg/apis/core/validation/validation.go validateHostUsers (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Fault, Mend, Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::HOST_USERS_CONFLICT,
    said: Said::Refusal("", FieldErrorKind::Forbidden, "when `hostUsers` is false"),
    why: "With `hostUsers: false`, root in the Pod is nobody on the node, and has no rights in the node's other namespaces.",
    help: "Remove `hostUsers: false`, or do without the node's network, processes and memory.",
    mend: Some(mend),
};

fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    mend.title("Remove `hostUsers`").changes_behaviour();
    mend.remove(fault.template.at("spec.hostUsers"));
}
