//! Every daemon Pod waits until something takes its gate away.
//!
//! ## Why
//! A Pod with scheduling gates is not looked at by the scheduler. The controller makes one for each Node, at any time:
//! something has to watch for them and remove the gate, or none ever starts.
//!
//! ## Invalid
//! ```yaml
//! schedulingGates:
//! - name: example.com/quota
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! schedulingGates: []
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where a controller of yours removes the gate.
//!
//! Upstream: pkg/scheduler/framework/plugins/schedulinggates/scheduling_gates.go PreEnqueue (v1.36.3)

use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "scheduling-gates-set",
    reads: Reads::DAEMON_SETS,
    why: "The scheduler does not look at a Pod with a gate, and the controller makes a new one for each node and each update.",
    help: "Remove the gate from the template.",
    say: &["every Pod waits until something removes its gate `{0}`"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let gates = context.pod.get("schedulingGates");
    if let Some(gate) = gates.items().next() {
        found.at(gates).word(gate.get("name").text());
    }
}
