//! A path of the node has `..` in it.
//!
//! ## Why
//! A part that is `..` is refused; a name that begins with two dots is not.
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
//!       volumes: [{name: lib, hostPath: {path: /var/log/../lib}}]
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
//!       volumes: [{name: lib, hostPath: {path: /var/lib}}]
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! Upstream: pkg/apis/core/validation/validation.go validateHostPathVolumeSource (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::HOST_PATH_PARENT_DIR,
    said: Said::Refusal(".hostPath.path", FieldErrorKind::Invalid, "'..'"),
    why: "What lies behind `..` depends on links on the node, so a path could lead anywhere.",
    help: "Write the path without `..`.",
    mend: None,
};
