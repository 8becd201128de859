//! A toleration with `operator: Exists` has a value.
//!
//! ## Why
//! Both readings are plausible, so the server takes neither.
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
//!       tolerations:
//!       - {key: dedicated, operator: Exists, value: gpu}
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
//!       tolerations:
//!       - {key: dedicated, operator: Equal, value: gpu}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! Upstream: pkg/apis/core/validation/validation.go ValidateTolerations (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Fault, Mend, Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::TOLERATION_EXISTS_WITH_VALUE,
    said: Said::Refusal(".operator", FieldErrorKind::Invalid, "value must be empty"),
    why: "`Exists` tolerates whatever value the taint has; a value beside it says the opposite.",
    help: "Remove `value` to tolerate all values, or write `operator: Equal` for this one.",
    mend: Some(mend),
};

fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    mend.title("Remove `value`").changes_behaviour();
    mend.remove(fault.around.get("value"));
}
