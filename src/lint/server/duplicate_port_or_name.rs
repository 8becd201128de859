//! Two ports say the same, or have one name.
//!
//! ## Why
//! Ports of all containers of the Pod count for names, and those of one container for numbers.
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
//!         ports:
//!         - {name: a, containerPort: 80}
//!         - {name: b, containerPort: 80}
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
//!         ports:
//!         - {name: a, containerPort: 80}
//!         - {name: b, containerPort: 81}
//! ```
//!
//! Upstream: pkg/api/pod/warnings.go warningsForPodSpecAndMeta (v1.36.3)

use crate::diagnostic::Rule;
use crate::lint::{Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::PORT_DUPLICATE,
    said: Said::Warning(&[
        "duplicate port definition",
        "overlapping port definition",
        "duplicate port name",
    ]),
    why: "A list of ports is merged by number and protocol: of two that are equal, one is lost. A name leads to the first one alone.",
    help: "Remove one of the ports, or rename it.",
    mend: None,
};
