//! A selector asks for a value of the control-plane label that kubeadm does not set.
//!
//! ## Why
//! kubeadm sets `node-role.kubernetes.io/control-plane` with an empty value. A selector that asks for `true` matches no
//! such Node, and the DaemonSet runs nowhere. k3s and RKE2 do write `true`: a manifest that names one of them gets advice
//! only.
//!
//! ## Invalid
//! ```yaml
//! nodeSelector:
//!   node-role.kubernetes.io/control-plane: "true"
//! ```
//!
//! ## Valid
//! ```yaml
//! nodeSelector:
//!   node-role.kubernetes.io/control-plane: ""
//! ```
//!
//! ## When to switch off
//! For clusters of k3s and RKE2.
//!
//! Upstream: cmd/kubeadm/app/phases/markcontrolplane/markcontrolplane.go MarkControlPlane (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, Reads, Rule, Spot, Spots};
use crate::source::holds;

pub(super) static RULE: Rule = Rule {
    id: "control-plane-label-value",
    reads: Reads::DAEMON_SETS,
    why: "kubeadm sets the label with an empty value; k3s and RKE2 write `true`.",
    help: "Ask for an empty value, or for `Exists` in an affinity.",
    say: &["no control-plane node of kubeadm has `{0}: {1}`"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let mut demands = context.demands();
    demands.retain(|demand| {
        let role = demand.key.strip_prefix("node-role.kubernetes.io/");
        matches!(role, Some("control-plane" | "master"))
            && matches!(demand.operator, "In" | "Exists")
    });
    let is_met = |value: &str| value.is_empty();
    // One that is content with what kubeadm sets stands beside it.
    if demands.iter().any(|demand| {
        demand.operator == "Exists" || demand.values().any(|value| is_met(value.text()))
    }) {
        return;
    }
    for demand in &demands {
        for value in demand.values() {
            let mut nodes = context.nodes().iter();
            let is_there = nodes.any(|node| {
                node.metadata
                    .labels
                    .get(demand.key)
                    .is_some_and(|own| own == value.text())
            });
            if !is_there {
                let spot = found.at(value).word(demand.key).word(value.text());
                if holds(context.text, "k3s") || holds(context.text, "rke2") {
                    spot.severity(Severity::Info);
                }
            }
        }
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Ask for an empty value")
        .changes_behaviour()
        .set(spot.at, "");
}
