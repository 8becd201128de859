//! An address is not written in the usual way.
//!
//! ## Why
//! Zeros in front of a number are octal to some programs, and an IPv6 address has many spellings.
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
//!       dnsConfig: {nameservers: ["2001:DB8::1"]}
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
//!       dnsConfig: {nameservers: ["2001:db8::1"]}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! Upstream: staging/src/k8s.io/apimachinery/pkg/util/validation/ip.go GetWarningsForIP (v1.36.3)

use crate::diagnostic::Rule;
use crate::lint::{Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::ODD_IP_SPELLING,
    said: Said::Warning(&[
        "non-standard IP",
        "IPv6 address",
        "non-standard CIDR",
        "IPv6 CIDR",
        "ambiguous in this context",
    ]),
    why: "Programs read such an address in different ways, and a later Kubernetes refuses it.",
    help: "Write it as the message does.",
    mend: None,
};
