//! The Pods wait for a scheduler of their own.
//!
//! ## Why
//! Another scheduler is another thing that has to run before an agent does: on a Node that has just started, in a cluster
//! that starts again. Daemon Pods are made for one Node, so that there is little for it to decide.
//!
//! ## Invalid
//! ```yaml
//! schedulerName: batch-scheduler
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
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
//! Where that scheduler is the only one of the cluster.

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "custom-scheduler",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "While it does not run, no Pod starts, also on a node that has just joined.",
    help: "Leave `schedulerName` out.",
    say: &["the Pods wait for the scheduler `{0}`"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let name = context.pod.get("schedulerName");
    if !matches!(name.text(), "" | "default-scheduler") {
        found.at(name).word(name.text());
    }
}
