//! A toleration without a key compares values.
//!
//! ## Why
//! The operator is `Equal` where nothing is written, so that a toleration of an effect alone is refused.
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
//!       tolerations:
//!       - {operator: Equal, effect: NoSchedule}
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
//!       tolerations:
//!       - {operator: Exists, effect: NoSchedule}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! Upstream: pkg/apis/core/validation/validation.go ValidateTolerations (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::TOLERATION_EMPTY_KEY_NEEDS_EXISTS,
    said: Said::Refusal(".operator", FieldErrorKind::Invalid, "`key` is empty"),
    why: "Without a key, a toleration is about every taint, and there is no value to compare: only `Exists` says that.",
    help: "Write the key of the taint, or `operator: Exists` to tolerate every taint.",
    mend: None,
};
