//! A taint keeps the agent away from Nodes that it is meant for.
//!
//! ## Why
//! The node selector and the required affinity let the Nodes in, and the taint does not: they have no Pod, and `DESIRED` does not
//! count them. There is one finding for each key, with the Nodes.
//!
//! It is a warning for agents that every Node needs (network, logs, metrics, security; storage, but for the control plane), and
//! where the selector or the name asks for such Nodes; for others it is advice, since staying away may be what is wanted. Taints that come and go
//! (conditions, cordons, autoscalers), those that say what an image is built for, and virtual Nodes do not count. Where no Node is
//! left, `runs-nowhere-new` says it; where a Pod is evicted, `evicts-on-taint`.
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
//! kind: Node
//! metadata:
//!   name: a
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: b
//! spec:
//!   taints: [{key: dedicated, value: db, effect: NoSchedule}]
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
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: b
//! spec:
//!   taints: [{key: dedicated, value: db, effect: NoSchedule}]
//! ```
//!
//! ## When to switch off
//! For a DaemonSet that leaves tainted Nodes to others on purpose.
//!
//! Upstream: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::fleet::tells_build_apart;
use crate::lint::words::write;
use crate::lint::{Context, KeptAway, Mend, Reads, Role, Rule, Spot, Spots};
use crate::source::holds;

pub(super) static RULE: Rule = Rule {
    id: "taint-untolerated",
    reads: Reads::DAEMON_SETS,
    why: "These nodes are selected, and have no Pod.",
    help: "Tolerate the taint, or select other nodes.",
    say: &["the taint `{0}` keeps the Pods away from {1}: {2}"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if !context.is_placed() || context.eligible() == 0 {
        return;
    }
    let evicted = context.evicted().map(|(taint, _)| taint.key.as_str());
    for kept in context.kept_away() {
        let key = kept.taint.key.as_str();
        if evicted == Some(key) {
            continue;
        }
        let (value, effect) = match kept.are_several {
            true => ("", ""),
            false => (kept.taint.value.as_str(), kept.taint.effect.as_str()),
        };
        let mut help = ["Tolerate it (`- {key: \"", key, "\", operator: "].concat();
        match value {
            "" => help.push_str("Exists"),
            value => write(&mut help, &["Equal, value: \"", value, "\""]),
        }
        if !effect.is_empty() {
            write(&mut help, &[", effect: ", effect]);
        }
        help.push_str("}`), or select other nodes.");
        let spot = found
            .missing(context.pod, "tolerations")
            .word(kept.name())
            .nodes(&kept.nodes)
            .word(key)
            .word(value)
            .word(effect)
            .help(help);
        let mut near = context.tolerations().into_iter();
        if let Some(near) = near.find(|toleration| toleration.typed.key == key) {
            spot.related(near.view, "it is for another value or effect");
        }
        let is_needed = match context.role() {
            Role::Generic | Role::DevicePlugin => false,
            // Storage is needed where workloads run.
            Role::Csi => !is_control_plane(key),
            _ => true,
        };
        if !is_needed && !asks_for(context, &kept) {
            spot.severity(Severity::Info);
        }
    }
}

fn is_control_plane(key: &str) -> bool {
    let role = key.strip_prefix("node-role.kubernetes.io/");
    matches!(role, Some("control-plane" | "master" | "controlplane"))
}

/// Whether the selector or the name asks for these Nodes.
fn asks_for(context: &Context<'_>, kept: &KeptAway<'_>) -> bool {
    let first = kept
        .nodes
        .first()
        .map_or(0..0, |name| context.nodes().named(name));
    let node = context.nodes().get(first.start);
    for demand in context.demands() {
        let has = node.is_some_and(|node| node.metadata.labels.contains_key(demand.key));
        if has && demand.wants_label() && !tells_build_apart(demand.key) {
            return true;
        }
    }
    let key = kept.taint.key.as_str();
    let is_said = |word: &str| word.len() > 2 && context.name().split('-').any(|part| part == word);
    match key.split_once('/') {
        // Another vendor's accelerators have the same name behind their domain.
        Some((domain, _)) if !is_control_plane(key) => {
            domain.split('.').next().is_some_and(is_said)
        }
        Some((_, role)) => holds(context.name(), role),
        None => is_said(key) || is_said(&kept.taint.value),
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    let [key, value, effect] = [3, 4, 5].map(|index| spot.said(index).to_owned());
    let mut fields = vec![("key", key)];
    if value.is_empty() {
        fields.push(("operator", "Exists".to_owned()));
    } else {
        fields.push(("operator", "Equal".to_owned()));
        fields.push(("value", value));
    }
    if !effect.is_empty() {
        fields.push(("effect", effect));
    }
    mend.title("Tolerate the taint")
        .changes_behaviour()
        .append(spot.at, "tolerations", fields);
}
