use super::Style;
use super::layout::table;
use super::markdown::fenced;
use super::place_text::notes;
use super::safe_text::safe;
use crate::ffi::{Column, RolloutAnswer, RolloutFound};
use crate::words::{count, duration, name_list};

/// Steps that are shown from the beginning and from the end, where not all are asked for.
const FIRST: usize = 12;
const LAST: usize = 4;
/// Names that are said one by one in a step.
const NAMED: usize = 3;

/// How an update goes: how it ends, what happens when, and how long Pods take. `all`: every step. Empty for a question
/// about something that is not there.
#[must_use]
pub fn rollout_text(answer: &RolloutAnswer, all: bool, style: Style) -> String {
    let RolloutAnswer::Found(found) = answer else {
        return String::new();
    };
    let reference = &found.daemon_set;
    let name = format!("{}/{}", safe(&reference.namespace), safe(&reference.name));
    let verdict = match found.outcome {
        "complete" => style.good(&found.verdict),
        "waiting" => style.doubtful(&found.verdict),
        _ => style.bad(&found.verdict),
    };
    let mut out = format!("{} {verdict}\n", style.strong(&name));
    out.push_str(&format!(
        "  {}\n\n",
        style.quiet(&safe(&rollout_setting(found)))
    ));
    let rows = step_rows(found);
    let left_out = rows.len().saturating_sub(FIRST + LAST);
    let heads = [
        "TIME",
        "DESIRED",
        "CURRENT",
        "READY",
        "UP-TO-DATE",
        "AVAILABLE",
        "WHAT HAPPENS",
    ];
    if all || left_out < 2 {
        out.push_str(&table(&heads, &rows, "  "));
    } else {
        let mut shown: Vec<Vec<String>> = rows.iter().take(FIRST).cloned().collect();
        let more = format!("… {left_out} steps more, with -o wide");
        let mut dots = vec![String::new(); heads.len()];
        if let Some(last) = dots.last_mut() {
            *last = more;
        }
        shown.push(dots);
        shown.extend(rows.iter().skip(FIRST + left_out).cloned());
        out.push_str(&table(&heads, &shown, "  "));
    }
    out.push_str(&meaning(found));
    if let Some(said) = last_message(found) {
        out.push_str(&format!(
            "\n  $ kubectl rollout status  {}\n",
            style.quiet("# at the end")
        ));
        out.push_str(&format!("  {}\n", safe(said)));
    }
    for times in found.times.iter().filter(|times| times.nodes > 0) {
        out.push('\n');
        let of = match found.times.len() {
            1 => "A Pod".to_owned(),
            _ => format!(
                "On {} such as {}, a Pod",
                count(times.nodes as usize, "node"),
                times.example
            ),
        };
        let (start, stop) = (times.startup_seconds, times.termination_seconds);
        let head = format!(
            "{of} takes {} to become Ready and up to {} to stop:",
            duration(start.into()),
            duration(stop.into())
        );
        out.push_str(&format!("  {}\n", safe(&head)));
        let parts: Vec<Vec<String>> = times
            .parts
            .iter()
            .map(|part| {
                vec![
                    duration(part.seconds.into()),
                    part.what.to_owned(),
                    part.source.clone(),
                ]
            })
            .collect();
        out.push_str(
            &table(&["", "", ""], &parts, "    ")
                .trim_start_matches('\n')
                .replacen("    \n", "", 1),
        );
    }
    out.push('\n');
    out.push_str(&notes(&found.notes, style));
    out
}

/// Who holds the update up, what frees it, and who loses by it: a line each.
fn meaning(found: &RolloutFound) -> String {
    let mut out = String::new();
    for line in meaning_lines(found) {
        out.push_str(if out.is_empty() { "\n  " } else { "  " });
        out.push_str(&safe(&line));
        out.push('\n');
    }
    out
}

/// The same, as sentences.
pub(super) fn meaning_lines(found: &RolloutFound) -> Vec<String> {
    let names = |nodes: &Column| {
        let names = nodes
            .0
            .iter()
            .filter_map(|node| found.nodes.get(*node as usize));
        let names: Vec<&str> = names.map(String::as_str).collect();
        name_list(&names, NAMED)
    };
    let meaning = &found.meaning;
    let mut lines = Vec::new();
    for blockers in &meaning.blockers {
        lines.push(format!(
            "Held by {}: {}.",
            names(&blockers.nodes),
            blockers.text
        ));
    }
    for remedy in &meaning.remedies {
        let then = if remedy.completes {
            "it ends"
        } else {
            "every other node is through"
        };
        let seconds = duration(remedy.seconds.into());
        lines.push(format!(
            "What frees it: {}; then {then} after {seconds}.",
            remedy.text
        ));
    }
    let lost = &meaning.summary.loses_coverage;
    if !lost.0.is_empty() {
        let lost = names(lost);
        lines.push(format!(
            "Without a Pod from then on, as no longer eligible: {lost}."
        ));
    }
    lines
}

