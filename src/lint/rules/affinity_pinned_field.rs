//! `matchFields` lists Nodes by name, which the Pods do not show.
//!
//! ## Why
//! A term with `matchFields` on `metadata.name` decides which Nodes get a Pod. In the Pods themselves the controller
//! replaces all required terms by its own, on the name of their Node, so that `kubectl describe pod` never shows yours.
//! Names of Nodes change whenever a machine is replaced; the list does not.
//!
//! ## Invalid
//! ```yaml
//! affinity:
//!   nodeAffinity:
//!     requiredDuringSchedulingIgnoredDuringExecution:
//!       nodeSelectorTerms:
//!       - matchFields:
//!         - {key: metadata.name, operator: In, values: [worker-1]}
//! ```
//!
//! ## Valid
//! ```yaml
//! affinity:
//!   nodeAffinity:
//!     requiredDuringSchedulingIgnoredDuringExecution:
//!       nodeSelectorTerms:
//!       - matchExpressions:
//!         - {key: example.com/agent, operator: Exists}
//! ```
//!
//! ## When to switch off
//! Where Nodes are never replaced.
//!
//! Upstream: pkg/controller/daemon/util/daemonset_util.go ReplaceDaemonSetPodNodeNameNodeAffinity (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "affinity-pinned-field",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "A node that is replaced has another name; and the Pods do not show the term, as the controller puts its own in its place.",
    help: "Choose nodes by a label.",
    say: &["nodes are listed by name"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for term in context.required_terms() {
        let fields = term.get("matchFields");
        if fields.items().next().is_some() {
            found.at(fields);
            return;
        }
    }
}
