//! An update with surge never ends, because under `hostNetwork` every declared port is a port of the Node.
//!
//! ## Why
//! With `maxSurge` the new Pod starts beside the old one, which is deleted only when the new one is available. Under
//! `hostNetwork` the API server makes a `hostPort` of every `containerPort`, and the scheduler gives a port of a Node to one
//! Pod: the new Pod stays Pending, the old one stays, and the update waits for ever.
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
//!       hostNetwork: true
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         ports:
//!         - {containerPort: 9464}
//! ```
//!
//! ## Valid
//! ```yaml
//! spec:
//!   updateStrategy:
//!     rollingUpdate: {maxSurge: 0, maxUnavailable: 1}
//!   template:
//!     spec:
//!       hostNetwork: true
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         ports:
//!         - {containerPort: 9464}
//! ```
//!
//! ## When to switch off
//! Never: such an update does not end.
//!
//! Upstream: pkg/apis/core/v1/defaults.go SetDefaults_PodSpec (v1.36.3)
//!
//! Upstream: pkg/scheduler/framework/plugins/nodeports/node_ports.go fitsPorts (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::surge::without_surge;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "surge-with-host-network-ports",
    severity: Severity::Error,
    reads: Reads::DAEMON_SETS,
    help: "Set `maxSurge` to 0 and `maxUnavailable` to 1.",
    say: &["the update never ends: under `hostNetwork` old and new Pods both want port {0}"],
    look,
    mend: Some(without_surge),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    // Without declared ports nothing keeps the new Pod away: that is another rule's.
    if context.on_host_network() {
        context.find_stop_at_port(context.first_port("containerPort"), found);
    }
}
