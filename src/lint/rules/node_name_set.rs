//! `nodeName` leaves one Node, and passes the scheduler by.
//!
//! ## Why
//! With `nodeName` in the template, the controller makes a Pod for that Node and for no other. The Pod never goes through
//! the scheduler: it starts on a Node that is full or cordoned, and one more requirement is not checked.
//!
//! ## Invalid
//! ```yaml
//! nodeName: worker-7
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! nodeSelector:
//!   kubernetes.io/hostname: worker-7
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Never: a static Pod or a node selector says the same better.
//!
//! Upstream: pkg/controller/daemon/daemon_controller.go predicates (v1.36.3)

use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "node-name-set",
    reads: Reads::DAEMON_SETS,
    why: "Every other node drops out, and the scheduler, which would see that the node is full, is passed by.",
    help: "Choose nodes by `nodeSelector`.",
    say: &["the DaemonSet runs on the node `{0}` alone"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let name = context.pod.get("nodeName");
    if !name.text().is_empty() {
        found.at(name).word(name.text());
    }
}
