//! A toleration has an operator whose feature gate is off.
//!
//! ## Why
//! The list in the message of the server is that of all operators; it does not tell which of them are switched on.
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
//!       - {key: sla, operator: Gt, value: "5"}
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
//!       - {key: sla, operator: Equal, value: "5"}
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
    name: Rule::TOLERATION_OPERATOR_GATED,
    said: Said::Refusal(".operator", FieldErrorKind::NotSupported, r#""Lt""#),
    why: "`Lt` and `Gt` are alpha: the server takes them only with the feature gate `TaintTolerationComparisonOperators`, and lists them as supported all the same.",
    help: "Write `Equal` or `Exists`, or switch the gate on in the cluster, and here with `--feature-gates TaintTolerationComparisonOperators=true`.",
    mend: None,
};
