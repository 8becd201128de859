//! A selector names a label of nodes that another one has replaced.
//!
//! ## Why
//! Labels with `beta.kubernetes.io` and `failure-domain.beta.kubernetes.io` are kept for old selectors, and may go.
//! `node-role.kubernetes.io/master` is on no node since 1.24.
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
//!       nodeSelector: {beta.kubernetes.io/os: linux}
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
//!       nodeSelector: {kubernetes.io/os: linux}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! Upstream: pkg/api/pod/warnings.go warningsForPodSpecAndMeta (v1.36.3)

use crate::diagnostic::Rule;
use crate::lint::{Fault, Mend, Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::DEPRECATED_NODE_LABEL,
    said: Said::Warning(&[
        r#"/arch" instead"#,
        r#"/os" instead"#,
        r#"/region" instead"#,
        r#"/zone" instead"#,
        r#"/instance-type" instead"#,
        "created-by]: deprecated",
        "created-by is deprecated",
        "Taints and Tolerations instead",
        r#"control-plane" instead"#,
    ]),
    why: "New nodes may have only the new label, and then get no Pod.",
    help: "Write the label that the message names.",
    mend: Some(mend),
};

fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    let (key, in_map) = match fault.at.key() {
        "key" => (fault.at.text(), false),
        key => (key, true),
    };
    let known = NEW.iter().find(|(old, _)| *old == key);
    if let Some((_, new)) = known.filter(|(_, new)| !in_map || !fault.around.get(new).exists()) {
        let title = ["Write `", new, "`"].concat();
        mend.title(&title).changes_behaviour();
        match in_map {
            true => mend.rename(fault.at, new),
            false => mend.set(fault.at, new),
        };
    }
}

/// Labels that say the same on every node.
const NEW: [(&str, &str); 6] = [
    ("beta.kubernetes.io/arch", "kubernetes.io/arch"),
    ("beta.kubernetes.io/os", "kubernetes.io/os"),
    (
        "beta.kubernetes.io/instance-type",
        "node.kubernetes.io/instance-type",
    ),
    (
        "failure-domain.beta.kubernetes.io/region",
        "topology.kubernetes.io/region",
    ),
    (
        "failure-domain.beta.kubernetes.io/zone",
        "topology.kubernetes.io/zone",
    ),
    (
        "node-role.kubernetes.io/master",
        "node-role.kubernetes.io/control-plane",
    ),
];
