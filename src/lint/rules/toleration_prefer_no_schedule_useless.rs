//! A toleration of `PreferNoSchedule` changes nothing for daemon Pods.
//!
//! ## Why
//! `PreferNoSchedule` asks the scheduler to take another Node where there is one. A daemon Pod is made for one Node, and
//! the controller looks at `NoSchedule` and `NoExecute` alone: such a taint never keeps it away.
//!
//! ## Invalid
//! ```yaml
//! tolerations:
//! - {key: dedicated, operator: Exists, effect: PreferNoSchedule}
//! ```
//!
//! ## Valid
//! ```yaml
//! tolerations:
//! - {key: dedicated, operator: Exists, effect: NoSchedule}
//! ```
//!
//! ## When to switch off
//! Where the same list is shared with other workloads.
//!
//! Upstream: pkg/controller/daemon/daemon_controller.go predicates (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, Reads, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "toleration-prefer-no-schedule-useless",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "The effect is a wish about which node to choose, and for a daemon Pod there is no choice.",
    help: "Remove the toleration; where the taint is to be tolerated with another effect, name that one.",
    say: &[
        "the toleration of `{0}` changes nothing: `PreferNoSchedule` never keeps a daemon Pod away",
    ],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for toleration in context.tolerations() {
        if toleration.effect() == "PreferNoSchedule" {
            let spot = found
                .at(toleration.view.get("effect"))
                .word(toleration.name());
            context.removable(&toleration, spot);
        }
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Remove the toleration").remove_whole(spot);
}
