//! Two ports of one Pod are one port of the node.
//!
//! ## Why
//! Ports of all containers of the Pod count. With `hostNetwork`, every `containerPort` is a port of the node.
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
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         ports:
//!         - {name: a, containerPort: 80, hostPort: 8080}
//!         - {name: b, containerPort: 81, hostPort: 8080}
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
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         ports:
//!         - {name: a, containerPort: 80, hostPort: 8080}
//!         - {name: b, containerPort: 81, hostPort: 8081}
//! ```
//!
//! Upstream: pkg/apis/core/validation/validation.go checkHostPortConflicts (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::HOST_PORT_DUPLICATE,
    said: Said::Refusal(".hostPort", FieldErrorKind::Duplicate, ""),
    why: "One port of a node leads to one container: the second would never hear anything.",
    help: "Give one of them another `hostPort`, or another protocol.",
    mend: None,
};
