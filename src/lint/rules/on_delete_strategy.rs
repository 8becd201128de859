//! An update reaches a Node only when somebody deletes its Pod.
//!
//! ## Why
//! With `OnDelete` the controller replaces no Pod of an old template. `kubectl rollout status` refuses to watch such a
//! DaemonSet, and nodes keep old versions for as long as nobody acts.
//!
//! ## Invalid
//! ```yaml
//! spec:
//!   updateStrategy:
//!     type: OnDelete
//!   template:
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! spec:
//!   updateStrategy:
//!     type: RollingUpdate
//!   template:
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where another program deletes the Pods, node by node.
//!
//! Peers: kube-linter `no-rolling-update-strategy`

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "on-delete-strategy",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "The controller replaces no Pod by itself: nodes run the old template until their Pod is deleted.",
    help: "Delete the Pods node by node after an update, or use `RollingUpdate`.",
    say: &["`OnDelete`: an update reaches a node when somebody deletes its Pod"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if context.is_on_delete() {
        found.at(context.strategy().get("type"));
    }
}
