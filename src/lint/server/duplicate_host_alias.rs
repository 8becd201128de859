//! Two host aliases have one address.
//!
//! ## Why
//! In the Pod, both lines are there.
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
//!       hostAliases: [{ip: 192.0.2.1, hostnames: [a]}, {ip: 192.0.2.1, hostnames: [b]}]
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
//!       hostAliases: [{ip: 192.0.2.1, hostnames: [a, b]}]
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! Upstream: pkg/api/pod/warnings.go warningsForPodSpecAndMeta (v1.36.3)

use crate::diagnostic::Rule;
use crate::lint::{Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::DUPLICATE_HOST_ALIAS,
    said: Said::Warning(&["duplicate ip"]),
    why: "kubectl merges aliases by address: of two that are equal, the next `apply` may lose one.",
    help: "Write the names of both behind one address.",
    mend: None,
};
