//! A percentage of an update comes to another share of the given Nodes than it says.
//!
//! ## Why
//! `maxUnavailable` and `maxSurge` as percentages are of the Nodes that get a Pod, not of all, and are rounded up: 1% of 10 Nodes
//! is 1 Node, a tenth of them.
//!
//! The rule says the number where rounding at least doubles the share, or where fewer than half of the Nodes get a Pod.
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
//!   updateStrategy:
//!     rollingUpdate:
//!       maxUnavailable: 10%
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
//!   updateStrategy:
//!     rollingUpdate:
//!       maxUnavailable: 50%
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
//! ```
//!
//! ## When to switch off
//! Where the number that it comes to is known: the rule is in `strict` alone.
//!
//! Upstream: pkg/controller/daemon/util/daemonset_util.go UnavailableCount (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Preset, Reads, Rule, Spots};
use crate::words::count;

pub(super) static RULE: Rule = Rule {
    id: "percent-rounds-up-to",
    severity: Severity::Info,
    preset: Preset::Strict,
    reads: Reads::DAEMON_SETS,
    why: "A percentage is of the nodes that get a Pod, and is rounded up.",
    help: "Write the number that is meant, or leave it.",
    say: &[
        "`{0}` of {1} is {2}: percentages are rounded up",
        "`{0}` is of the {1} that get a Pod, not of all {3}: {2}",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let nodes = u64::from(context.eligible());
    if !context.is_placed() || context.is_fragment() || context.is_on_delete() || nodes == 0 {
        return;
    }
    for limit in ["maxUnavailable", "maxSurge"] {
        let written = context.strategy().get("rollingUpdate").get(limit);
        let percent = written.text().strip_suffix('%');
        let Some(percent) = percent.and_then(|percent| percent.parse::<u32>().ok()) else {
            continue;
        };
        let exact = u64::from(percent) * nodes;
        let number = exact.div_ceil(100);
        let is_doubled = number * 100 >= exact * 2;
        let all = context.nodes().len();
        let is_part = nodes * 2 < all as u64;
        if exact == 0 || !is_doubled && !is_part {
            continue;
        }
        let spot = found
            .at(written)
            .word(written.text())
            .word(count(context.eligible() as usize, "node"))
            .word(number.to_string())
            .word(all.to_string());
        spot.case(u8::from(!is_doubled));
    }
}
