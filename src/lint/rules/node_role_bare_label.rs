//! A selector asks for a role by a label that nothing sets.
//!
//! ## Why
//! Roles of Nodes are labels of their own, such as `node-role.kubernetes.io/worker`. A label `node-role` is nobody's:
//! somebody has to put it onto every Node by hand, and a Node that joins later does not have it.
//!
//! ## Invalid
//! ```yaml
//! nodeSelector:
//!   node-role: worker
//! ```
//!
//! ## Valid
//! ```yaml
//! nodeSelector:
//!   node-role.kubernetes.io/worker: ""
//! ```
//!
//! ## When to switch off
//! Where the tool that makes Nodes sets the label.
//!
//! Upstream: staging/src/k8s.io/kubelet/pkg/apis/well_known_labels.go IsKubeletLabel (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "node-role-bare-label",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "Somebody has to put it onto every node; one that joins later does not have it, and gets no Pod.",
    help: "Ask for `node-role.kubernetes.io/NAME`, or see that whatever makes nodes sets the label.",
    say: &["the label `{0}` is one that Kubernetes never sets"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for demand in context.demands() {
        let is_bare = matches!(
            demand.key,
            "node-role" | "node_role" | "role" | "kubernetes.io/role"
        );
        if is_bare && demand.wants_label() && !context.a_node_has(demand.key) {
            found.at(demand.label).word(demand.key);
        }
    }
}
