//! Two mounts of a container have one path.
//!
//! ## Why
//! Paths are compared as they are written.
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
//!       volumes: [{name: a, emptyDir: {}}, {name: b, emptyDir: {}}]
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         volumeMounts:
//!         - {name: a, mountPath: /data}
//!         - {name: b, mountPath: /data}
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
//!         volumeMounts:
//!         - {name: a, mountPath: /data/a}
//!         - {name: b, mountPath: /data/b}
//! ```
//!
//! Upstream: pkg/apis/core/validation/validation.go ValidateVolumeMounts (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::MOUNT_PATH_DUPLICATE,
    said: Said::Refusal(".mountPath", FieldErrorKind::Invalid, "must be unique"),
    why: "Of two volumes at one path, the container would see only the later one.",
    help: "Give one of them another path; of one volume, `subPath` mounts a single file.",
    mend: None,
};
