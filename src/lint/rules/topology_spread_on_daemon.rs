//! Spread constraints cannot spread daemon Pods.
//!
//! ## Why
//! The controller makes one Pod for each Node, and each can go to that Node alone. `ScheduleAnyway` has nothing to choose
//! from. `DoNotSchedule` can only leave a Pod Pending: on a Node without the label of `topologyKey`, or with a skew that
//! no other Pod can even out.
//!
//! ## Invalid
//! ```yaml
//! topologySpreadConstraints:
//! - maxSkew: 1
//!   topologyKey: topology.kubernetes.io/zone
//!   whenUnsatisfiable: DoNotSchedule
//!   labelSelector:
//!     matchLabels: {app: agent}
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where the same template is shared with other workloads.
//!
//! Upstream: pkg/scheduler/framework/plugins/podtopologyspread/filtering.go Filter (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "topology-spread-on-daemon",
    reads: Reads::DAEMON_SETS,
    why: "Each daemon Pod is for one node: it cannot be spread.",
    help: "Remove the constraint.",
    say: &[
        "`DoNotSchedule` can only leave daemon Pods Pending",
        "a spread constraint changes nothing for daemon Pods",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for constraint in context.pod.get("topologySpreadConstraints").items() {
        let mode = constraint.get("whenUnsatisfiable");
        let spot = found.missing(constraint, "whenUnsatisfiable");
        if mode.text() == "ScheduleAnyway" {
            spot.case(1).severity(Severity::Info);
        }
    }
}
