//! The API server does not allow a field here.
//!
//! ## Why
//! The message says what stands against it.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   updateStrategy: {type: RollingUpdate}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       ephemeralContainers: [{name: debug, image: "registry.example.com/debug:v1"}]
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
//!   updateStrategy: {type: RollingUpdate}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! Upstream: staging/src/k8s.io/apimachinery/pkg/util/validation/field/errors.go Forbidden (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::FIELD_FORBIDDEN,
    said: Said::OtherRefusal(&[FieldErrorKind::Forbidden]),
    why: "The field exists, and something else in the object excludes it.",
    help: "Remove it, or what excludes it.",
    mend: None,
};
