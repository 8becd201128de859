//! A limit of the update is a text that is no percentage.
//!
//! ## Why
//! A template engine that puts every value in quotes makes this of a number.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   updateStrategy:
//!     rollingUpdate: {maxUnavailable: "1"}
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
//! Upstream: staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go IsValidPercent (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Fault, Mend, Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::PERCENT_AS_BARE_STRING,
    said: Said::Refusal("", FieldErrorKind::Invalid, "percent string"),
    why: "A text is read as a percentage, and a number of Pods stands without quotes.",
    help: "Write the number without quotes, or a percentage: `10%`.",
    mend: Some(mend),
};

fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    let text = fault.at.text();
    if text.parse::<u32>().is_ok() {
        mend.title("Take the quotes away").set(fault.at, text);
    }
}
