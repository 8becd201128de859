//! An update of the given Nodes takes more than an hour.
//!
//! ## Why
//! A rolling update replaces as many Pods at a time as `maxUnavailable` says, and waits until they are available. How long that
//! takes follows from the template as `everynode rollout` assumes it: the grace period of the old Pod, the start of the new one with
//! its probes, and `minReadySeconds`. The help names a percentage that is faster.
//!
//! The rule speaks from twenty Nodes on; not under `OnDelete`, and not with surge.
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
//!   minReadySeconds: 600
//!   updateStrategy:
//!     rollingUpdate: {maxUnavailable: 1}
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
//!   name: node-00
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-01
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-02
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-03
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-04
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-05
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-06
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-07
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-08
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-09
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-10
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-11
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-12
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-13
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-14
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-15
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-16
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-17
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-18
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-19
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
//!   minReadySeconds: 600
//!   updateStrategy:
//!     rollingUpdate: {maxUnavailable: 50%}
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
//!   name: node-00
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-01
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-02
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-03
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-04
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-05
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-06
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-07
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-08
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-09
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-10
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-11
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-12
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-13
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-14
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-15
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-16
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-17
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-18
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: node-19
//! ```
//!
//! ## When to switch off
//! Where a slow update is what is wanted. Old Pods that stop before their grace period ends make it shorter.
//!
//! Upstream: pkg/controller/daemon/update.go DaemonSetsController.rollingUpdate (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots, UpdateTime};
use crate::words::{count, duration};

pub(super) static RULE: Rule = Rule {
    id: "rollout-takes-long",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "Until the end, Pods of both versions run: a mistake shows late, and a mended one arrives late.",
    help: "Set `maxUnavailable` to a percentage.",
    say: &["an update of {0} takes up to {1}, {2} at a time"],
    look,
    ..Rule::NEW
};

/// What is commonly set, in hundredths.
const PERCENTAGES: [u32; 5] = [5, 10, 20, 25, 33];

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let Some(update) = context.update_time().filter(|update| update.is_long()) else {
        return;
    };
    let way = "updateStrategy.rollingUpdate.maxUnavailable";
    let spot = found
        .missing(context.root.get("spec"), way)
        .word(count(update.nodes as usize, "node"))
        .word(duration(update.seconds))
        .word(update.at_once.to_string());
    if let Some((percent, faster)) = faster(update) {
        let percent = percent.to_string();
        let seconds = duration(faster.seconds);
        let help = [
            "`maxUnavailable: ",
            &percent,
            "%` takes up to ",
            &seconds,
            ".",
        ];
        spot.help(help.concat());
    }
}

/// The least percentage that takes an hour at most, or the largest that is faster at all.
fn faster(update: UpdateTime) -> Option<(u32, UpdateTime)> {
    let mut best = None;
    for percent in PERCENTAGES {
        let at_once = update.nodes.saturating_mul(percent).div_ceil(100);
        let other = update.with(at_once);
        if other.seconds < update.seconds {
            best = Some((percent, other));
        }
        if best.is_some() && !other.is_long() {
            break;
        }
    }
    best
}
