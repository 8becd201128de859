//! An update with surge never ends, because old and new Pods want the same port of their Node.
//!
//! ## Why
//! With `maxSurge` the new Pod starts beside the old one, which is deleted only when the new one is available. A `hostPort`
//! is one Pod's on a Node: the scheduler leaves the new Pod Pending, the old one stays, and the update waits for ever.
//!
//! The rule plays the update, on the Nodes of the input or on one that is made up, and says where it stops.
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
//!         ports:
//!         - {containerPort: 8080, hostPort: 8080}
//! ```
//!
//! ## Valid
//! ```yaml
//! spec:
//!   updateStrategy:
//!     rollingUpdate: {maxSurge: 0, maxUnavailable: 1}
//!   template:
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         ports:
//!         - {containerPort: 8080, hostPort: 8080}
//! ```
//!
//! ## When to switch off
//! Never: such an update does not end.
//!
//! Upstream: pkg/scheduler/framework/plugins/nodeports/node_ports.go fitsPorts (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::surge::without_surge;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "surge-with-host-port",
    severity: Severity::Error,
    reads: Reads::DAEMON_SETS,
    help: "Set `maxSurge` to 0 and `maxUnavailable` to 1, or do without `hostPort`.",
    say: &["the update never ends: old and new Pods both want port {0} of their node"],
    look,
    mend: Some(without_surge),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    // The same by `hostNetwork`, which makes a hostPort of every port, is another rule's.
    if !context.on_host_network() {
        context.find_stop_at_port(context.first_port("hostPort"), found);
    }
}
