//! `tolerationSeconds` stands beside another effect than `NoExecute`.
//!
//! ## Why
//! A toleration without an effect is about all of them, and is refused as well: the server wants to read `NoExecute` where
//! there are seconds.
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
//!       - {key: dedicated, operator: Exists, effect: NoSchedule, tolerationSeconds: 60}
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
//!       - {key: dedicated, operator: Exists, effect: NoExecute, tolerationSeconds: 60}
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
    name: Rule::TOLERATION_SECONDS_NEEDS_NO_EXECUTE,
    said: Said::Refusal(
        ".effect",
        FieldErrorKind::Invalid,
        "`tolerationSeconds` is set",
    ),
    why: "The seconds say how long a Pod stays after a `NoExecute` taint has come; the other effects evict nobody.",
    help: "Remove `tolerationSeconds`, or write `effect: NoExecute`.",
    mend: Some(mend),
};

fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    let seconds = fault.around.get("tolerationSeconds");
    if seconds.exists() {
        mend.title("Remove `tolerationSeconds`").changes_behaviour();
        mend.remove(seconds);
    }
}
