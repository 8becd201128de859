//! The Pods ask for more than a Node has.
//!
//! ## Why
//! The DaemonSet runs on the Node, and its Pod asks for more than the Node's `allocatable`: it stays Pending, and nothing that is
//! evicted makes the Node larger. With a rolling update, the update stops there.
//!
//! What counts is what the scheduler adds up: the containers together or, where that is more, an init container with the sidecars
//! before it.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent
//! spec:
//!   selector:
//!     matchLabels: {app: agent}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         resources:
//!           requests: {cpu: 100m, memory: 3Gi}
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: a
//! status:
//!   allocatable: {cpu: "1", memory: 2Gi, pods: "110"}
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent
//! spec:
//!   selector:
//!     matchLabels: {app: agent}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         resources:
//!           requests: {cpu: 100m, memory: 1Gi}
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: a
//! status:
//!   allocatable: {cpu: "1", memory: 2Gi, pods: "110"}
//! ```
//!
//! ## When to switch off
//! Never: such a Pod does not start.
//!
//! Upstream: pkg/scheduler/framework/plugins/noderesources/fit.go fitsRequest (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::requests::{RESOURCES, amount_text};
use crate::lint::{Context, Reads, Rule, Spots};
use crate::manifest::View;
use crate::model::Quantity;

pub(super) static RULE: Rule = Rule {
    id: "request-exceeds-smallest-node",
    severity: Severity::Error,
    reads: Reads::DAEMON_SETS,
    why: "The Pod there stays Pending: no Pod that is evicted makes the node larger.",
    help: "Ask for less, or select larger nodes.",
    say: &["a Pod asks for {0} of `{1}`, more than {2} can give: {3}"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for (resource, (name, request)) in RESOURCES.iter().zip(context.requests()).enumerate() {
        if request == 0 {
            continue;
        }
        let mut names = Vec::new();
        let mut least = i64::MAX;
        for (position, room) in context.rooms(resource) {
            if room < request {
                let node = context.nodes().get(position);
                names.push(node.map_or("", |node| node.metadata.name.as_str()));
                least = least.min(room);
            }
        }
        if !names.is_empty() {
            found
                .at(largest(context, name))
                .word(amount_text(resource, request))
                .word(*name)
                .nodes(&names)
                .help(
                    [
                        "Ask for at most ",
                        &amount_text(resource, least),
                        ", or select larger nodes.",
                    ]
                    .concat(),
                );
        }
    }
}

/// Where most of a resource is asked for.
fn largest<'a>(context: &Context<'a>, name: &str) -> View<'a> {
    let whole = context.pod.at("resources.requests").get(name);
    if whole.exists() {
        return whole;
    }
    let mut most = context.pod;
    let mut amount = -1;
    for container in &context.containers {
        let mut request = container.view.at("resources.requests").get(name);
        if !request.exists() {
            request = container.view.at("resources.limits").get(name);
        }
        let own = Quantity::new(request.text()).milli_value();
        let own = own.unwrap_or_default();
        if request.exists() && own > amount {
            (most, amount) = (request, own);
        }
    }
    most
}
