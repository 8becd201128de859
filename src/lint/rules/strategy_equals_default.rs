//! The update strategy says what the default is.
//!
//! ## Why
//! Without `updateStrategy` a DaemonSet is updated by `RollingUpdate` with `maxUnavailable: 1` and `maxSurge: 0`.
//! Saying so is no mistake; it can be left out.
//!
//! ## Invalid
//! ```yaml
//! spec:
//!   updateStrategy:
//!     type: RollingUpdate
//!     rollingUpdate: {maxUnavailable: 1, maxSurge: 0}
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
//!     type: RollingUpdate
//!     rollingUpdate: {maxUnavailable: 2}
//!   template:
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where the strategy is spelled out on purpose, for whoever reads the manifest.

use crate::diagnostic::Severity;
use crate::lint::{Context, Preset, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "strategy-equals-default",
    severity: Severity::Info,
    preset: Preset::Strict,
    reads: Reads::DAEMON_SETS,
    why: "The API server fills in the same where nothing stands.",
    help: "Leave it out, or say what is wanted instead.",
    say: &["the strategy says what the default is"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let strategy = context.strategy();
    let rolling = strategy.get("rollingUpdate");
    let is_default = matches!(strategy.get("type").text(), "" | "RollingUpdate")
        && matches!(rolling.get("maxUnavailable").text(), "" | "1")
        && matches!(rolling.get("maxSurge").text(), "" | "0" | "0%");
    if strategy.exists() && is_default {
        found.at(strategy);
    }
}
