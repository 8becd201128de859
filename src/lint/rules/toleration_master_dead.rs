//! The `master` taint is gone: this toleration does nothing.
//!
//! ## Why
//! Since 1.25 kubeadm puts `node-role.kubernetes.io/control-plane` alone onto control-plane Nodes. Beside a toleration of
//! that one, the old one is left over.
//!
//! ## Invalid
//! ```yaml
//! tolerations:
//! - {key: node-role.kubernetes.io/master, operator: Exists, effect: NoSchedule}
//! - {key: node-role.kubernetes.io/control-plane, operator: Exists, effect: NoSchedule}
//! ```
//!
//! ## Valid
//! ```yaml
//! tolerations:
//! - {key: node-role.kubernetes.io/control-plane, operator: Exists, effect: NoSchedule}
//! ```
//!
//! ## When to switch off
//! For manifests that also serve clusters before 1.25.
//!
//! Upstream: cmd/kubeadm/app/constants/constants.go ControlPlaneTaint (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, Reads, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "toleration-master-dead",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "Since 1.25 control-plane nodes have the taint `node-role.kubernetes.io/control-plane` alone.",
    help: "Remove it.",
    say: &["the `master` taint is gone: the toleration does nothing"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

const MASTER: &str = "node-role.kubernetes.io/master";

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if !context.tolerates_key("node-role.kubernetes.io/control-plane")
        || context.a_node_is_tainted(MASTER)
    {
        return;
    }
    let overlaps = context.overlaps();
    for toleration in context.tolerations() {
        let is_plain = !overlaps
            .iter()
            .any(|overlap| overlap.own.view.is(toleration.view));
        if toleration.typed.key == MASTER && is_plain {
            let spot = found.at(toleration.view);
            context.removable(&toleration, spot);
        }
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Remove it")
        .changes_behaviour()
        .remove_whole(spot);
}
