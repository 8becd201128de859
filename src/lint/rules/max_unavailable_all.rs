//! An update takes the agent from every node at once.
//!
//! ## Why
//! With `maxUnavailable: 100%`, or a number as large as the Pods, the controller deletes all old Pods in one go. Until
//! the new ones are Ready no node has the agent, and a version that does not start leaves all of them without.
//!
//! ## Invalid
//! ```yaml
//! spec:
//!   updateStrategy:
//!     rollingUpdate: {maxUnavailable: 100%}
//!   template:
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! spec:
//!   updateStrategy:
//!     rollingUpdate: {maxUnavailable: 10%}
//!   template:
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! For agents that nothing misses for a while.

use crate::lint::{Context, Reads, Roles, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "max-unavailable-all",
    reads: Reads::DAEMON_SETS,
    expected_of: Roles::DEVICE_PLUGIN.and(Roles::CSI),
    why: "All old Pods are deleted before one new one runs: a version that does not start leaves no node with the agent.",
    help: "Lower `maxUnavailable`, to `10%` for example.",
    say: &[
        "`maxUnavailable: {0}` takes the agent from every node at once",
        "`maxUnavailable: {0}` takes the agent from all {1} nodes at once",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let limit = context.strategy().at("rollingUpdate.maxUnavailable");
    let text = limit.text();
    if context.is_on_delete() || context.only_waits() {
        return;
    }
    let nodes = context.eligible_nodes().len();
    let number = |text: &str| text.parse::<usize>().ok();
    let covered = match text.strip_suffix('%').map(number) {
        Some(Some(100)) => {
            found.at(limit).word(text);
            return;
        }
        // A percentage is rounded up; above 100 the API server takes none.
        Some(percent) => percent
            .filter(|percent| *percent < 100)
            .map(|percent| (percent * nodes).div_ceil(100)),
        None => number(text),
    };
    if nodes >= 2 && covered.is_some_and(|covered| covered >= nodes) {
        found.at(limit).word(text).word(nodes.to_string()).case(1);
    }
}
