//! Two equal ports take one port of the node, one of them on all its addresses.
//!
//! ## Why
//! A `hostPort` without `hostIP` is on every address of the node.
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
//!         - {name: b, containerPort: 80, hostPort: 8080, hostIP: 127.0.0.1}
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
//!         - {name: b, containerPort: 81, hostPort: 8081, hostIP: 127.0.0.1}
//! ```
//!
//! Upstream: pkg/api/pod/warnings.go warningsForPodSpecAndMeta (v1.36.3)

use crate::diagnostic::Rule;
use crate::lint::{Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::AMBIGUOUS_PORT,
    said: Said::Warning(&["dangerously ambiguous"]),
    why: "The port on all addresses takes the one on a single address as well: which of the two hears a call is open.",
    help: "Remove one of the two, or give it another `hostPort`.",
    mend: None,
};
