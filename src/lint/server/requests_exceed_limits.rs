//! A request is more than its limit.
//!
//! ## Why
//! Quantities are compared as numbers: `1` CPU is `1000m`, and `1Gi` of memory is more than `1G`.
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
//!         resources: {requests: {memory: 1Gi}, limits: {memory: 1G}}
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
//!         resources: {requests: {memory: 1G}, limits: {memory: 1Gi}}
//! ```
//!
//! Upstream: pkg/apis/core/validation/validation.go ValidateContainerResourceRequirements (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::REQUESTS_EXCEED_LIMITS,
    said: Said::Refusal("", FieldErrorKind::Invalid, "limit of"),
    why: "The request is what the Pod is sure to get, and the limit what it may use: it would get more than it may use.",
    help: "Raise the limit, or lower the request.",
    mend: None,
};
