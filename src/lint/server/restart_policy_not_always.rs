//! The Pods of a DaemonSet are not always restarted.
//!
//! ## Why
//! A task that is to run once on every node is an init container with a container behind it that waits.
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
//!       restartPolicy: OnFailure
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
//!       restartPolicy: Always
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
    name: Rule::RESTART_POLICY_NOT_ALWAYS,
    said: Said::Refusal(
        "spec.restartPolicy",
        FieldErrorKind::NotSupported,
        r#""Always""#,
    ),
    why: "A daemon runs as long as its node does: its Pods know no other restart policy than `Always`.",
    help: "Remove `restartPolicy`, whose default is `Always`; for something that ends, use a Job.",
    mend: Some(mend),
};

fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    mend.title("Write `Always`").changes_behaviour();
    mend.set(fault.at, "Always");
}
