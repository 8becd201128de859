//! A name stands for nothing.
//!
//! ## Why
//! A mount whose volume is missing has a rule of its own, [mount-volume-undeclared](mount-volume-undeclared.md).
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
//!         resources: {claims: [{name: gpu}]}
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
//!       resourceClaims: [{name: gpu, resourceClaimTemplateName: gpu}]
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         resources: {claims: [{name: gpu}]}
//! ```
//!
//! Upstream: staging/src/k8s.io/apimachinery/pkg/util/validation/field/errors.go NotFound (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::FIELD_NOT_FOUND,
    said: Said::OtherRefusal(&[FieldErrorKind::NotFound]),
    why: "What the name should stand for is not in the object.",
    help: "Write a name that is there, or add what it stands for.",
    mend: None,
};
