use super::names::{count, thousands};
use crate::controller::RollingUpdateError;
use crate::simulation::Outcome;

/// A stretch of time as people say it, in its two largest units.
///
/// ```
/// use everynode::words::duration;
/// assert_eq!(duration(45), "45 s");
/// assert_eq!(duration(220), "3 min 40 s");
/// assert_eq!(duration(7500), "2 h 5 min");
/// assert_eq!(duration(200_000), "2 days 7 h");
/// ```
#[must_use]
pub fn duration(seconds: i64) -> String {
    let (days, hours) = (seconds / 86_400, seconds / 3600 % 24);
    let (minutes, rest) = (seconds / 60 % 60, seconds % 60);
    let days = match days {
        0 => String::new(),
        1 => "1 day".to_owned(),
        days => format!("{days} days"),
    };
    let units = [
        (days.as_str(), hours, "h"),
        ("", minutes, "min"),
        ("", rest, "s"),
    ];
    let mut parts: Vec<String> = Vec::new();
    for (before, number, unit) in units {
        if !before.is_empty() {
            parts.push(before.to_owned());
        }
        if number > 0 {
            parts.push(format!("{number} {unit}"));
        } else if !parts.is_empty() {
            break;
        }
    }
    parts.truncate(2);
    match parts.is_empty() {
        true => "0 s".to_owned(),
        false => parts.join(" "),
    }
}

/// How an update ends, in one line: `the update stops after 3 min 40 s: 4 of 8 nodes have the new Pod`.
///
/// `updated` of `desired` Nodes have a Pod of the new template at the end, `available` of them an available one; `rolling`:
/// the strategy is `RollingUpdate`; `changes`: something happens at all.
///
/// ```
/// use everynode::simulation::Outcome;
/// use everynode::words::rollout_verdict;
/// assert_eq!(rollout_verdict(&Outcome::Complete, [8, 8, 8], 220, true, true), "the update ends after 3 min 40 s");
/// assert_eq!(
///     rollout_verdict(&Outcome::Stuck, [8, 8, 6], 220, true, true),
///     "the update stops after 3 min 40 s: every node has the new Pod, and 2 of 8 are not available"
/// );
/// ```
#[must_use]
pub fn rollout_verdict(
    outcome: &Outcome,
    [updated, desired, available]: [u32; 3],
    seconds: i64,
    rolling: bool,
    changes: bool,
) -> String {
    let after = duration(seconds);
    let of = count(desired as usize, "node");
    let missing = desired.saturating_sub(available) as usize;
    let have = match updated == desired && missing > 0 {
        true => format!(
            "every node has the new Pod, and {} of {} {} not available",
            thousands(missing),
            thousands(desired as usize),
            if missing == 1 { "is" } else { "are" }
        ),
        false => format!("{} of {of} have the new Pod", thousands(updated as usize)),
    };
    match outcome {
        Outcome::Complete if desired == 0 => "nothing happens: no node is eligible".to_owned(),
        Outcome::Complete if !changes => "nothing happens: every node has its Pod".to_owned(),
        Outcome::Complete => format!("the update ends after {after}"),
        Outcome::Stuck if !rolling => {
            format!("{have}; the others wait until somebody deletes their old Pods (OnDelete)")
        }
        Outcome::Stuck if seconds == 0 => format!("the update does not move: {have}"),
        Outcome::Stuck => format!("the update stops after {after}: {have}"),
        Outcome::TimeOut => format!("the update is not over after {after}: {have}"),
        Outcome::Halted(RollingUpdateError::NodeGone(_)) => format!(
            "the controller fails again and again from {after} on, because a node with an old Pod is gone: {have}"
        ),
        Outcome::Restless => format!("the controller comes to no rest at {after}: {have}"),
        Outcome::Stopped => format!("not played to its end; after {after}: {have}"),
    }
}
