//! `rollingUpdate` stands under `OnDelete`, where it has no effect.
//!
//! ## Why
//! The limits of a rolling update are read only with the type `RollingUpdate`. Whoever reads them here takes them for
//! limits of something.
//!
//! ## Invalid
//! ```yaml
//! spec:
//!   updateStrategy:
//!     type: OnDelete
//!     rollingUpdate: {maxUnavailable: 10%}
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
//!     rollingUpdate: {maxUnavailable: 10%}
//!   template:
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Never: the fields do nothing, and whoever reads them takes them for limits.

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, Reads, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "rolling-update-ignored",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "The controller reads these limits only with the type `RollingUpdate`.",
    help: "Remove the block, or change the type.",
    say: &["`rollingUpdate` has no effect under `OnDelete`"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let rolling = context.strategy().get("rollingUpdate");
    if context.is_on_delete() && rolling.exists() {
        found.at(rolling);
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Remove `rollingUpdate`").remove(spot.at);
}
