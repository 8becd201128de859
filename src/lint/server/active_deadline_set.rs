//! The Pods of a DaemonSet have a deadline.
//!
//! ## Why
//! The field belongs to Pods of Jobs. How long a Pod may take to stop is `terminationGracePeriodSeconds`.
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
//!       activeDeadlineSeconds: 600
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
//!       terminationGracePeriodSeconds: 600
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! Upstream: pkg/apis/apps/validation/validation.go ValidateDaemonSetSpec (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Fault, Mend, Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::ACTIVE_DEADLINE_SET,
    said: Said::Refusal(
        ".activeDeadlineSeconds",
        FieldErrorKind::Forbidden,
        "in DaemonSet",
    ),
    why: "A daemon runs as long as its node does: a deadline would end it.",
    help: "Remove `activeDeadlineSeconds`; for something that ends, use a Job.",
    mend: Some(mend),
};

fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    mend.title("Remove `activeDeadlineSeconds`")
        .changes_behaviour();
    mend.remove(fault.at);
}
