use super::column::Column;
use super::{RolloutBlockers, RolloutMeaning, RolloutRemedy, RolloutSpans, RolloutSummary};
use crate::simulation::{
    EndingKind, Fix, HoldReason, Observer, Played, Remedies, RolloutInput, ending, remedies, spans,
    summary,
};
use crate::words::{hold_reason, remedy};

/// What a course means, and how it ends. `tries`: changes are tried that may free it.
pub(super) fn meaning(
    input: RolloutInput<'_>,
    played: &Played<'_>,
    tries: bool,
    observer: &mut Observer<'_>,
) -> (&'static str, RolloutMeaning) {
    let course = &played.course;
    let ending = ending(input, course);
    let mut blockers: Vec<(HoldReason, RolloutBlockers)> = Vec::new();
    for blocker in &ending.blockers {
        let known = blockers
            .iter_mut()
            .find(|(reason, _)| *reason == blocker.reason);
        match known {
            Some((_, same)) => same.nodes.0.push(blocker.node),
            None => blockers.push((
                blocker.reason,
                RolloutBlockers {
                    reason: reason_id(blocker.reason),
                    text: hold_reason(blocker.reason),
                    nodes: Column(vec![blocker.node]),
                },
            )),
        }
    }
    let sum = summary(course);
    let spans = spans(course);
    let tried = match tries {
        true => remedies(played, observer),
        false => Remedies::default(),
    };
    let second = |time: &i64| u32::try_from(*time).unwrap_or(u32::MAX);
    let meaning = RolloutMeaning {
        summary: RolloutSummary {
            min_available: sum.min_available,
            peak_unavailable: sum.peak_unavailable,
            availability_permille: sum.availability_permille,
            loses_coverage: Column(sum.loses_coverage),
            side_by_side: Column(sum.side_by_side),
            gains: Column(sum.gains),
        },
        spans: RolloutSpans {
            offset: Column(spans.offsets),
            since: Column(spans.since.iter().map(second).collect()),
            state: Column(spans.states.iter().map(|state| *state as u32).collect()),
        },
        blockers: blockers.into_iter().map(|(_, blockers)| blockers).collect(),
        waiting: Column(ending.waiting),
        remedies_untried: tried.untried,
        remedies: tried
            .found
            .into_iter()
            .map(|found| {
                let names = found.nodes.iter();
                let names = names.filter_map(|node| course.nodes.get(*node as usize));
                let names: Vec<&str> = names.map(String::as_str).collect();
                RolloutRemedy {
                    fix: fix_id(found.fix),
                    text: remedy(&found, &names),
                    completes: found.completes,
                    seconds: second(&found.seconds),
                    nodes: Column(found.nodes),
                }
            })
            .collect(),
    };
    let outcome = match ending.kind {
        EndingKind::Complete => "complete",
        EndingKind::Stuck => "stuck",
        EndingKind::WaitsForDeletion => "waiting",
        EndingKind::TimeOut => "timeOut",
        EndingKind::Halted => "halted",
        EndingKind::Restless => "restless",
        EndingKind::Stopped => "stopped",
    };
    (outcome, meaning)
}

fn reason_id(reason: HoldReason) -> &'static str {
    match reason {
        HoldReason::NodeGone => "nodeGone",
        HoldReason::NodeSilent => "nodeSilent",
        HoldReason::NeverReady => "neverReady",
        HoldReason::Unschedulable => "unschedulable",
        HoldReason::PortsTaken => "portsTaken",
        HoldReason::OldUnavailable => "oldUnavailable",
        HoldReason::Missing => "missing",
        HoldReason::Terminating => "terminating",
        HoldReason::Starting => "starting",
        HoldReason::NotYetAvailable => "notYetAvailable",
        HoldReason::SeveralPods => "severalPods",
    }
}

fn fix_id(fix: Fix) -> &'static str {
    match fix {
        Fix::MaxUnavailable(_) => "maxUnavailable",
        Fix::MaxSurge(_) => "maxSurge",
        Fix::DeletePods => "deletePods",
        Fix::ForceDeletePods => "forceDeletePods",
        Fix::Undo => "undo",
        Fix::WithoutSurge => "withoutSurge",
        Fix::DeleteNodes => "deleteNodes",
    }
}
