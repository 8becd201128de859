//! What the DaemonSet takes of its Nodes: requests times Nodes, and the share of the smallest.
//!
//! ## Why
//! Each Node gives the same, however small it is. The figures say what an agent costs, and what a change of its requests would.
//!
//! Where `daemon-overhead-high` speaks at the same DaemonSet, this rule is silent.
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
//!         resources:
//!           requests: {cpu: 100m, memory: 128Mi}
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: a
//! status:
//!   allocatable: {cpu: "2", memory: 8Gi, pods: "110"}
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
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: a
//! status:
//!   allocatable: {cpu: "2", memory: 8Gi, pods: "110"}
//! ```
//!
//! ## When to switch off
//! Where nobody wants to know: the rule is in `strict` alone.

use crate::diagnostic::Severity;
use crate::lint::requests::{amount_text, percent};
use crate::lint::{Context, Preset, Reads, Rule, Spots};
use crate::words::count;

pub(super) static RULE: Rule = Rule {
    id: "overhead-report",
    severity: Severity::Info,
    preset: Preset::Strict,
    reads: Reads::DAEMON_SETS,
    why: "What an agent requests is gone on every node that it runs on.",
    help: "Weigh it against what the agent does.",
    say: &[
        "{0} of CPU and {1} of memory on {2}: {3} and {4} together, {5}% and {6}% of the smallest",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let [cpu, memory, _] = context.requests();
    let (cpus, memories) = (context.rooms(0), context.rooms(1));
    let least = |rooms: &[(usize, i64)]| rooms.iter().map(|(_, room)| *room).min();
    let (Some(least_cpu), Some(least_memory)) = (least(&cpus), least(&memories)) else {
        return;
    };
    let nodes = i64::from(context.eligible());
    let is_said = context.overhead().is_some() && context.takes_most();
    if cpu.max(memory) == 0 || is_said {
        return;
    }
    found
        .at(context.root)
        .word(amount_text(0, cpu))
        .word(amount_text(1, memory))
        .word(count(context.eligible() as usize, "node"))
        .word(amount_text(0, cpu.saturating_mul(nodes)))
        .word(amount_text(1, memory.saturating_mul(nodes)))
        .word(percent(cpu, least_cpu).to_string())
        .word(percent(memory, least_memory).to_string());
}
