//! There is no old revision to go back to.
//!
//! ## Why
//! The controller keeps `revisionHistoryLimit` old ControllerRevisions. With 0, `kubectl rollout undo` finds none.
//!
//! ## Invalid
//! ```yaml
//! spec:
//!   revisionHistoryLimit: 0
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
//!   revisionHistoryLimit: 3
//!   template:
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where an update is undone by applying the old manifest.

use crate::lint::{Context, Mend, Reads, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "revision-history-zero",
    reads: Reads::DAEMON_SETS,
    why: "`kubectl rollout undo` needs an old ControllerRevision, and the controller deletes all of them.",
    help: "Leave the field out: the default is 10.",
    say: &["`revisionHistoryLimit: 0` leaves nothing for `kubectl rollout undo`"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let limit = context.root.at("spec.revisionHistoryLimit");
    if limit.text() == "0" {
        found.at(limit);
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Remove `revisionHistoryLimit`").remove(spot.at);
}
