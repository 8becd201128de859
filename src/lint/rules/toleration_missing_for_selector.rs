//! A selector asks for Nodes with a taint, and nothing tolerates it.
//!
//! ## Why
//! Control-plane Nodes have the taint `node-role.kubernetes.io/control-plane:NoSchedule`. A DaemonSet whose selector asks
//! for them and that does not tolerate it runs nowhere, and nothing says so: `DESIRED` is 0. Nodes with GPUs or on spot
//! capacity often have a taint, too; for these it is advice.
//!
//! With Nodes in the input the rule is silent: their taints decide.
//!
//! ## Invalid
//! ```yaml
//! nodeSelector:
//!   node-role.kubernetes.io/control-plane: ""
//! ```
//!
//! ## Valid
//! ```yaml
//! nodeSelector:
//!   node-role.kubernetes.io/control-plane: ""
//! tolerations:
//! - {key: node-role.kubernetes.io/control-plane, operator: Exists, effect: NoSchedule}
//! ```
//!
//! ## When to switch off
//! Where control-plane Nodes have no taint, such as in clusters of one Node.
//!
//! Upstream: pkg/controller/daemon/daemon_controller.go predicates (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Demand, Mend, Reads, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "toleration-missing-for-selector",
    reads: Reads::DAEMON_SETS,
    why: "A node that the selector asks for is left out by its taint: the DaemonSet runs nowhere, and nothing says so.",
    help: "Tolerate the taint.",
    say: &[
        "`{0}` asks for nodes with the taint `{1}`, which nothing tolerates",
        "nodes with `{0}` often have the taint `{1}`, which nothing tolerates",
    ],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

const CONTROL_PLANE: &str = "node-role.kubernetes.io/control-plane";

/// Labels, and the taint that Nodes with them have.
const TAINTED: &[(&str, &str)] = &[
    (CONTROL_PLANE, CONTROL_PLANE),
    ("node-role.kubernetes.io/master", CONTROL_PLANE),
    ("nvidia.com/gpu.present", "nvidia.com/gpu"),
    ("cloud.google.com/gke-accelerator", "nvidia.com/gpu"),
    ("accelerator", "nvidia.com/gpu"),
    (
        "kubernetes.azure.com/scalesetpriority",
        "kubernetes.azure.com/scalesetpriority",
    ),
];

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    // A part of a manifest may have its tolerations elsewhere.
    if !context.nodes().is_empty() || !is_whole(context) {
        return;
    }
    let mut open = TAINTED.to_vec();
    open.retain(|(_, taint)| is_open(context, taint));
    let terms = context.required_terms().count();
    let mut asking = 0;
    let mut first = None;
    let mut last_term = None;
    for demand in context.demands() {
        let mut known = open.iter();
        let known = known.find(|(label, _)| demand.key == *label);
        let Some((_, taint)) = known.filter(|(_, taint)| asks(&demand, taint)) else {
            continue;
        };
        let taint = *taint;
        if demand.term.is_none() {
            first = Some((demand, taint));
            asking = terms;
            break;
        }
        // Terms are alternatives: all of them have to ask for such Nodes.
        let term = demand.term.map(|(index, _)| index);
        if term != last_term {
            asking += 1;
            last_term = term;
        }
        first = first.or(Some((demand, taint)));
    }
    if let Some((demand, taint)) = first.filter(|_| asking == terms) {
        let spot = found.at(demand.label).word(demand.key).word(taint);
        spot.whole(context.pod);
        if taint != CONTROL_PLANE {
            spot.case(1).severity(Severity::Info);
        }
    }
}

fn is_whole(context: &Context<'_>) -> bool {
    context.pod.get("tolerations").exists()
        || context.pod.lacks("tolerations")
        || context.pod.get("nodeSelector").exists()
}

/// Whether a taint keeps the Pods away. Other distributions have others for the control plane.
fn is_open(context: &Context<'_>, taint: &str) -> bool {
    let is_tolerated = |key: &str| context.tolerates_key(key);
    let is_elsewhere = taint == CONTROL_PLANE
        && (is_tolerated("node-role.kubernetes.io/master")
            || is_tolerated("node-role.kubernetes.io/controlplane")
            || is_tolerated("CriticalAddonsOnly"));
    !is_tolerated(taint) && !is_elsewhere
}

/// Whether a demand asks for Nodes with the label. Other distributions write a value for the control plane.
fn asks(demand: &Demand<'_>, taint: &str) -> bool {
    let mut values = demand.values();
    let is_meant = match taint == CONTROL_PLANE {
        true => values.all(|value| value.text().is_empty()),
        false => !values.any(|value| value.text() == "false"),
    };
    demand.wants_label() && is_meant
}

/// Of Nodes that only often have the taint, nobody knows its effect.
fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    if let Some(pod) = spot.whole.filter(|_| spot.case == 0) {
        let fields = [
            ("key", CONTROL_PLANE),
            ("operator", "Exists"),
            ("effect", "NoSchedule"),
        ];
        let fields = fields.map(|(name, value)| (name, value.to_owned()));
        mend.title("Tolerate the taint").changes_behaviour().append(
            pod,
            "tolerations",
            fields.to_vec(),
        );
    }
}
