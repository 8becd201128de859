//! A Pod template has no containers.
//!
//! ## Why
//! Init containers alone do not do: a Pod is what its containers are. In a guide, the list is often left out; everything else
//! is judged all the same.
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
//!       containers: []
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
//! ```
//!
//! Upstream: pkg/apis/core/validation/validation.go validateContainers (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::CONTAINERS_MISSING,
    said: Said::Refusal("spec.containers", FieldErrorKind::Required, ""),
    why: "A Pod without containers has nothing to run.",
    help: "Add `containers` with a name and an image.",
    mend: None,
};
