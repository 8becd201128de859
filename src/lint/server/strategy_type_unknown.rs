//! The update strategy is one that DaemonSets do not have.
//!
//! ## Why
//! Case counts. A slip is mended where one of the two is near enough.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   updateStrategy:
//!     type: Recreate
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
//!     type: RollingUpdate
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! Upstream: pkg/apis/apps/validation/validation.go ValidateDaemonSetUpdateStrategy (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Fault, Mend, Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::STRATEGY_TYPE_UNKNOWN,
    said: Said::Refusal("spec.updateStrategy", FieldErrorKind::NotSupported, ""),
    why: "A DaemonSet knows `RollingUpdate` and `OnDelete`; `Recreate` belongs to Deployments.",
    help: "Write `RollingUpdate`, with `maxUnavailable: 100%` to replace all Pods at once, or `OnDelete`.",
    mend: Some(mend),
};

fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    let said = match fault.at.is_map() {
        true => fault.at.get("type"),
        false => fault.at,
    };
    mend.nearest(said, &["RollingUpdate", "OnDelete"]);
}
