use super::Style;
use super::layout::table;
use super::markdown::fenced;
use super::place_text::notes;
use super::rollout_meaning::{cost, held, lost, setting, then};
use super::safe_text::safe;
use super::update_text::update_lines;
use crate::ffi::{NodeTimes, RolloutAnswer, RolloutFound, RolloutLimits, TimePart};
use crate::words::{count, duration, name_list};

/// Steps that are shown from the beginning and from the end, where not all are asked for.
const FIRST: usize = 12;
const LAST: usize = 4;
/// Names that are said one by one in a step.
const NAMED: usize = 3;
/// Kinds of Nodes whose times are told, where not all are asked for.
const TIMES: usize = 3;

/// How an update goes: how it ends, who holds it up and what frees it, what happens when, and how long Pods take. `all`:
/// every step, and every cause. Empty for a question
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
    out.push_str(&update_lines(&found.update, all, style));
    if found.outcome == "refused" {
        return out;
    }
    out.push_str(&format!("  {}\n\n", style.quiet(&safe(&setting(found)))));
    let of_no_node = |limits: RolloutLimits| (limits.max_unavailable, limits.max_surge) == (0, 0);
    let rolling = found.strategy == "RollingUpdate";
    let nothing = found.events.step.0.is_empty() && found.limits.is_some_and(of_no_node);
    if !all && rolling && nothing {
        out.push_str(&style.sentence("  `everynode place` says why not."));
        out.push_str("\n\n");
    }
    out.push_str(&meaning(found));
    let rows = step_rows(found, all);
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
    if let Some(said) = last_message(found) {
        out.push_str(&format!(
            "\n  $ kubectl rollout status  {}\n",
            style.quiet("# at the end")
        ));
        out.push_str(&format!("  {}\n", safe(said)));
    }
    let times = found.times.iter().filter(|times| times.nodes > 0);
    let most = if all { usize::MAX } else { TIMES };
    let kinds = times.clone().count();
    for times in times.take(most) {
        out.push('\n');
        out.push_str(&times_text(times, kinds));
    }
    if kinds > most {
        let more = count(kinds - most, "other kind");
        out.push_str(&format!("\n  … {more} of nodes, with -o wide\n"));
    }
    out.push('\n');
    out.push_str(&notes(&found.notes, style));
    out
}

/// How long a Pod takes on Nodes of one of several kinds. What is the same of several containers is one line.
fn times_text(times: &NodeTimes, kinds: usize) -> String {
    let whose = match kinds {
        1 => "A Pod".to_owned(),
        _ => format!(
            "On {} such as {}, a Pod",
            count(times.nodes as usize, "node"),
            times.example
        ),
    };
    let start = duration(times.startup_seconds.into());
    let stop = match times.termination_seconds {
        0 => "stops at once".to_owned(),
        seconds => format!("up to {} to stop", duration(seconds.into())),
    };
    let head = format!("{whose} takes {start} to become Ready and {stop}:");
    let mut parts: Vec<TimePart> = Vec::new();
    let of = |of| times.parts.iter().filter(move |part| part.of == of);
    let parts_in_order = of("start").chain(of("stop"));
    for part in parts_in_order.filter(|part| part.seconds > 0) {
        let same = |other: &&mut TimePart| {
            (other.of, other.what, &other.source) == (part.of, part.what, &part.source)
        };
        match parts.iter_mut().find(same) {
            Some(known) => known.seconds = known.seconds.saturating_add(part.seconds),
            None => parts.push(part.clone()),
        }
    }
    let rows: Vec<Vec<String>> = parts
        .into_iter()
        .map(|part| {
            let seconds = duration(part.seconds.into());
            vec![seconds, part.what.to_owned(), part.source]
        })
        .collect();
    format!("  {}\n{}", safe(&head), without_heads(&rows, "    "))
}

/// Rows in columns.
fn without_heads(rows: &[Vec<String>], indent: &str) -> String {
    let widest = rows.iter().map(Vec::len).max().unwrap_or_default();
    let text = table(&vec![""; widest], rows, indent);
    // The first line is that of the heads.
    text.split_once('\n')
        .map_or("", |(_, rows)| rows)
        .to_owned()
}

/// Who holds the update up, what frees it, who loses by it, and what it costs: before the steps, since most readers want
/// no more. Ends with an empty line where there is any.
fn meaning(found: &RolloutFound) -> String {
    let mut out = String::new();
    let mut line = |text: &str| out.push_str(&format!("  {}\n", safe(text)));
    held(found).iter().for_each(|text| line(text));
    match found.meaning.remedies.as_slice() {
        [] => {}
        [only] => line(&format!("What frees it: {}; {}.", only.text, then(only))),
        several => {
            line("Any of these frees it, each was tried:");
            let rows: Vec<Vec<String>> = several
                .iter()
                .map(|remedy| vec![remedy.text.clone(), then(remedy)])
                .collect();
            out.push_str(&without_heads(&rows, "    "));
        }
    }
    for text in lost(found).into_iter().chain(cost(found)) {
        out.push_str(&format!("  {}\n", safe(&text)));
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

/// What `kubectl rollout status` and `kubectl get daemonset --watch` print while it goes, each line with its time.
#[must_use]
pub fn rollout_watch(answer: &RolloutAnswer, style: Style) -> String {
    let RolloutAnswer::Found(found) = answer else {
        return String::new();
    };
    if found.outcome == "refused" {
        return rollout_text(answer, false, style);
    }
    let mut out = format!("{:>12}  {}\n", "", safe(&found.kubectl_header));
    let mut said = None;
    let steps = &found.steps;
    let mut happenings = Happenings::of(found, false);
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

/// What `kubectl rollout status` says at the end.
pub(super) fn last_message(found: &RolloutFound) -> Option<&str> {
    let last = found.steps.message.0.last()?;
    found.messages.get(*last as usize).map(String::as_str)
}

fn step_rows(found: &RolloutFound, all: bool) -> Vec<Vec<String>> {
    let steps = &found.steps;
    let mut happenings = Happenings::of(found, all);
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
    /// Whether causes are said every time, or when they are not those of before.
    all: bool,
    /// The cause that was said last, of deletions and of creations.
    said: [Option<u32>; 2],
}

impl<'a> Happenings<'a> {
    fn of(found: &'a RolloutFound, all: bool) -> Self {
        Self {
            found,
            next: 0,
            all,
            said: [None; 2],
        }
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
        let said = groups.iter().map(|([kind, number], names)| {
            let cause = self.found.causes.get(*number as usize);
            let cause = cause.map_or("", String::as_str);
            let verb = match kind {
                0 => "gone from",
                1 => "Ready on",
                2 => "deletes on",
                3 => "creates on",
                _ => return cause.to_owned(),
            };
            let names = name_list(names, NAMED);
            let told = match kind {
                2 => self.said.first_mut(),
                3 => self.said.last_mut(),
                _ => None,
            };
            let new = told.is_some_and(|told| told.replace(*number) != Some(*number));
            match new || (self.all && *kind > 1) {
                true => format!("{verb} {names} ({cause})"),
                false => format!("{verb} {names}"),
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
