use crate::ffi::{Column, RolloutFound, RolloutRemedy};
use crate::words::{count, duration, name_list, thousands};

/// Names that are said one by one.
const NAMED: usize = 3;

/// What an update means, in sentences: by which limits it goes, who holds it up, what frees it, what it costs.
pub(super) fn sentences(found: &RolloutFound) -> Vec<String> {
    let mut lines = vec![setting(found)];
    lines.extend(held(found));
    let remedies = found.meaning.remedies.iter();
    lines.extend(
        remedies.map(|remedy| format!("What frees it: {}; {}.", remedy.text, then(remedy))),
    );
    lines.extend(lost(found));
    lines.extend(cost(found));
    lines
}

/// `RollingUpdate with maxUnavailable 1 of 8 nodes. Before it, every node has its old Pod.`
pub(super) fn setting(found: &RolloutFound) -> String {
    let before = match found.start {
        "nothing" => "It is the first one: no node has a Pod yet.",
        "settled" => "Before it, every node has its old Pod.",
        _ => "Before it, the cluster is as recorded.",
    };
    let strategy = match (&found.limits, &found.limits_error) {
        _ if found.update.by == "delete" => return before.to_owned(),
        (_, Some(error)) => error.clone(),
        (Some(limits), None) if found.strategy == "RollingUpdate" => {
            let (name, limit) = match limits.max_surge {
                0 => ("maxUnavailable", limits.max_unavailable),
                surge => ("maxSurge", surge),
            };
            let nodes = found.steps.desired.0.first().copied().unwrap_or_default();
            if nodes == 0 {
                return format!("{}.", found.strategy);
            }
            format!(
                "RollingUpdate with {name} {} of {}",
                thousands(limit as usize),
                count(nodes as usize, "node")
            )
        }
        _ => found.strategy.to_owned(),
    };
    format!("{strategy}. {before}")
}

/// Who holds the update up; one line for each reason. In an update that completes they only have used up budget.
pub(super) fn held(found: &RolloutFound) -> Vec<String> {
    let lines = found.meaning.blockers.iter().map(|blockers| {
        let (names, why) = (names(found, &blockers.nodes), blockers.text);
        match (found.outcome, blockers.nodes.0.len()) {
            ("complete", 1) => format!("{names} uses up a place of the budget to the end: {why}."),
            ("complete", _) => {
                format!("{names} use up places of the budget to the end: {why}.")
            }
            _ => format!("Held by {names}: {why}."),
        }
    });
    lines.collect()
}

/// What comes of a remedy: `it ends 3 min 35 s later`.
pub(super) fn then(remedy: &RolloutRemedy) -> String {
    let seconds = duration(remedy.seconds.into());
    match remedy.completes {
        true => format!("it ends {seconds} later"),
        false => format!("every other node is through {seconds} later"),
    }
}

/// Who ends without a Pod, which `kubectl rollout status` does not tell.
pub(super) fn lost(found: &RolloutFound) -> Option<String> {
    let lost = &found.meaning.summary.loses_coverage;
    let names = names(found, lost);
    match lost.0.len() {
        0 => None,
        1 => Some(format!(
            "{names} loses its Pod for good: it is not eligible any more, and kubectl does not say so."
        )),
        _ => Some(format!(
            "{names} lose their Pods for good: they are not eligible any more, and kubectl does not say so."
        )),
    }
}

/// How many Nodes are available meanwhile, and where two Pods run at once.
pub(super) fn cost(found: &RolloutFound) -> Option<String> {
    let sum = &found.meaning.summary;
    // Of a DaemonSet that is deleted, nobody counts.
    if found.seconds == 0 || found.update.by == "delete" {
        return None;
    }
    let mut line = match sum.peak_unavailable {
        0 => "Every node stays available".to_owned(),
        _ if sum.min_available == 0 => "For a time no node is available".to_owned(),
        missing => format!(
            "At least {} available at any time, at most {} not",
            are(sum.min_available, "node"),
            are(missing, "")
        ),
    };
    // Of an update that stands still it would tell the time until then.
    if found.outcome == "complete" && sum.peak_unavailable > 0 {
        line.push_str("; over the whole time ");
        line.push_str(&(sum.availability_permille / 10).to_string());
        if !sum.availability_permille.is_multiple_of(10) {
            line.push_str(&format!(".{}", sum.availability_permille % 10));
        }
        line.push_str(" % are");
    }
    line.push('.');
    if sum.peak_unavailable > 0 {
        // Which is what surprises in the figure.
        line.push_str(" A Pod that is being deleted counts until it is gone.");
    }
    let both = sum.side_by_side.0.len();
    if both > 0 {
        line.push_str(" Old and new run at once on ");
        line.push_str(&count(both, "node"));
        line.push('.');
    }
    Some(line)
}

/// `1 node is`, `8 nodes are`; without a noun `8 are`
fn are(number: u32, noun: &str) -> String {
    let verb = if number == 1 { "is" } else { "are" };
    match noun {
        "" => format!("{} {verb}", thousands(number as usize)),
        noun => format!("{} {verb}", count(number as usize, noun)),
    }
}

fn names(found: &RolloutFound, nodes: &Column) -> String {
    let names = nodes.0.iter();
    let names = names.filter_map(|node| found.nodes.get(*node as usize));
    let names: Vec<&str> = names.map(String::as_str).collect();
    name_list(&names, NAMED)
}
