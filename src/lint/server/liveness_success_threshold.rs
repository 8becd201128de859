//! A liveness or startup probe wants several successes.
//!
//! ## Why
//! How many failures it takes is `failureThreshold`.
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
//!         livenessProbe: {tcpSocket: {port: 80}, successThreshold: 2}
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
//!         livenessProbe: {tcpSocket: {port: 80}, failureThreshold: 2}
//! ```
//!
//! Upstream: pkg/apis/core/validation/validation.go validateLivenessProbe (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Fault, Mend, Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::LIVENESS_SUCCESS_THRESHOLD,
    said: Said::Refusal(".successThreshold", FieldErrorKind::Invalid, "must be 1"),
    why: "One success shows that a container is alive; only readiness may want several.",
    help: "Remove `successThreshold`, whose default is 1.",
    mend: Some(mend),
};

fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    mend.title("Write 1").changes_behaviour();
    mend.set(fault.at, "1");
}
