//! `maxUnavailable` and `maxSurge` are both 0.
//!
//! ## Why
//! A percentage of 0 counts as 0. Both fields are of one update, and `maxSurge` is 0 where it is not written.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   updateStrategy:
//!     rollingUpdate: {maxUnavailable: 0}
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
//!     rollingUpdate: {maxUnavailable: 1}
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
    name: Rule::ROLLOUT_ZERO_ZERO,
    said: Said::Refusal(".maxUnavailable", FieldErrorKind::Required, "cannot be 0"),
    why: "An update that may neither take a Pod away nor add one can replace nothing.",
    help: "Give one of them a number: `maxUnavailable: 1` is the default.",
    mend: Some(mend),
};

fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    mend.title("Write `maxUnavailable: 1`").changes_behaviour();
    mend.set(fault.at, "1");
}
