//! A Pod that is deleted gets no time to stop.
//!
//! ## Why
//! With `terminationGracePeriodSeconds: 0` the Pod object is gone at once. Nothing is flushed, and the controller makes
//! the new Pod while the containers of the old one may still run: two of them share the ports and files of the node for
//! a moment.
//!
//! ## Invalid
//! ```yaml
//! spec:
//!   template:
//!     spec:
//!       terminationGracePeriodSeconds: 0
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! spec:
//!   template:
//!     spec:
//!       terminationGracePeriodSeconds: 1
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! For agents that must give their place free at once, as some network plugins do.

use crate::lint::{Context, Reads, Roles, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "grace-period-zero",
    reads: Reads::DAEMON_SETS,
    expected_of: Roles::CNI,
    why: "The Pod is gone for the controller at once: the new one starts while the containers of the old one may still run.",
    help: "Set 1 or more.",
    say: &["`terminationGracePeriodSeconds: 0` stops the agent without warning"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let seconds = context.pod.get("terminationGracePeriodSeconds");
    if seconds.text() == "0" && !context.only_waits() && !context.is_windows() {
        found.at(seconds);
    }
}
