//! A port names an address of the node, and no port of it.
//!
//! ## Why
//! The Pod listens on its own address all the same.
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
//!         ports: [{containerPort: 80, hostIP: 127.0.0.1}]
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
//!         ports: [{containerPort: 80, hostPort: 80, hostIP: 127.0.0.1}]
//! ```
//!
//! Upstream: pkg/api/pod/warnings.go warningsForPodSpecAndMeta (v1.36.3)

use crate::diagnostic::Rule;
use crate::lint::{Fault, Mend, Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::HOST_IP_WITHOUT_HOST_PORT,
    said: Said::Warning(&["hostIP set without hostPort"]),
    why: "The address belongs to `hostPort`: without one it does nothing.",
    help: "Add `hostPort`, or remove `hostIP`.",
    mend: Some(mend),
};

fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    mend.title("Remove `hostIP`");
    mend.remove(fault.at.get("hostIP"));
}
