//! The same toleration stands twice.
//!
//! ## Why
//! The second one changes nothing: the first that tolerates a taint decides. Two of the same are what a merge or a copied
//! block leaves behind, and whoever edits one of them later believes to have changed the Pod.
//!
//! ## Invalid
//! ```yaml
//! tolerations:
//! - {key: dedicated, operator: Exists, effect: NoSchedule}
//! - {key: dedicated, operator: Exists, effect: NoSchedule}
//! ```
//!
//! ## Valid
//! ```yaml
//! tolerations:
//! - {key: dedicated, operator: Exists, effect: NoSchedule}
//! - {key: dedicated, operator: Exists, effect: NoExecute}
//! ```
//!
//! ## When to switch off
//! Where a generator writes them and nobody reads the list.
//!
//! Upstream: staging/src/k8s.io/api/core/v1/toleration.go ToleratesTaint (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, OverlapKind, Reads, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "toleration-duplicate",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "The first of the two decides, and the second changes nothing.",
    help: "Remove it.",
    say: &["the toleration of `{0}` stands twice"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    context.find_overlaps(OverlapKind::Duplicate, "the same", found);
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Remove the second one").remove_whole(spot);
}
