//! A container is privileged, or gets `SYS_ADMIN`, and may not escalate its privileges.
//!
//! ## Why
//! Of `SYS_ADMIN` among the added capabilities the same holds.
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
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         securityContext: {privileged: true, allowPrivilegeEscalation: false}
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
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         securityContext: {privileged: true}
//! ```
//!
//! Upstream: pkg/apis/core/validation/validation.go ValidateSecurityContext (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Fault, Mend, Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::PRIVILEGED_NO_ESCALATION_CONFLICT,
    said: Said::Refusal(
        "",
        FieldErrorKind::Invalid,
        "`allowPrivilegeEscalation` to false",
    ),
    why: "A process that has all privileges can gain none: the two settings exclude each other.",
    help: "Remove `allowPrivilegeEscalation: false`, or the privileges.",
    mend: Some(mend),
};

fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    let escalation = fault
        .container
        .at("securityContext.allowPrivilegeEscalation");
    mend.title("Remove `allowPrivilegeEscalation`")
        .changes_behaviour();
    mend.remove(escalation);
}
