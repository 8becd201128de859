//! Containers are processes of a Windows host, and the Pod has a network of its own.
//!
//! ## Why
//! All containers of such a Pod are processes of the host.
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
//!       os: {name: windows}
//!       securityContext: {windowsOptions: {hostProcess: true}}
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
//!       os: {name: windows}
//!       hostNetwork: true
//!       securityContext: {windowsOptions: {hostProcess: true}}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! Upstream: pkg/apis/core/validation/validation.go validateWindowsHostProcessPod (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Fault, Mend, Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::HOST_PROCESS_NEEDS_HOST_NETWORK,
    said: Said::Refusal(".hostNetwork", FieldErrorKind::Invalid, "hostProcess"),
    why: "A process of the host uses the network of the host: there is no other for it.",
    help: "Write `hostNetwork: true`.",
    mend: Some(mend),
};

fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    mend.title("Write `hostNetwork: true`").changes_behaviour();
    mend.write(fault.template.get("spec"), "hostNetwork", "true");
}
