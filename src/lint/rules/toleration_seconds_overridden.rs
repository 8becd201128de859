//! A toleration has seconds that never act, because the controller puts its own toleration in its place.
//!
//! ## Why
//! The DaemonSet controller adds `not-ready` and `unreachable` tolerations without a time limit to every daemon Pod. One of the
//! same key, operator and effect in the template is replaced by it, `tolerationSeconds` included: the Pod stays on a Node
//! that does not answer, whatever the number says.
//!
//! ## Invalid
//! ```yaml
//! tolerations:
//! - key: node.kubernetes.io/not-ready
//!   operator: Exists
//!   effect: NoExecute
//!   tolerationSeconds: 300
//! ```
//!
//! ## Valid
//! ```yaml
//! tolerations:
//! - key: example.com/maintenance
//!   operator: Exists
//!   effect: NoExecute
//!   tolerationSeconds: 300
//! ```
//!
//! ## When to switch off
//! Never: the number says something that is not so.
//!
//! Upstream: pkg/controller/daemon/util/daemonset_util.go AddOrUpdateDaemonPodTolerations (v1.36.3)

use crate::lint::{Context, Mend, Reads, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "toleration-seconds-overridden",
    reads: Reads::DAEMON_SETS,
    why: "The DaemonSet controller puts its own toleration without a time limit in its place: the Pod is never evicted for this taint.",
    help: "Remove `tolerationSeconds`; a daemon Pod cannot be made to leave a node that is not ready.",
    say: &["`tolerationSeconds: {0}` of `{1}` never acts"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for toleration in context.tolerations() {
        let seconds = toleration.view.get("tolerationSeconds");
        if seconds.exists() && toleration.is_replaced() {
            found
                .at(seconds)
                .word(seconds.text())
                .word(toleration.typed.key.as_str());
        }
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Remove `tolerationSeconds`").remove(spot.at);
}
