//! A number of bytes is no whole number.
//!
//! ## Why
//! The server takes it, and rounds up to whole bytes. A request of `64m` memory asks for one byte, and a limit of it kills the
//! container.
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
//!         resources: {requests: {memory: 64m}}
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
//!         resources: {requests: {memory: 64M}}
//! ```
//!
//! Upstream: pkg/api/pod/warnings.go warningsForPodSpecAndMeta (v1.36.3)

use crate::diagnostic::Rule;
use crate::lint::{Fault, Mend, Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::FRACTIONAL_BYTES,
    said: Said::Warning(&["fractional byte value"]),
    why: "There is no fraction of a byte: `m` is a thousandth, so that `64m` is less than one byte.",
    help: "Write `M` or `Mi` for millions of bytes.",
    mend: Some(mend),
};

fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    if let Some(number) = fault.at.text().strip_suffix('m') {
        let millions = [number, "M"].concat();
        let title = ["Write `", &millions, "`"].concat();
        mend.title(&title).changes_behaviour();
        mend.set(fault.at, &millions);
    }
}
