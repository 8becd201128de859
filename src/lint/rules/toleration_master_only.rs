//! The `master` taint is tolerated, which is gone, and the `control-plane` taint is not.
//!
//! ## Why
//! Until 1.24 kubeadm put the taint `node-role.kubernetes.io/master` onto control-plane Nodes; since 1.25 it is
//! `node-role.kubernetes.io/control-plane` alone. A manifest that tolerates only the old one lost its Pods there with the
//! upgrade, and nothing said so.
//!
//! ## Invalid
//! ```yaml
//! tolerations:
//! - {key: node-role.kubernetes.io/master, operator: Exists, effect: NoSchedule}
//! ```
//!
//! ## Valid
//! ```yaml
//! tolerations:
//! - {key: node-role.kubernetes.io/control-plane, operator: Exists, effect: NoSchedule}
//! ```
//!
//! ## When to switch off
//! For clusters before 1.24.
//!
//! Upstream: cmd/kubeadm/app/constants/constants.go ControlPlaneTaint (v1.36.3)

use crate::lint::{Context, Mend, Reads, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "toleration-master-only",
    reads: Reads::DAEMON_SETS,
    why: "Since 1.25 control-plane nodes have the taint `node-role.kubernetes.io/control-plane` alone: the Pods do not run there.",
    help: "Tolerate `node-role.kubernetes.io/control-plane`.",
    say: &["the `master` taint is gone, and nothing tolerates `control-plane`"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

const MASTER: &str = "node-role.kubernetes.io/master";
const CONTROL_PLANE: &str = "node-role.kubernetes.io/control-plane";

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if context.tolerates_key(CONTROL_PLANE) || context.a_node_is_tainted(MASTER) {
        return;
    }
    for toleration in context.tolerations() {
        if toleration.typed.key == MASTER {
            found.at(toleration.view.get("key"));
            return;
        }
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Tolerate `control-plane` instead")
        .changes_behaviour()
        .set(spot.at, CONTROL_PLANE);
}
