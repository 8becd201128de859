//! A toleration without a key is for one effect alone, so that taints of another effect still keep the Pods away.
//!
//! ## Why
//! `operator: Exists` without a key tolerates every taint, and is read as "runs everywhere". With an `effect` beside it, it
//! tolerates that effect alone: with `NoSchedule`, a taint of `NoExecute` keeps new Pods away and evicts those that are there.
//!
//! ## Invalid
//! ```yaml
//! tolerations:
//! - operator: Exists
//!   effect: NoSchedule
//! ```
//!
//! ## Valid
//! ```yaml
//! tolerations:
//! - operator: Exists
//! ```
//!
//! ## When to switch off
//! Where the Pods are to leave Nodes that are tainted with `NoExecute`.
//!
//! Upstream: staging/src/k8s.io/api/core/v1/toleration.go ToleratesTaint (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, Reads, Rule, Spot, Spots, says_all_taints};

pub(super) static RULE: Rule = Rule {
    id: "toleration-exists-effect-limited",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "A toleration with an effect says nothing about taints of other effects, key or no key.",
    help: "Remove `effect` to tolerate every taint.",
    say: &[
        "taints of `{1}` are not tolerated: without a key, this is for every taint of `{0}` alone",
    ],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    // One without an effect tolerates everything; so do two, of the two effects that keep Pods away.
    let Some(other) = context.effect_left_out() else {
        return;
    };
    for toleration in context.tolerations() {
        let effect = toleration.view.get("effect");
        // A comment that says otherwise is found by another rule.
        let is_claimed = context.comments(toleration.view).any(says_all_taints);
        if toleration.typed.key.is_empty() && effect.exists() && !is_claimed {
            found.at(effect).word(effect.text()).word(other);
        }
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Remove `effect`")
        .changes_behaviour()
        .remove(spot.at);
}
