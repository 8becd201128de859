use super::findings::{Texts, findings};
use super::{Style, safe_text::safe};
use crate::ffi::LintAnswer;
use crate::words::count;

/// What reading found, with the lines that it is about, then what was read, and which configuration was followed.
#[must_use]
pub fn lint_text(answer: &LintAnswer, texts: Texts<'_>, style: Style) -> String {
    let mut out = findings(&answer.diagnostics, texts, usize::MAX, style);
    if !out.is_empty() {
        out.push('\n');
    }
    let objects: u32 = answer.counts.iter().map(|kind| kind.count).sum();
    let kinds: Vec<String> = answer
        .counts
        .iter()
        .map(|kind| format!("{} ({})", safe(&kind.kind), kind.count))
        .collect();
    out.push_str(&match objects {
        0 => "no object was read\n".to_owned(),
        objects => format!(
            "{} read: {}\n",
            count(objects as usize, "object"),
            kinds.join(", ")
        ),
    });
    if let Some(config) = &answer.config {
        out.push_str(&format!("configuration: {}\n", safe(&config.file)));
    }
    out
}
