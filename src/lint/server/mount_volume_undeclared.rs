//! A mount names a volume that the Pod does not have.
//!
//! ## Why
//! Names are those of `spec.volumes` of the same Pod, whatever ConfigMap or claim stands behind them. A slip is mended where
//! one volume is near enough.
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
//!       volumes: [{name: logs, emptyDir: {}}]
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         volumeMounts: [{name: log5, mountPath: /var/log}]
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
//!       volumes: [{name: logs, emptyDir: {}}]
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         volumeMounts: [{name: logs, mountPath: /var/log}]
//! ```
//!
//! Upstream: pkg/apis/core/validation/validation.go ValidateVolumeMounts (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Fault, Mend, Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::MOUNT_VOLUME_UNDECLARED,
    said: Said::Refusal(".name", FieldErrorKind::NotFound, ""),
    why: "What is mounted is a volume of the Pod, and there is none of that name.",
    help: "Add the volume to `volumes`, or write the name of one that is there.",
    mend: Some(mend),
};

fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    let volumes = fault.template.at("spec.volumes").items();
    let names: Vec<&str> = volumes.map(|volume| volume.get("name").text()).collect();
    mend.nearest(fault.at, &names);
}
