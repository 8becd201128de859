//! With surge, a node needs room for two Pods while it is updated.
//!
//! ## Why
//! The scheduler counts the requests of the old and the new Pod together until the old one is gone. On a node without
//! that room the new Pod stays Pending, and the update waits there.
//!
//! ## Invalid
//! ```yaml
//! spec:
//!   updateStrategy:
//!     rollingUpdate: {maxSurge: 1, maxUnavailable: 0}
//!   template:
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         resources:
//!           requests: {cpu: 100m, memory: 64Mi}
//! ```
//!
//! ## Valid
//! ```yaml
//! spec:
//!   updateStrategy:
//!     rollingUpdate: {maxUnavailable: 1}
//!   template:
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         resources:
//!           requests: {cpu: 100m, memory: 64Mi}
//! ```
//!
//! ## When to switch off
//! Where every node has room to spare.

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "surge-doubles-requests",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "The scheduler counts both Pods until the old one is gone; without room the new one stays Pending, and the update waits.",
    help: "Keep the room free on every node, or set `maxSurge` to 0 and `maxUnavailable` to 1.",
    say: &["a node needs room for two Pods during the update"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let surge = context.surge();
    let mut containers = context.containers.iter();
    let requests = |view: crate::manifest::View<'a>| view.at("resources.requests").exists();
    let asks = requests(context.pod) || containers.any(|container| requests(container.view));
    if surge.exists() && asks {
        found.at(surge);
    }
}
