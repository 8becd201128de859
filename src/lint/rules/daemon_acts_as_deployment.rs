//! A DaemonSet serves traffic from outside, and uses nothing of its nodes.
//!
//! ## Why
//! One Pod on each node costs what the number of nodes says, and grows with it, not with the load. Without a need for
//! the node, replicas of a Deployment do the same.
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
//! ---
//! apiVersion: v1
//! kind: Service
//! metadata:
//!   name: agent
//! spec:
//!   selector: {app: agent}
//!   ports:
//!   - {port: 80, targetPort: 8080}
//! ---
//! apiVersion: networking.k8s.io/v1
//! kind: Ingress
//! metadata:
//!   name: agent
//! spec:
//!   defaultBackend:
//!     service: {name: agent, port: {number: 80}}
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
//! ---
//! apiVersion: v1
//! kind: Service
//! metadata:
//!   name: agent
//! spec:
//!   selector: {app: agent}
//!   ports:
//!   - {port: 80, targetPort: 8080}
//! ```
//!
//! ## When to switch off
//! Where each node is to have one for the sake of short ways.

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots, Subject};

pub(super) static RULE: Rule = Rule {
    id: "daemon-acts-as-deployment",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "It costs one Pod a node, whatever the load; replicas of a Deployment follow the load.",
    help: "Consider a Deployment, with `topologySpreadConstraints` where it is to be spread.",
    say: &["`{0}` uses nothing of its nodes and serves traffic from outside"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let is_exposed = |service: &&Subject<'_>| {
        let mut ingresses = context.beside("Ingress").into_iter();
        service.root.at("spec.type").text() == "LoadBalancer"
            || ingresses.any(|ingress| leads_to(ingress, service.name()))
    };
    let services = context.services();
    let is_local =
        |service: &&Subject<'_>| service.root.at("spec.internalTrafficPolicy").text() == "Local";
    if !uses_its_node(context) && !services.iter().any(is_local) && services.iter().any(is_exposed)
    {
        found.at(context.root).word(context.name());
    }
}

fn leads_to(ingress: &Subject<'_>, service: &str) -> bool {
    let spec = ingress.root.get("spec");
    let mut rules = spec.get("rules").items();
    spec.at("defaultBackend.service.name").text() == service
        || rules.any(|rule| {
            let mut paths = rule.at("http.paths").items();
            paths.any(|path| path.at("backend.service.name").text() == service)
        })
}

fn uses_its_node(context: &Context<'_>) -> bool {
    let pod = context.pod;
    let mut namespaces = ["hostNetwork", "hostPID", "hostIPC"].into_iter();
    let mut volumes = pod.get("volumes").items();
    if namespaces.any(|name| pod.get(name).is_true())
        || volumes.any(|volume| volume.get("hostPath").exists())
    {
        return true;
    }
    for container in &context.containers {
        let mut env = container.env();
        let knows =
            |field: &str| matches!(field, "spec.nodeName" | "status.hostIP" | "status.hostIPs");
        if env.any(|variable| knows(variable.at("valueFrom.fieldRef.fieldPath").text())) {
            return true;
        }
    }
    !context.node_ports().is_empty()
}
