//! A DaemonSet has an empty selector.
//!
//! ## Why
//! Elsewhere in the API, an empty selector matches everything. A DaemonSet that did so would adopt or count Pods of others, so
//! the server refuses it, and there is no default: the selector is written out.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
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
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! Upstream: pkg/apis/apps/validation/validation.go ValidateDaemonSetSpec (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::SELECTOR_EMPTY,
    said: Said::Refusal("spec.selector", FieldErrorKind::Invalid, "empty selector"),
    why: "An empty selector would match every Pod of the namespace, and the DaemonSet would claim them all.",
    help: "Write `matchLabels` with the labels of the template.",
    mend: None,
};
