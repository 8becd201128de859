//! The API server knows no such value.
//!
//! ## Why
//! The message lists the values that the server supports.
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
//!       dnsPolicy: clusterFirst
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
//!       dnsPolicy: ClusterFirst
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! Upstream: staging/src/k8s.io/apimachinery/pkg/util/validation/field/errors.go NotSupported (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Fault, Mend, Said, ServerRule};
use crate::source::parted;

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::FIELD_NOT_SUPPORTED,
    said: Said::OtherRefusal(&[FieldErrorKind::NotSupported]),
    why: "The field has one of some values, which the message lists.",
    help: "Write one of the supported values; case counts.",
    mend: Some(mend),
};

/// What the server lists behind `supported values`.
fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    let (_, listed) = parted(fault.said, "supported values").unwrap_or_default();
    let values: Vec<&str> = listed.split('"').skip(1).step_by(2).collect();
    mend.nearest(fault.at, &values);
}
