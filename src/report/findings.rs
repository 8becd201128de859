use super::Style;
use super::code_frame::IndexedText;
use super::safe_text::safe;
use crate::ffi::Diagnostic;
use std::collections::BTreeMap;

/// The texts that findings are about, by name.
pub type Texts<'a> = &'a dyn Fn(&str) -> Option<&'a str>;

/// Findings with the lines that they are about, and one line with their number. Empty when there is none.
///
/// Of each rule at most the first `most` are shown, so that what stands beside an answer does not hide it; the last line
/// says when there are more.
#[must_use]
pub fn findings(found: &[Diagnostic], texts: Texts<'_>, most: usize, style: Style) -> String {
    let mut of_rule: BTreeMap<&str, usize> = BTreeMap::new();
    let mut shown = Vec::new();
    for finding in found {
        let number = of_rule.entry(finding.rule).or_default();
        *number += 1;
        if *number <= most {
            shown.push(finding);
        }
    }
    let mut out = frames(&shown, texts, style);
    let shown = shown.len();
    if !found.is_empty() {
        out.push_str(&summary(found));
        if shown < found.len() {
            let all = style.sentence("`everynode lint` shows all");
            out.push_str(&format!("; {shown} are shown, {all}"));
        }
        out.push('\n');
    }
    out
}

/// Findings with the lines that they are about.
pub(super) fn frames(found: &[&Diagnostic], texts: Texts<'_>, style: Style) -> String {
    let mut out = String::new();
    let mut indexed: BTreeMap<&str, Option<IndexedText<'_>>> = BTreeMap::new();
    for finding in found {
        let text = indexed
            .entry(&finding.file)
            .or_insert_with(|| texts(&finding.file).map(IndexedText::new));
        one(finding, text.as_ref(), style, &mut out);
        out.push('\n');
    }
    out
}

/// One line that says why there is no answer, and one with a way out, where there is one.
#[must_use]
pub fn error(message: &str, help: Option<&str>, style: Style) -> String {
    let mut out = format!("{}: {}\n", style.bad("error"), style.sentence(message));
    if let Some(help) = help {
        let word = style.quiet("help:");
        out.push_str(&format!(" {word} {}\n", style.sentence(help)));
    }
    out
}

/// `2 errors, 1 warning`
pub(super) fn summary(found: &[Diagnostic]) -> String {
    let parts: Vec<String> = [("error", "error"), ("warning", "warning"), ("info", "note")]
        .into_iter()
        .filter_map(|(severity, word)| {
            let number = found.iter().filter(|f| f.severity == severity).count();
            match number {
                0 => None,
                1 => Some(format!("1 {word}")),
                number => Some(format!("{number} {word}s")),
            }
        })
        .collect();
    parts.join(", ")
}

/// The colour of a severity.
fn tint(severity: &str, text: &str, style: Style) -> String {
    match severity {
        "error" => style.bad(text),
        "warning" => style.doubtful(text),
        _ => style.good(text),
    }
}

/// `error[rule]: message`, and the line with the place without its end.
pub(super) fn head(finding: &Diagnostic, style: Style) -> String {
    let word = match finding.severity {
        "info" => "note",
        severity => severity,
    };
    let severity = tint(finding.severity, word, style);
    let rule = style.quiet(&format!("[{}]", finding.rule));
    let message = style.sentence(&finding.message);
    let start = finding.range.start;
    let at = format!("{}:{}:{}", safe(&finding.file), start.line, start.column);
    format!("{severity}{rule}: {message}\n {} {at}", style.quiet("-->"))
}

fn one(finding: &Diagnostic, text: Option<&IndexedText<'_>>, style: Style, out: &mut String) {
    out.push_str(&head(finding, style));
    out.push('\n');
    if let Some(text) = text {
        let colour = |carets: &str| tint(finding.severity, carets, style);
        out.push_str(&text.frame(finding.range, style, &colour));
    }
    for related in &finding.related {
        let start = related.place.range.start;
        let file = safe(&related.place.file);
        let at = format!("{file}:{}:{}", start.line, start.column);
        let message = style.sentence(&related.message);
        out.push_str(&format!(" {} {at}: {message}\n", style.quiet("see")));
    }
    for (word, text) in [("why", &finding.why), ("help", &finding.help)] {
        if let Some(text) = text {
            let word = style.quiet(&format!("{word}:"));
            out.push_str(&format!(" {word} {}\n", style.sentence(text)));
        }
    }
    for fix in &finding.fixes {
        let option = match fix.safety {
            "safe" => "--fix",
            _ => "--unsafe-fixes",
        };
        let title = style.sentence(&fix.title);
        let option = style.quiet(&format!("({option})"));
        out.push_str(&format!(" {} {title} {option}\n", style.quiet("fix:")));
    }
}
