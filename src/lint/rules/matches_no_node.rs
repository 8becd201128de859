//! The node selector and the required affinity match none of the given Nodes.
//!
//! ## Why
//! The DaemonSet has no Pods then: `DESIRED` is 0, no event is written, and nothing looks broken. Where a label is a slip of one
//! that Nodes have, the help says so.
//!
//! It is advice where Nodes of a kind are asked for of which there need not be one today (an operating system, an architecture,
//! a cloud's pool or accelerator, any label with a domain that no Node has), and where fewer than three Nodes are given.
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
//!       nodeSelector: {disktype: ssd}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: a
//!   labels: {disk-type: ssd}
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
//!       nodeSelector: {disk-type: ssd}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: a
//!   labels: {disk-type: ssd}
//! ```
//!
//! ## When to switch off
//! For a DaemonSet of a pool that is scaled to nothing, or where the given Nodes are not all of the cluster's.
//!
//! Upstream: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::fleet::tells_kinds_apart;
use crate::lint::{Context, Reads, Rule, Spots, UnknownLabel};
use crate::words::{count, name_list};

pub(super) static RULE: Rule = Rule {
    id: "matches-no-node",
    severity: Severity::Error,
    reads: Reads::DAEMON_SETS,
    why: "The DaemonSet runs on none of them: `DESIRED` is 0, and nothing else says so.",
    help: "Ask for labels that the nodes have, or label the nodes.",
    say: &[
        "matches 0 of {0}: none fulfils all that is asked for",
        "matches 0 of {0}: none has the label `{1}`",
        "matches 0 of {0}: none has `{1}`",
    ],
    look,
    ..Rule::NEW
};

/// Values that are named one by one.
const NAMED: usize = 3;

const CONTROL_PLANE: &str = "node-role.kubernetes.io/control-plane";
const MASTER: &str = "node-role.kubernetes.io/master";

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    // A name is somebody else's finding.
    let is_named = context.pod.get("nodeName").exists();
    if is_named || !context.matches_nowhere() || context.is_contradictory() {
        return;
    }
    let selector = context.pod.get("nodeSelector");
    let mut unknown = context.unknown_labels();
    // An expression with another value that is there is not to blame, nor one of several terms.
    let terms = context.required_terms().count();
    unknown.retain(|label| !label.has_other && (label.demand.term.is_none() || terms == 1));
    let blamed = unknown.first();
    let is_pair = blamed.is_none_or(|label| label.demand.term.is_none());
    let way =
        "affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms";
    let at = match is_pair && selector.exists() {
        true => selector,
        false => context.pod.at(way),
    };
    if !at.exists() {
        return;
    }
    let number = context.nodes().len();
    let spot = found.at(at).word(count(number, "given node"));
    let Some(blamed) = blamed else {
        let is_named = context
            .required_terms()
            .any(|term| term.get("matchFields").exists());
        let mut demands = context.demands();
        demands.retain(|demand| tells_kinds_apart(demand.key));
        if is_named || !context.has_fleet() || !demands.is_empty() {
            spot.severity(Severity::Info);
        }
        return;
    };
    spot.word(blamed.name())
        .case(1 + u8::from(blamed.value.is_some()));
    let moved = blamed.demand.key == MASTER && context.a_node_has(CONTROL_PLANE);
    if let Some(help) = way_out(context, blamed, moved) {
        spot.help(help);
    }
    let may_come = !context.has_fleet() || unknown.iter().any(UnknownLabel::may_come);
    if may_come && blamed.near.is_none() && !moved {
        spot.severity(Severity::Info);
    }
    for label in unknown.iter().skip(1) {
        spot.related(label.demand.label, "no given node has this either");
    }
}

/// What Nodes have instead.
fn way_out(context: &Context<'_>, label: &UnknownLabel<'_>, moved: bool) -> Option<String> {
    let key = label.demand.key;
    if moved {
        return Some(["Ask for `", CONTROL_PLANE, "`, which nodes have."].concat());
    }
    if let Some(help) = label.near_help() {
        return Some(help);
    }
    label.value?;
    let (values, count) = context.known_values(key, NAMED + 1);
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    if values.len() != count {
        return None;
    }
    Some(
        [
            "Nodes have `",
            key,
            "` with ",
            &name_list(&values, NAMED),
            ".",
        ]
        .concat(),
    )
}
