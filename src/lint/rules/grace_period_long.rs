//! Each batch of an update, and each drain, may wait long for the agent to stop.
//!
//! ## Why
//! A Pod that does not stop by itself is killed at the end of its grace period. The controller counts it as unavailable
//! until then, so that an update takes as long as the number of batches times that period.
//!
//! ## Invalid
//! ```yaml
//! spec:
//!   template:
//!     spec:
//!       terminationGracePeriodSeconds: 1800
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
//!       terminationGracePeriodSeconds: 60
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where the agent uses the time, to ship what it holds for example.

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "grace-period-long",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "A Pod that does not stop by itself holds up its batch of an update for so long.",
    help: "Set what the agent takes to stop.",
    say: &["every batch of an update may wait {0} seconds for a Pod to stop"],
    look,
    ..Rule::NEW
};

const LONG: i64 = 600;

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let seconds = context.pod.get("terminationGracePeriodSeconds");
    if seconds.as_int().is_some_and(|seconds| seconds > LONG) {
        found.at(seconds).word(seconds.text());
    }
}
