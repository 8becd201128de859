//! Something stands twice that must be there once.
//!
//! ## Why
//! Names of containers, volumes and ports are unique in their Pod.
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
//!       volumes: [{name: a, emptyDir: {}}, {name: a, emptyDir: {}}]
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
//!       volumes: [{name: a, emptyDir: {}}, {name: b, emptyDir: {}}]
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! Upstream: staging/src/k8s.io/apimachinery/pkg/util/validation/field/errors.go Duplicate (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::FIELD_DUPLICATE,
    said: Said::OtherRefusal(&[FieldErrorKind::Duplicate]),
    why: "The value tells the items of a list apart: with two of them, nobody knows which one is meant.",
    help: "Rename or remove one of them.",
    mend: None,
};
