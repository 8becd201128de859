//! A volume is of a kind that Kubernetes no longer has.
//!
//! ## Why
//! Storage has moved out of Kubernetes into drivers. The API still has the fields, so that old objects can be read.
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
//!       volumes: [{name: code, gitRepo: {repository: "https://example.com/code.git"}}]
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
//!       volumes: [{name: code, emptyDir: {}}]
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! Upstream: pkg/api/pod/warnings.go warningsForPodSpecAndMeta (v1.36.3)

use crate::diagnostic::Rule;
use crate::lint::{Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::REMOVED_VOLUME_PLUGIN,
    said: Said::Warning(&["deprecated in v1."]),
    why: "The kubelet knows no such volume any more: the Pods wait for it without end.",
    help: "Use a CSI driver, or an init container that fetches what is needed.",
    mend: None,
};
