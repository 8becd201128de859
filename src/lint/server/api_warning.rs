//! The API server warns of something.
//!
//! ## Why
//! These are warnings that have no rule of their own.
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
//!       imagePullSecrets: [{name: ""}]
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
//!       imagePullSecrets: [{name: registry}]
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! Upstream: pkg/api/pod/warnings.go warningsForPodSpecAndMeta (v1.36.3)

use crate::diagnostic::Rule;
use crate::lint::{Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::API_WARNING,
    said: Said::OtherWarning,
    why: "The server takes the object; the message says what it minds.",
    help: "",
    mend: None,
};
