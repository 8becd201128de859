use super::findings::Texts;
use super::safe_text::safe;
use super::style::Style;
use crate::ffi::FixAnswer;
use similar::TextDiff;

/// What was mended, a line each, and what was left.
#[must_use]
pub fn fix_text(answer: &FixAnswer, style: Style) -> String {
    let mut out = String::new();
    for fixed in &answer.fixed {
        let rule = style.quiet(&format!("[{}]", fixed.rule));
        let title = style.sentence(&fixed.title);
        let file = safe(&fixed.file);
        out.push_str(&format!(
            "{}{rule}: {file}: {title}\n",
            style.good("mended")
        ));
    }
    if answer.fixed.is_empty() {
        out.push_str("nothing is mended\n");
    }
    for left in &answer.refused {
        let rule = style.quiet(&format!("[{}]", left.rule));
        let title = style.sentence(&left.title);
        let file = safe(&left.file);
        out.push_str(&format!("left{rule}: {file}: {title}\n"));
        if let Some(brings) = &left.brings {
            let message = style.sentence(&brings.message);
            let rule = style.quiet(&format!("[{}]", brings.rule));
            out.push_str(&format!("  it would bring about {message} {rule}\n"));
        }
    }
    out.push('\n');
    out
}

/// What fixes change, as `diff -u` writes it; empty where nothing changes.
#[must_use]
pub fn fix_diff(answer: &FixAnswer, texts: Texts<'_>) -> String {
    let mut out = String::new();
    for fixed in &answer.files {
        let was = texts(&fixed.name).unwrap_or_default();
        let name = safe(&fixed.name);
        let diff = TextDiff::from_lines(was, &fixed.text);
        let mut lines = diff.unified_diff();
        let (old, new) = (format!("a/{name}"), format!("b/{name}"));
        out.push_str(&lines.context_radius(3).header(&old, &new).to_string());
    }
    out
}
