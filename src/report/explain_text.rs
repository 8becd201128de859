use super::Style;
use super::place_text::{sign, suggestion_text};
use super::safe_text::safe;
use crate::ffi::{Check, ExplainAnswer, ExplainFound, Place};

/// Columns of evidence.
const PROSE: usize = 92;

/// Every check on one Node, by whom it is made.
#[must_use]
pub fn explain_text(answer: &ExplainAnswer, style: Style) -> String {
    match answer {
        ExplainAnswer::Found(found) => card(found, style),
        ExplainAnswer::NotFound(missing) => format!("{}\n", style.sentence(&missing.message)),
    }
}

fn card(answer: &ExplainFound, style: Style) -> String {
    let reference = &answer.daemon_set;
    let name = format!("{}/{}", safe(&reference.namespace), safe(&reference.name));
    let about = match answer.about.as_str() {
        "" => String::new(),
        about => style.quiet(&format!("  {}", safe(about))),
    };
    let mut out = format!(
        "{} {} on {}{about}\n",
        sign(answer.verdict, style),
        style.strong(&name),
        style.strong(&safe(&answer.node)),
    );
    for line in style.paragraph(&answer.sentence, PROSE) {
        out.push_str(&format!("  {line}\n"));
    }
    for decider in &answer.deciders {
        let who = match decider.by {
            "kubelet" => "Kubelet",
            _ => "Controller",
        };
        let word = style.quiet(&decider.word);
        out.push_str(&format!("\n  {}  {word}\n", style.strong(who)));
        for check in &decider.checks {
            out.push_str(&check_text(check, "  ", style));
        }
    }
    if let Some(suggestion) = &answer.suggestion {
        out.push('\n');
        out.push_str(&suggestion_text(suggestion, "  ", style));
    }
    out
}

fn check_text(check: &Check, indent: &str, style: Style) -> String {
    let sign = match check.outcome {
        "passes" => style.good("✓"),
        "fails" => style.bad("✗"),
        _ => style.quiet("–"),
    };
    let places = check_places(check);
    let at = match places.is_empty() {
        true => String::new(),
        false => style.quiet(&format!("  {}", safe(&places.join(", ")))),
    };
    let mut out = format!("{indent}  {sign} {}{at}\n", style.sentence(&check.title));
    for line in style.paragraph(&check.evidence, PROSE) {
        out.push_str(&format!("{indent}    {line}\n"));
    }
    for part in &check.parts {
        out.push_str(&check_text(part, &format!("{indent}  "), style));
    }
    out
}

/// Where it stands in the manifest and of the Node.
pub(super) fn check_places(check: &Check) -> Vec<String> {
    let places = [&check.place, &check.node_place];
    places.into_iter().flatten().map(place).collect()
}

/// `ds.yaml:35`, or `ds.yaml:35-38`.
fn place(place: &Place) -> String {
    let (start, end) = (place.range.start, place.range.end);
    let last = match end.column {
        1 => end.line.saturating_sub(1).max(start.line),
        _ => end.line,
    };
    let file = &place.file;
    match last == start.line {
        true => format!("{file}:{last}"),
        false => format!("{file}:{}-{last}", start.line),
    }
}
