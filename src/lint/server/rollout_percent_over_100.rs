//! A limit of the update is more than 100%.
//!
//! ## Why
//! The share is of the nodes that the DaemonSet is to run on. 100% updates all of them at once.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   updateStrategy:
//!     rollingUpdate: {maxUnavailable: 150%}
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
//!     rollingUpdate: {maxUnavailable: 50%}
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
    name: Rule::ROLLOUT_PERCENT_OVER_ALL,
    said: Said::Refusal("", FieldErrorKind::Invalid, "greater than 100%"),
    why: "A share of the nodes cannot be more than all of them.",
    help: "Write `100%` at most.",
    mend: Some(mend),
};

fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    mend.title("Write `100%`").changes_behaviour();
    mend.set(fault.at, "100%");
}
