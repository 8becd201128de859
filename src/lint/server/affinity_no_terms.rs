//! Required node affinity has no terms.
//!
//! ## Why
//! An empty list is refused; a list with one empty term is taken, and matches no node.
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
//!       affinity:
//!         nodeAffinity:
//!           requiredDuringSchedulingIgnoredDuringExecution:
//!             nodeSelectorTerms: []
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
//!       affinity:
//!         nodeAffinity:
//!           requiredDuringSchedulingIgnoredDuringExecution:
//!             nodeSelectorTerms:
//!             - matchExpressions:
//!               - {key: disk, operator: In, values: [ssd]}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! Upstream: pkg/apis/core/validation/validation.go ValidateNodeSelector (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::AFFINITY_NO_TERMS,
    said: Said::Refusal(
        ".nodeSelectorTerms",
        FieldErrorKind::Required,
        "at least one",
    ),
    why: "Of the terms, one has to hold: without any, no node could ever be right.",
    help: "Write a term, or remove `requiredDuringSchedulingIgnoredDuringExecution` to allow every node.",
    mend: None,
};
