//! A toleration names an effect that taints do not have.
//!
//! ## Why
//! Case counts. A slip is mended where one effect is near enough.
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
//!       - {key: dedicated, operator: Exists, effect: NoScheduled}
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
//!       - {key: dedicated, operator: Exists, effect: NoSchedule}
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
    name: Rule::TOLERATION_EFFECT_UNKNOWN,
    said: Said::Refusal(
        ".effect",
        FieldErrorKind::NotSupported,
        r#""PreferNoSchedule""#,
    ),
    why: "Taints have three effects; a toleration of a fourth would never match.",
    help: "Write `NoSchedule`, `PreferNoSchedule` or `NoExecute`, or leave `effect` out to tolerate all three.",
    mend: Some(mend),
};

fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    mend.nearest(fault.at, &["NoSchedule", "PreferNoSchedule", "NoExecute"]);
}
