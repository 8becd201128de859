//! An agent tolerates every taint, though no Node depends on it.
//!
//! ## Why
//! `operator: Exists` without a key is for what a Node cannot be without: its network, its storage. An agent that carries
//! it also runs on Nodes that are about to be deleted, that are not ready, that are reserved, or that are no machines at
//! all; it holds up scale-downs, and costs where nobody wanted it.
//!
//! ## Invalid
//! ```yaml
//! tolerations:
//! - operator: Exists
//! ```
//!
//! ## Valid
//! ```yaml
//! tolerations:
//! - {key: node-role.kubernetes.io/control-plane, operator: Exists, effect: NoSchedule}
//! - {key: dedicated, operator: Exists}
//! ```
//!
//! ## When to switch off
//! Where the agent has to see every Node whatever its state, such as for audits or inventories.

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Roles, Rule, Spots, is_virtual};
use crate::words::name_list;

pub(super) static RULE: Rule = Rule {
    id: "toleration-everything-not-critical",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    off_for: Roles::CNI.and(Roles::CSI),
    why: "The Pods also run on nodes that are cordoned, not ready, about to be deleted, or reserved for something else.",
    help: "Name the taints that are meant, or keep it where the agent belongs on every node.",
    say: &[
        "the Pods tolerate every taint there is",
        "the Pods tolerate every taint there is, and run on virtual nodes: {0}",
    ],
    look,
    ..Rule::NEW
};

/// Nodes that are named one by one.
const NAMED: usize = 3;

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if context.pod.get("priorityClassName").text() == "system-node-critical" {
        return;
    }
    let mut list = context.tolerations().into_iter();
    let Some(toleration) = list.find(|each| each.is_keyless() && each.effect().is_empty()) else {
        return;
    };
    let spot = found.at(toleration.view);
    if context.has_host_access() {
        let eligible = context.eligible_nodes();
        let mut names = Vec::new();
        for node in context.nodes().iter() {
            let name = node.metadata.name.as_str();
            if is_virtual(node) && eligible.binary_search(&name).is_ok() {
                names.push(name);
            }
        }
        if !names.is_empty() {
            spot.case(1)
                .severity(Severity::Warning)
                .word(name_list(&names, NAMED))
                .why("A virtual node runs Pods somewhere else: what reaches for its node does not start there.");
        }
    }
}
