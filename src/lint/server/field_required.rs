//! The API server wants a field that is not there, or that is empty.
//!
//! ## Why
//! The path in the message leads to it. Where the field is not there, the finding is at what should hold it.
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
//!         ports: [{name: web}]
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
//!         ports: [{name: web, containerPort: 80}]
//! ```
//!
//! Upstream: pkg/apis/core/validation/validation.go ValidatePodTemplateSpec (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::FIELD_REQUIRED,
    said: Said::OtherRefusal(&[FieldErrorKind::Required]),
    why: "Without the field, the server does not know what is meant, and has no default for it.",
    help: "Add the field.",
    mend: None,
};
