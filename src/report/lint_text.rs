use super::findings::{Texts, frames, head, summary};
use super::{Style, safe_text::safe};
use crate::ffi::{Diagnostic, LintAnswer};
use crate::words::{count, name_list};
use std::collections::BTreeMap;

/// What is found: advice first, a rule at a time, then warnings and errors with the lines that they are about, so that what
/// is worst stands last, where a terminal ends; then how much it is, what of it can be mended, what the agents were taken
/// for, what was read, and which configuration was followed. With `all`, advice comes with its lines, too.
#[must_use]
pub fn lint_text(answer: &LintAnswer, all: bool, texts: Texts<'_>, style: Style) -> String {
    let of = |severity: &str| -> Vec<&Diagnostic> {
        let found = answer.diagnostics.iter();
        found.filter(|found| found.severity == severity).collect()
    };
    let mut out = match all {
        true => frames(&of("info"), texts, style),
        false => advice(&of("info"), style),
    };
    for severity in ["warning", "error"] {
        out.push_str(&frames(&of(severity), texts, style));
    }
    if !answer.diagnostics.is_empty() {
        out.push_str(&style.strong(&summary(&answer.diagnostics)));
        out.push_str(&mendable(answer, style));
        out.push_str("\n\n");
    }
    out.push_str(&roles(answer, style));
    let objects: u32 = answer.counts.iter().map(|kind| kind.count).sum();
    let mut kinds: Vec<_> = answer.counts.iter().collect();
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.count));
    let kinds = kinds
        .into_iter()
        .map(|kind| format!("{} ({})", safe(&kind.kind), kind.count));
    let kinds: Vec<String> = kinds.collect();
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    out.push_str(&match objects {
        0 => "no object was read\n".to_owned(),
        objects => format!(
            "{} read: {}\n",
            count(objects as usize, "object"),
            name_list(&kinds, KINDS)
        ),
    });
    if let Some(config) = &answer.config {
        out.push_str(&format!("configuration: {}\n", safe(&config.file)));
    }
    out
}

/// Kinds of objects that are named.
const KINDS: usize = 10;
/// Objects whose roles are said one by one.
const AGENTS: usize = 3;

/// Each rule once: its first finding, at how many more places it says so, and what to do.
fn advice(found: &[&Diagnostic], style: Style) -> String {
    let mut of_rule: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for finding in found {
        of_rule.entry(finding.rule).or_default().push(finding);
    }
    let mut out = String::new();
    for found in of_rule.values() {
        let Some((first, others)) = found.split_first() else {
            continue;
        };
        out.push_str(&head(first, style));
        if !others.is_empty() {
            let more = count(others.len(), "more place");
            out.push_str(&style.quiet(&format!(" and {more}")));
        }
        out.push('\n');
        if let Some(help) = &first.help {
            let word = style.quiet("help:");
            out.push_str(&format!(" {word} {}\n", style.sentence(help)));
        }
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

/// How many findings have a fix, and who applies it.
fn mendable(answer: &LintAnswer, style: Style) -> String {
    let mut safe = 0;
    let mut others = 0;
    for finding in &answer.diagnostics {
        match finding.fixes.first().map(|fix| fix.safety) {
            Some("safe") => safe += 1,
            Some(_) => others += 1,
            None => {}
        }
    }
    let said = match (safe, others) {
        (0, 0) => return String::new(),
        (safe, 0) => format!("`--fix` mends {safe}"),
        (0, others) => format!("`--unsafe-fixes` mends {others}, `--diff` shows how"),
        (safe, others) => {
            format!("`--fix` mends {safe}, `--unsafe-fixes` {others} more, `--diff` shows how")
        }
    };
    format!("; {}", style.sentence(&said))
}

/// What agents were taken for: one by one, or how many for each role.
fn roles(answer: &LintAnswer, style: Style) -> String {
    if answer.roles.len() > AGENTS {
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
        for guess in &answer.roles {
            *numbers.entry(guess.role).or_default() += 1;
        }
        let numbers: Vec<String> = numbers
            .iter()
            .map(|(role, number)| format!("{role} ({number})"))
            .collect();
        return format!("roles: {}\n", numbers.join(", "));
    }
    let mut out = String::new();
    for guess in &answer.roles {
        let because = match guess.because.as_str() {
            "" => "nothing says more",
            because => because,
        };
        let said = format!(
            "{} `{}` is reviewed as {}: {because}",
            guess.reference.kind, guess.reference.name, guess.role
        );
        out.push_str(&style.sentence(&said));
        out.push('\n');
    }
    out
}
