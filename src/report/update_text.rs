use super::Style;
use super::safe_text::safe;
use crate::ffi::UpdateFound;
use crate::words::count;

/// Changes that are shown, where not all are asked for.
const CHANGES: usize = 12;

/// What the update is: a sentence, then each change with what it does, what goes and what comes.
pub(super) fn update_lines(update: &UpdateFound, all: bool, style: Style) -> String {
    let mut out = String::new();
    let mut line = |parts: &[&str]| {
        out.push_str(&parts.concat());
        out.push('\n');
    };
    line(&["  ", &safe(&update.sentence)]);
    let left_out = update.changes.len().saturating_sub(CHANGES);
    let shown = match left_out {
        2.. if !all => CHANGES,
        _ => usize::MAX,
    };
    for change in update.changes.iter().take(shown) {
        let path = safe(&change.path);
        let order = if change.reordered {
            "other order, "
        } else {
            ""
        };
        match update.refused.is_empty() {
            true => line(&[
                "    ",
                &path,
                "  ",
                &style.quiet(&[order, change.text].concat()),
            ]),
            false => line(&["    ", &path]),
        }
        if let Some(before) = &change.before {
            line(&["    ", &style.bad(&["- ", &safe(before)].concat())]);
        }
        if let Some(after) = &change.after {
            line(&["    ", &style.good(&["+ ", &safe(after)].concat())]);
        }
    }
    let hidden = if shown == CHANGES { left_out } else { 0 };
    match hidden + update.more_changes as usize {
        0 => {}
        more => line(&["    … ", &count(more, "change"), " more"]),
    }
    out
}
