use super::Style;
use super::layout::char_width;
use super::safe_text::safe;
use crate::ffi::{Diagnostic, Range};

/// Columns of a line of input that are shown; a longer one is cut around the place.
const WIDEST: usize = 100;

/// The texts that findings are about, by name.
pub type Texts<'a> = &'a dyn Fn(&str) -> Option<&'a str>;

/// Findings with the lines that they are about, and one line with their number. Empty when there is none.
#[must_use]
pub fn findings(found: &[Diagnostic], texts: Texts<'_>, style: Style) -> String {
    let mut out = String::new();
    for finding in found {
        one(finding, texts, style, &mut out);
        out.push('\n');
    }
    if !found.is_empty() {
        out.push_str(&summary(found));
        out.push('\n');
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

fn one(finding: &Diagnostic, texts: Texts<'_>, style: Style, out: &mut String) {
    let severity = match finding.severity {
        "error" => style.bad("error"),
        "warning" => style.doubtful("warning"),
        _ => style.good("note"),
    };
    let rule = style.quiet(&format!("[{}]", finding.rule));
    let message = style.sentence(&finding.message);
    let start = finding.range.start;
    let at = format!("{}:{}:{}", safe(&finding.file), start.line, start.column);
    out.push_str(&format!("{severity}{rule}: {message}\n"));
    out.push_str(&format!(" {} {at}\n", style.quiet("-->")));
    if let Some(text) = texts(&finding.file) {
        out.push_str(&frame(text, finding.range, style));
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
}

/// The line of a place with the line before it, and carets under the place.
fn frame(text: &str, range: Range, style: Style) -> String {
    let line_of = |number: u32| {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        let line = text.split('\n').nth(index)?;
        Some(line.strip_suffix('\r').unwrap_or(line))
    };
    let Some(line) = line_of(range.start.line) else {
        return String::new();
    };
    let gutter = range.start.line.to_string().len();
    let bar = style.quiet("|");
    let mut out = format!("{} {bar}\n", " ".repeat(gutter));
    let before = range.start.line.checked_sub(1);
    if let Some((number, line)) = before.and_then(|number| Some((number, line_of(number)?)))
        && !line.trim().is_empty()
    {
        let (shown, _) = cut(line, 1, 1);
        let number = style.quiet(&format!("{number:>gutter$}"));
        out.push_str(format!("{number} {bar} {shown}").trim_end());
        out.push('\n');
    }
    let end = match range.end.line == range.start.line {
        true => range.end.column,
        false => u32::MAX,
    };
    let (shown, carets) = cut(line, range.start.column, end);
    let number = style.quiet(&range.start.line.to_string());
    out.push_str(format!("{number} {bar} {shown}").trim_end());
    let carets = style.bad(&carets);
    out.push_str(&format!("\n{} {bar} {carets}\n", " ".repeat(gutter)));
    out
}

/// A line made safe and cut to what fits around the columns from `start` to `end` (in UTF-16, from 1), and the carets
/// that stand under them.
fn cut(line: &str, start: u32, end: u32) -> (String, String) {
    let mut column = 1;
    let (mut shown, mut before, mut under) = (String::new(), 0, 0);
    let mut dropped = false;
    for c in line.chars() {
        let inside = column >= start && column < end.max(start + 1);
        column += u32::try_from(c.len_utf16()).unwrap_or(1);
        let piece = safe(c.encode_utf8(&mut [0; 4]));
        let wide: usize = piece.chars().map(char_width).sum();
        if inside {
            if under + wide > WIDEST {
                dropped = true;
                break;
            }
            under += wide;
        } else if column <= start {
            before += wide;
        } else if before + under + wide > WIDEST {
            dropped = true;
            break;
        }
        shown.push_str(&piece);
        // Keep the part in front of the place short.
        while before > WIDEST / 2 && shown.chars().next().is_some() {
            let first = shown.remove(0);
            before -= char_width(first);
        }
        if column > start && !inside && under > 0 && before + under > WIDEST {
            dropped = true;
            break;
        }
    }
    if dropped {
        shown.push('…');
    }
    (
        shown,
        format!("{}{}", " ".repeat(before), "^".repeat(under.max(1))),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn carets_stand_under_the_place() {
        for (line, start, end, shown, carets) in [
            ("abc", 2, 3, "abc", " ^"),
            ("\tabc", 1, 2, " abc", "^"),
            ("ü🚀x", 4, 5, "ü🚀x", "   ^"),
            ("abc", 4, 4, "abc", "   ^"),
            ("a\u{1b}b", 3, 4, "a\\u{1b}b", "       ^"),
        ] {
            assert_eq!(
                cut(line, start, end),
                (shown.to_owned(), carets.to_owned()),
                "{line}"
            );
        }
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let line = format!("{}X{}", "a".repeat(5000), "b".repeat(5000));
        let (shown, carets) = cut(&line, 5001, 5002);
        assert!(shown.contains('X') && shown.len() < 250, "{shown}");
        let at = carets.len() - 1;
        assert_eq!(shown.chars().nth(at), Some('X'));
    }
}
