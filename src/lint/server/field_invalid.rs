//! The API server does not take a value.
//!
//! ## Why
//! Names have forms, numbers have ranges, and some fields have to fit others. The message is the server's.
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
//!         ports: [{containerPort: 70000}]
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
//!         ports: [{containerPort: 7000}]
//! ```
//!
//! Upstream: pkg/apis/core/validation/validation.go ValidatePodTemplateSpec (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::FIELD_INVALID,
    said: Said::OtherRefusal(&[FieldErrorKind::Invalid, FieldErrorKind::Internal]),
    why: "The server refuses the object: the value is none that the field can have.",
    help: "",
    mend: None,
};
