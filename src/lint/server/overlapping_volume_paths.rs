//! Two files of one volume are in one place.
//!
//! ## Why
//! A file may also lie where another one needs a folder.
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
//!       volumes:
//!       - name: info
//!         downwardAPI:
//!           items:
//!           - {path: name, fieldRef: {fieldPath: metadata.name}}
//!           - {path: name, fieldRef: {fieldPath: metadata.namespace}}
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
//!       volumes:
//!       - name: info
//!         downwardAPI:
//!           items:
//!           - {path: name, fieldRef: {fieldPath: metadata.name}}
//!           - {path: namespace, fieldRef: {fieldPath: metadata.namespace}}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! Upstream: pkg/api/pod/warnings.go checkForOverlap (v1.36.3)

use crate::diagnostic::Rule;
use crate::lint::{Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::OVERLAPPING_VOLUME_PATHS,
    said: Said::Warning(&["overlapping paths"]),
    why: "Of the two, the container sees one.",
    help: "Give one of them another path.",
    mend: None,
};
