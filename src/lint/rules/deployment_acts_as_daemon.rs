//! A Deployment does a node agent's work.
//!
//! ## Why
//! Several replicas that read logs or devices of their node see the nodes that they happen to be on. Nothing gives each
//! node one, and two may be on the same.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: Deployment
//! metadata:
//!   name: agent
//! spec:
//!   replicas: 2
//!   selector:
//!     matchLabels: {app: agent}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       volumes:
//!       - name: logs
//!         hostPath: {path: /var/log/pods, type: Directory}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
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
//!       volumes:
//!       - name: logs
//!         hostPath: {path: /var/log/pods, type: Directory}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where the replicas are pinned to nodes in another way.

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots, is_under};

pub(super) static RULE: Rule = Rule {
    id: "deployment-acts-as-daemon",
    reads: Reads::WORKLOADS,
    why: "Replicas see the nodes that they happen to be on: some nodes have none, others two.",
    help: "Use a DaemonSet: one Pod on each node.",
    say: &[
        "the replicas read `{0}` of the nodes they happen to be on",
        "the replicas open {0} on one node each, as a DaemonSet does",
    ],
    look,
    ..Rule::NEW
};

const OF_NODES: &[&str] = &[
    "/var/log",
    "/var/lib/docker",
    "/var/lib/kubelet",
    "/proc",
    "/sys",
    "/dev",
];

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let replicas = context.root.at("spec.replicas");
    let is_deployment = context.object.kind == "Deployment";
    if !is_deployment || replicas.as_int() < Some(2) || is_on_control_planes(context) {
        return;
    }
    for volume in context.pod.get("volumes").items() {
        let path = volume.at("hostPath.path");
        if OF_NODES.iter().any(|folder| is_under(path.text(), folder)) && path.text() != "/dev/shm"
        {
            found
                .at(replicas)
                .word(path.text())
                .related(path, "the folder of the node");
            return;
        }
    }
    let anti = context
        .pod
        .at("affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution");
    let spreads = anti
        .items()
        .any(|term| term.get("topologyKey").text() == "kubernetes.io/hostname");
    if let (true, Some(port)) = (spreads, context.node_ports().first()) {
        found
            .at(replicas)
            .word(["port ", port.at.text()].concat())
            .severity(Severity::Info)
            .case(1);
    }
}

fn is_on_control_planes(context: &Context<'_>) -> bool {
    let mut labels = context.pod.get("nodeSelector").entries();
    labels.any(|(key, _)| {
        matches!(
            key,
            "node-role.kubernetes.io/control-plane" | "node-role.kubernetes.io/master"
        )
    })
}
