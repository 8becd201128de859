//! A security profile stands in an annotation.
//!
//! ## Why
//! A profile that nobody applies leaves the container with all system calls.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!       annotations: {seccomp.security.alpha.kubernetes.io/pod: runtime/default}
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
//!       securityContext: {seccompProfile: {type: RuntimeDefault}}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! Upstream: pkg/api/pod/warnings.go warningsForPodSpecAndMeta (v1.36.3)

use crate::diagnostic::Rule;
use crate::lint::{Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::SECCOMP_APPARMOR_ANNOTATION,
    said: Said::Warning(&[r#""seccompProfile" field"#, r#""appArmorProfile" field"#]),
    why: "Since 1.27, the annotation of seccomp does nothing, and that of AppArmor is about to go: the security context has fields for both.",
    help: "Write `securityContext.seccompProfile` or `securityContext.appArmorProfile`.",
    mend: None,
};
