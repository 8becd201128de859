use super::names::{count, thousands};
use crate::controller::TaintOutcome;
use crate::placement::TaintMatrix;

/// What the taints of a cluster do to a DaemonSet, in one sentence: `3 taints: 1 keeps nodes out, 2 are tolerated.`
#[must_use]
pub fn matrix_sentence(matrix: &TaintMatrix<'_>) -> String {
    let total = matrix.taints.len() + matrix.left_out;
    if total == 0 {
        return "No node has a taint.".to_owned();
    }
    let of = |outcome| {
        let columns = matrix.taints.iter();
        columns.filter(|c| c.judgement.outcome == outcome).count()
    };
    let mut parts = Vec::new();
    for (outcome, one, many) in [
        (TaintOutcome::Evicts, "drives Pods away", "drive Pods away"),
        (
            TaintOutcome::KeepsOut,
            "keeps new Pods out",
            "keep new Pods out",
        ),
        (TaintOutcome::Tolerated, "is tolerated", "are tolerated"),
        (TaintOutcome::NoSay, "has no say", "have no say"),
    ] {
        match of(outcome) {
            0 => {}
            1 => parts.push(format!("1 {one}")),
            number => parts.push(format!("{} {many}", thousands(number))),
        }
    }
    if matrix.left_out > 0 {
        parts.push(format!("{} more are not shown", thousands(matrix.left_out)));
    }
    format!("{}: {}.", count(total, "taint"), parts.join(", "))
}