/// What `kubectl rollout status` and `kubectl get daemonset --watch` print while it goes, each line with its time.
#[must_use]
pub fn rollout_watch(answer: &RolloutAnswer, style: Style) -> String {
    let RolloutAnswer::Found(found) = answer else {
        return String::new();
    };
    let mut out = format!("{:>12}  {}\n", "", safe(&found.kubectl_header));
    let mut said = None;
    let steps = &found.steps;
    let mut happenings = Happenings::of(found);
    let columns = steps
        .time
        .0
        .iter()
        .zip(&steps.message.0)
        .zip(&found.kubectl_rows)
        .zip(0..);
    for (((time, message), row), at) in columns {
        let time = format!("{:>12}", duration((*time).into()));
        out.push_str(&format!("{}  {}\n", style.quiet(&time), safe(row)));
        for what in happenings.at(at) {
            let what = format!("# {}", safe(&what));
            out.push_str(&format!("{:>12}  {}\n", "", style.quiet(&what)));
        }
        if said.replace(*message) != Some(*message)
            && let Some(text) = found.messages.get(*message as usize)
        {
            out.push_str(&format!("{:>12}  {}\n", "", style.strong(&safe(text))));
        }
    }
    out.push_str(&format!("\n{}\n", found.verdict));
    out
}

/// The same as a page of Markdown.
#[must_use]
pub fn rollout_markdown(answer: &RolloutAnswer) -> String {
    let RolloutAnswer::Found(found) = answer else {
        return String::new();
    };
    let text = rollout_text(answer, true, Style::Plain);
    let body = text.split_once('\n').map_or("", |(_, body)| body);
    let reference = &found.daemon_set;
    let name = format!("{}/{}", safe(&reference.namespace), safe(&reference.name));
    format!(
        "## {name}: {}\n\n{}",
        found.verdict,
        fenced("text", body.trim_end())
    )
}

/// `From the old DaemonSet, RollingUpdate, maxUnavailable 1, maxSurge 0.`
pub(super) fn rollout_setting(found: &RolloutFound) -> String {
    let from = match found.start {
        "nothing" => "A first rollout",
        "settled" => "From the old DaemonSet with its Pods everywhere",
        _ => "From what the cluster had",
    };
    match (&found.limits, &found.limits_error) {
        (_, Some(error)) => format!("{from}. {error}"),
        (Some(limits), None) if found.strategy == "RollingUpdate" => {
            let nodes = found.steps.desired.0.first().copied().unwrap_or_default();
            format!(
                "{from}, by RollingUpdate: maxUnavailable {}, maxSurge {} of {}",
                limits.max_unavailable,
                limits.max_surge,
                count(nodes as usize, "node")
            )
        }
        _ => format!("{from}, by {}", found.strategy),
    }
}

/// What `kubectl rollout status` says at the end.
pub(super) fn last_message(found: &RolloutFound) -> Option<&str> {
    let last = found.steps.message.0.last()?;
    found.messages.get(*last as usize).map(String::as_str)
}

fn step_rows(found: &RolloutFound) -> Vec<Vec<String>> {
    let steps = &found.steps;
    let mut happenings = Happenings::of(found);
    let cell = |column: &[u32], step: usize| {
        column
            .get(step)
            .map(ToString::to_string)
            .unwrap_or_default()
    };
    let rows = steps.time.0.iter().zip(0..).map(|(time, at)| {
        let step = at as usize;
        let mut row = vec![duration((*time).into())];
        for column in [
            &steps.desired,
            &steps.current,
            &steps.ready,
            &steps.updated,
            &steps.available,
        ] {
            row.push(cell(&column.0, step));
        }
        row.push(happenings.at(at).join("; "));
        row
    });
    rows.collect()
}

/// What happens, step by step.
struct Happenings<'a> {
    found: &'a RolloutFound,
    /// The next event.
    next: usize,
}

impl<'a> Happenings<'a> {
    fn of(found: &'a RolloutFound) -> Self {
        Self { found, next: 0 }
    }

    /// (step, kind, node, cause)
    fn event(&self, at: usize) -> Option<[u32; 4]> {
        let events = &self.found.events;
        let columns = [&events.step, &events.kind, &events.node, &events.cause];
        let mut event = [0; 4];
        for (value, column) in event.iter_mut().zip(columns) {
            *value = *column.0.get(at)?;
        }
        Some(event)
    }

    /// What happens at a step, with its causes: `deletes on worker-1 and worker-2 (within maxUnavailable 2)`. Steps are
    /// asked for in their order.
    fn at(&mut self, step: u32) -> Vec<String> {
        let mut groups: Vec<([u32; 2], Vec<&str>)> = Vec::new();
        while let Some([_, kind, node, cause]) =
            self.event(self.next).filter(|event| event[0] <= step)
        {
            self.next += 1;
            let name = self.found.nodes.get(node as usize);
            let name = name.map_or("", String::as_str);
            match groups.last_mut() {
                Some((group, names)) if *group == [kind, cause] => names.push(name),
                _ => groups.push(([kind, cause], vec![name])),
            }
        }
        let said = groups.iter().map(|([kind, cause], names)| {
            let cause = self.found.causes.get(*cause as usize);
            let cause = cause.map_or("", String::as_str);
            let verb = match kind {
                0 => "gone from",
                1 => "Ready on",
                2 => "deletes on",
                3 => "creates on",
                _ => return cause.to_owned(),
            };
            let names = name_list(names, NAMED);
            match kind {
                0 | 1 => format!("{verb} {names}"),
                _ => format!("{verb} {names} ({cause})"),
            }
        });
        let mut said: Vec<String> = said.collect();
        said.dedup();
        // What comes from outside says so once.
        let (mut outside, prefix) = (false, "the scenario: ");
        for what in &mut said {
            if let Some(rest) = what.strip_prefix(prefix).map(str::to_owned)
                && std::mem::replace(&mut outside, true)
            {
                *what = rest;
            }
        }
        said
    }
}
