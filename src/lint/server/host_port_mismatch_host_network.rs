//! `hostPort` is not `containerPort`, and the Pod uses the network of its node.
//!
//! ## Why
//! The server fills `hostPort` in where it is not written.
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
//!       hostNetwork: true
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         ports: [{containerPort: 9100, hostPort: 9101}]
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
//!       hostNetwork: true
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         ports: [{containerPort: 9100, hostPort: 9100}]
//! ```
//!
//! Upstream: pkg/apis/core/validation/validation.go validateHostNetwork (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Fault, Mend, Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::HOST_PORT_MISMATCH_HOST_NETWORK,
    said: Said::Refusal(".hostPort", FieldErrorKind::Invalid, "must match"),
    why: "With `hostNetwork`, the port of the container is the port of the node: nothing maps one to another.",
    help: "Write the same number twice, or `hostPort` not at all.",
    mend: Some(mend),
};

fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    let port = fault.around.get("containerPort").text();
    mend.title("Write the container's port").changes_behaviour();
    mend.set(fault.at, port);
}
