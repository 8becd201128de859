//! `maxSurge` is set while `maxUnavailable` is not 0.
//!
//! ## Why
//! A Deployment takes both, a DaemonSet does not: on each node, one order holds.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   updateStrategy:
//!     rollingUpdate: {maxSurge: 1}
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
//!   updateStrategy:
//!     rollingUpdate: {maxSurge: 1, maxUnavailable: 0}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! Upstream: pkg/apis/apps/validation/validation.go ValidateRollingUpdateDaemonSet (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Fault, Mend, Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::SURGE_NEEDS_UNAVAILABLE_ZERO,
    said: Said::Refusal(
        ".maxSurge",
        FieldErrorKind::Invalid,
        "maxUnavailable is non-zero",
    ),
    why: "An update either adds the new Pod first or takes the old one away first; `maxUnavailable` is 1 where it is not written.",
    help: "Write `maxUnavailable: 0` beside `maxSurge`.",
    mend: Some(mend),
};

fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    mend.title("Write `maxUnavailable: 0`").changes_behaviour();
    mend.write(fault.around, "maxUnavailable", "0");
}
