//! A Service of a node agent sends clients to another node's agent.
//!
//! ## Why
//! The agent of a node often knows that node alone: its Pods, its metadata. By default a Service takes any endpoint of
//! the cluster; with `internalTrafficPolicy: Local` it takes the one on the node of the client.
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
//!   internalTrafficPolicy: Local
//!   ports:
//!   - {port: 80, targetPort: 8080}
//! ```
//!
//! ## When to switch off
//! Where any agent answers as well.

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, Reads, Rule, Spot, Spots};
use crate::source::holds;

pub(super) static RULE: Rule = Rule {
    id: "service-cluster-policy-on-daemon",
    severity: Severity::Info,
    reads: Reads::SERVICES,
    why: "A client may reach the agent of another node, which knows nothing of the client's.",
    help: "Set `internalTrafficPolicy: Local` where clients mean the agent of their own node.",
    say: &["the Service sends clients to the agents of other nodes, too (DaemonSet `{0}`)"],
    mend: Some(mend),
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let spec = context.root.get("spec");
    let policy = spec.get("internalTrafficPolicy");
    let is_other = matches!(
        spec.get("type").text(),
        "LoadBalancer" | "NodePort" | "ExternalName"
    );
    let is_headless = spec.get("clusterIP").text() == "None";
    let targets = context.service_targets();
    let is_mixed = targets.iter().any(|target| !target.is_daemon_set());
    if policy.text() == "Local" || is_other || is_headless || is_mixed || is_collected(context) {
        return;
    }
    let Some(target) = targets.first() else {
        return;
    };
    let at = match policy.exists() {
        true => policy,
        false => context.root,
    };
    found.at(at).word(target.name());
}

/// Whether something goes over all agents, or does not care which one answers: scraping, webhooks.
fn is_collected(context: &Context<'_>) -> bool {
    const WORDS: &[&str] = &["metric", "prom", "webhook", "health", "scrape"];
    let is_word = |text: &str| WORDS.iter().any(|word| holds(text, word));
    let scrapes = context.annotation("prometheus.io/scrape").exists();
    let mut ports = context.root.at("spec.ports").items();
    scrapes
        || is_word(context.name())
        || ports
            .all(|port| is_word(port.get("name").text()) || is_word(port.get("targetPort").text()))
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Send clients to the agent of their own node")
        .changes_behaviour();
    match spot.at.key() {
        "internalTrafficPolicy" => mend.set(spot.at, "Local"),
        _ => mend.add(spot.at.get("spec"), "internalTrafficPolicy", "Local"),
    };
}
