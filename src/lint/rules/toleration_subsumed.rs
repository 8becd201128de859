//! A broader toleration of the list covers this one.
//!
//! ## Why
//! Tolerations only ever let Pods onto Nodes, so that of two the broader one decides, and the other can be removed
//! without any change. A list of ten entries beside `operator: Exists` reads as if they were needed, and hides that the
//! Pods run everywhere.
//!
//! A toleration of `NoExecute` with other seconds than the broader one is not meant: of those the order decides
//! (`toleration-order-shadow`).
//!
//! ## Invalid
//! ```yaml
//! tolerations:
//! - operator: Exists
//! - {key: dedicated, operator: Exists, effect: NoSchedule}
//! ```
//!
//! ## Valid
//! ```yaml
//! tolerations:
//! - {key: dedicated, value: gpu, effect: NoSchedule}
//! - {key: dedicated, value: db, effect: NoSchedule}
//! ```
//!
//! ## When to switch off
//! Where the list documents on purpose which taints are meant.
//!
//! Upstream: staging/src/k8s.io/api/core/v1/toleration.go ToleratesTaint (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, OverlapKind, Reads, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "toleration-subsumed",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "Every taint that it tolerates is tolerated by the broader one as well.",
    help: "Remove it, or the broader one where that is more than is meant.",
    say: &["the toleration of `{0}` changes nothing: a broader one covers it"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    context.find_overlaps(OverlapKind::Subsumed, "the broader one", found);
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Remove it").remove_whole(spot);
}
