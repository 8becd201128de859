//! A variable for the node's name has a fixed value.
//!
//! ## Why
//! Every Pod of a DaemonSet has the same template: a name that is written there is the same on each node. What is meant
//! comes from the downward API.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   env:
//!   - {name: NODE_NAME, value: worker-1}
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   env:
//!   - name: NODE_NAME
//!     valueFrom:
//!       fieldRef: {fieldPath: spec.nodeName}
//! ```
//!
//! ## When to switch off
//! Where the variable means something else.

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "node-name-env-missing",

    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "Every node gets the same template: the agent of each one reports under this name.",
    help: "Use `valueFrom.fieldRef` with `spec.nodeName` or `status.hostIP`.",
    say: &["`{0}` is `{1}` on every node"],
    look,
    ..Rule::NEW
};

const NAMES: &[&str] = &[
    "NODE_NAME",
    "K8S_NODE_NAME",
    "KUBE_NODE_NAME",
    "MY_NODE_NAME",
    "NODENAME",
    "HOST_IP",
    "NODE_IP",
    "HOST_NAME",
];

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let is_pinned = context.pod.get("nodeName").exists()
        || context
            .pod
            .get("nodeSelector")
            .get("kubernetes.io/hostname")
            .exists();
    for container in &context.containers {
        for variable in container.env() {
            let (name, value) = (variable.get("name").text(), variable.get("value"));
            // An address to listen on is the same on every node.
            let is_any = matches!(value.text(), "" | "0.0.0.0" | "127.0.0.1" | "localhost");
            let is_fixed = !is_any && !value.text().contains(['$', '{']);
            if NAMES.contains(&name) && is_fixed && !is_pinned {
                found.at(value).word(name).word(value.text());
            }
        }
    }
}
