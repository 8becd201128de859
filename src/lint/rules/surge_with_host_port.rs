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
use crate::lint::words::write;
use crate::lint::{Context, Reads, Rule, Spots};
use crate::simulation::HoldReason;
use crate::words::{count, name_list};

pub(super) static RULE: Rule = Rule {
    id: "surge-with-host-port",
    severity: Severity::Error,
    reads: Reads::DAEMON_SETS,
    help: "Set `maxSurge` to 0 and `maxUnavailable` to 1, or do without `hostPort`.",
    say: &["the update never ends: old and new Pods both want port {0} of their node"],
    look,
    ..Rule::NEW
};

/// Nodes that are named one by one.
const NAMED: usize = 3;

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let surge = context
        .root
        .at("spec.updateStrategy.rollingUpdate.maxSurge");
    let mut ports = context
        .containers
        .iter()
        .filter(|container| container.runs_on());
    // The same by `hostNetwork`, which makes a hostPort of every port, is another rule's.
    let port = ports.find_map(|container| {
        let mut ports = container.ports().map(|port| port.get("hostPort"));
        ports.find(|port| port.exists() && port.text() != "0")
    });
    let (true, Some(port)) = (surge.exists(), port) else {
        return;
    };
    if context.pod.get("hostNetwork").is_true() {
        return;
    }
    let Some(played) = context.play_update() else {
        return;
    };
    let held: Vec<&str> = played
        .ending
        .blockers
        .iter()
        .filter(|blocker| blocker.reason == HoldReason::PortsTaken)
        .filter_map(|blocker| played.course.nodes.get(blocker.node as usize))
        .map(String::as_str)
        .collect();
    let (Some(last), false) = (played.course.steps.last(), held.is_empty()) else {
        return;
    };
    let mut why = String::from("Played on ");
    let of = last.status.desired as usize;
    match played.is_real {
        true => write(&mut why, &["the ", &count(of, "node"), " that it runs on"]),
        false => why.push_str("one node"),
    }
    let step = played.course.steps.len().to_string();
    let updated = (last.status.updated as usize).saturating_sub(held.len());
    write(
        &mut why,
        &[
            ", the update stops at step ",
            &step,
            ", with ",
            &updated.to_string(),
            " of ",
            &of.to_string(),
            " replaced: ",
        ],
    );
    match played.is_real {
        true => write(
            &mut why,
            &["there is a new Pod Pending on ", &name_list(&held, NAMED)],
        ),
        false => why.push_str("there is a new Pod Pending"),
    }
    why.push_str(", because the scheduler gives a port of a node to one Pod.");
    found
        .at(surge)
        .word(port.text())
        .why(why)
        .related(port, "the port that both want");
}
