//! Every Node that the DaemonSet is meant for has a taint that it does not tolerate.
//!
//! ## Why
//! No Pod is made then: `DESIRED` is 0 where no Pod was before, and Pods that are there from before the taint stay until they are
//! deleted, and do not come back.
//!
//! Taints that come and go (conditions, cordons, autoscalers) do not count.
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
//!       nodeSelector: {pool: a}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: a
//!   labels: {pool: a}
//! spec:
//!   taints: [{key: dedicated, value: db, effect: NoSchedule}]
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: b
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
//!       nodeSelector: {pool: a}
//!       tolerations:
//!       - {key: dedicated, operator: Exists}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: a
//!   labels: {pool: a}
//! spec:
//!   taints: [{key: dedicated, value: db, effect: NoSchedule}]
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: b
//! ```
//!
//! ## When to switch off
//! Where the given Nodes are not all of the cluster's.
//!
//! Upstream: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod (v1.36.3)

use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "runs-nowhere-new",
    reads: Reads::DAEMON_SETS,
    why: "No Pod is made on a node with a taint that is not tolerated; one that is there does not come back once it is deleted.",
    help: "Tolerate the taint, or select other nodes.",
    say: &["a taint keeps the Pods away from all {0} that match: {1}"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if !context.is_placed() || context.eligible() > 0 {
        return;
    }
    let nodes = context.kept_from_all();
    let kept = context.kept_away();
    if let Some(first) = kept.first().filter(|_| !nodes.is_empty()) {
        let spot = found.missing(context.pod, "tolerations").nodes(&nodes);
        spot.help(["Tolerate `", &first.name(), "`, or select other nodes."].concat());
    }
}
