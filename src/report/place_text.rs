use super::Style;
use super::layout::{table, wrap};
use super::safe_text::safe;
use super::wide_text::verdict;
use crate::ffi::{DaemonSetPlacement, NodeGroup, PlaceAnswer, Suggestion};
use crate::words::{count, name_list, thousands};

/// Columns of prose.
const PROSE: usize = 96;
/// Names that are said one by one.
const NAMED: usize = 12;
/// Groups that are told one by one; of Nodes that are left out the largest come first.
const GROUPS: usize = 12;
/// DaemonSets that are seen at a glance without a line for each.
const AT_A_GLANCE: usize = 3;
/// Groups that such a line has.
const OTHERS: usize = 2;

/// Where each DaemonSet runs, group by group: the answer first, then why, then the way out.
#[must_use]
pub fn place_text(answer: &PlaceAnswer, style: Style) -> String {
    let mut out = String::new();
    for (index, placement) in answer.daemon_sets.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        out.push_str(&daemon_set(answer, placement, false, style));
    }
    out.push_str(&closing(answer, style));
    out
}

/// What stands below all DaemonSets: one line for each where there are many, and notes on the whole answer.
pub(super) fn closing(answer: &PlaceAnswer, style: Style) -> String {
    let mut parts: Vec<String> = Vec::new();
    if answer.daemon_sets.len() > AT_A_GLANCE {
        let rows: Vec<Vec<String>> = answer.daemon_sets.iter().map(at_a_glance).collect();
        parts.push(table(&["DAEMONSET", "VERDICT", "OTHERS"], &rows, ""));
    }
    if !answer.notes.is_empty() {
        parts.push(notes(&answer.notes, style));
    }
    match answer.daemon_sets.is_empty() || parts.is_empty() {
        true => parts.concat(),
        false => format!("\n{}", parts.join("\n")),
    }
}

/// The DaemonSet, where it runs, and what becomes of other Nodes.
fn at_a_glance(placement: &DaemonSetPlacement) -> Vec<String> {
    let reference = &placement.reference;
    let others = placement.groups.iter().filter(|g| g.verdict != "runs");
    let others: Vec<String> = others
        .map(|group| {
            let nodes = thousands(group.nodes.0.len());
            match group.verdict {
                "leftOut" => format!("{nodes} left out {}", group.cause),
                other => format!("{nodes} {}", verdict(other)),
            }
        })
        .collect();
    let more = match others.len().saturating_sub(OTHERS) {
        0 => String::new(),
        more => format!(", and {}", count(more, "more group")),
    };
    let named: Vec<&str> = others.iter().take(OTHERS).map(String::as_str).collect();
    vec![
        format!("{}/{}", reference.namespace, reference.name),
        placement.verdict.clone(),
        named.join(", ") + &more,
    ]
}

/// `wide`: all groups, and kubectl's wide row.
pub(super) fn daemon_set(
    answer: &PlaceAnswer,
    placement: &DaemonSetPlacement,
    wide: bool,
    style: Style,
) -> String {
    let reference = &placement.reference;
    let name = format!("{}/{}", safe(&reference.namespace), safe(&reference.name));
    let mut out = format!("{} {}\n", style.strong(&name), placement.verdict);
    let told = match wide {
        true => placement.groups.len(),
        false => GROUPS,
    };
    for group in placement.groups.iter().take(told) {
        out.push('\n');
        out.push_str(&group_text(answer, group, style));
    }
    let rest = placement.groups.get(told..).unwrap_or_default();
    if !rest.is_empty() {
        let nodes = rest.iter().map(|group| group.nodes.0.len()).sum();
        let text = format!(
            "{} with {}: `-o wide` tells all",
            count(rest.len(), "more group"),
            count(nodes, "node")
        );
        out.push_str(&format!("\n  {}\n", style.sentence(&text)));
    }
    let kubectl = &placement.kubectl;
    let moment = style.quiet(&format!("# {}", kubectl.moment));
    let (option, header, row) = match wide {
        true => (" -o wide", &kubectl.wide_header, &kubectl.wide_row),
        false => ("", &kubectl.header, &kubectl.row),
    };
    let (command, header, row) = (safe(&kubectl.command), safe(header), safe(row));
    out.push_str(&format!("\n  $ {command}{option}  {moment}\n"));
    out.push_str(&format!("  {header}\n  {row}\n"));
    if !placement.notes.is_empty() {
        out.push('\n');
        out.push_str(&notes(&placement.notes, style));
    }
    out
}

/// A sign for a verdict, with its colour.
pub(super) fn sign(verdict: &str, style: Style) -> String {
    match verdict {
        "runs" => style.good("●"),
        "podNotAvailable" => style.doubtful("◐"),
        "awaitsPod" => style.doubtful("◌"),
        "keepsPod" => style.doubtful("◍"),
        "losesPod" => style.bad("✕"),
        _ => "○".to_owned(),
    }
}

fn group_text(answer: &PlaceAnswer, group: &NodeGroup, style: Style) -> String {
    let nodes = thousands(group.nodes.0.len());
    let sign = sign(group.verdict, style);
    let mut out = format!("  {sign} {} ({nodes})\n", style.strong(&group.title));
    for line in style.paragraph(&group.sentence, PROSE) {
        out.push_str(&format!("    {line}\n"));
    }
    for line in wrap(&node_names(answer, &group.nodes.0, NAMED), PROSE) {
        out.push_str(&format!("    {line}\n"));
    }
    if let Some(suggestion) = &group.suggestion {
        out.push_str(&suggestion_text(suggestion, "    ", style));
    }
    out
}

/// The names of Nodes, safe.
pub(super) fn node_names(answer: &PlaceAnswer, nodes: &[u32], most: usize) -> String {
    let shown = nodes.iter().map(|node| {
        let name = answer.nodes.names.get(*node as usize);
        safe(name.map_or("", String::as_str))
    });
    // Of many names only the first are ever looked at, but all are counted.
    let names: Vec<String> = match nodes.len() > most + 1 {
        true => shown.take(most).collect(),
        false => shown.collect(),
    };
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.resize(nodes.len(), "");
    name_list(&names, most)
}

/// A way out: what to change and what that changes, then the lines.
pub(super) fn suggestion_text(suggestion: &Suggestion, indent: &str, style: Style) -> String {
    let mut out = String::new();
    let said = format!("{}. {}", suggestion.title, suggestion.effect);
    for (index, line) in style.paragraph(&said, PROSE - 2).iter().enumerate() {
        let sign = match index {
            0 => style.good("→"),
            _ => " ".to_owned(),
        };
        out.push_str(&format!("{indent}{sign} {line}\n"));
    }
    for line in &suggestion.diff {
        let text = format!("{} {}", line.sign, safe(&line.text));
        let text = match line.sign {
            '+' => style.good(text.trim_end()),
            '-' => style.bad(text.trim_end()),
            _ => text.trim_end().to_owned(),
        };
        out.push_str(&format!("{indent}  {text}\n"));
    }
    if suggestion.diff.is_empty() {
        for line in suggestion.snippet.lines() {
            out.push_str(&format!("{indent}    {}\n", safe(line)));
        }
    }
    out
}

/// Notes, each in its lines.
pub(super) fn notes(notes: &[String], style: Style) -> String {
    let mut out = String::new();
    for note in notes {
        for (index, line) in style.paragraph(note, PROSE).iter().enumerate() {
            let word = if index == 0 { "note:" } else { "     " };
            out.push_str(&format!("  {} {line}\n", style.quiet(word)));
        }
    }
    out
}
