use crate::report::layout::char_width;
use crate::report::xml::escape;
use crate::source::is_unsafe;

/// A pixel. Lengths are tenths of one, so that no number is a float and the same input gives the same bytes.
pub(super) const PX: i64 = 10;

/// What is drawn so far.
#[derive(Debug, Default)]
pub(super) struct Canvas {
    out: String,
}

impl Canvas {
    pub(super) fn into_text(self) -> String {
        self.out
    }

    /// Markup of ours, as it stands.
    pub(super) fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Text of anybody.
    pub(super) fn escaped(&mut self, text: &str) {
        escape(text, &mut self.out);
    }

    /// A rectangle.
    pub(super) fn rect(&mut self, class: &str, [x, y, width, height]: [i64; 4]) {
        self.out.push_str("<rect class=\"");
        self.out.push_str(class);
        for (name, value) in [("x", x), ("y", y), ("width", width), ("height", height)] {
            self.out.push_str("\" ");
            self.out.push_str(name);
            self.out.push_str("=\"");
            number(value, &mut self.out);
        }
        self.out.push_str("\"/>\n");
    }

    /// A shape whose path is ours.
    pub(super) fn path(&mut self, class: &str, path: &Path) {
        if path.0.is_empty() {
            return;
        }
        self.raw("<path class=\"");
        self.raw(class);
        self.raw("\" d=\"");
        self.raw(&path.0);
        self.raw("\"/>\n");
    }

    /// A text that begins, or where `anchor` says so ends or has its middle, at a point.
    pub(super) fn text(&mut self, class: &str, [x, y]: [i64; 2], anchor: Anchor, text: &str) {
        self.text_start(class, [x, y], anchor);
        self.escaped(text);
        self.raw("</text>\n");
    }

    /// A text in which the parts between backticks are set as code. `quoted`: whether the text before it, of which this is
    /// the next line, ended between them.
    pub(super) fn prose(&mut self, class: &str, at: [i64; 2], text: &str, quoted: &mut bool) {
        self.text_start(class, at, Anchor::Start);
        for (index, part) in text.split('`').enumerate() {
            if index > 0 {
                *quoted = !*quoted;
            }
            if part.is_empty() {
                continue;
            }
            if *quoted {
                self.raw("<tspan class=\"m\">");
            }
            self.escaped(part);
            if *quoted {
                self.raw("</tspan>");
            }
        }
        self.raw("</text>\n");
    }

    fn text_start(&mut self, class: &str, [x, y]: [i64; 2], anchor: Anchor) {
        self.raw("<text");
        if !class.is_empty() {
            self.raw(" class=\"");
            self.raw(class);
            self.raw("\"");
        }
        for (name, value) in [(" x=\"", x), (" y=\"", y)] {
            self.raw(name);
            number(value, &mut self.out);
            self.raw("\"");
        }
        self.raw(match anchor {
            Anchor::Start => ">",
            Anchor::Middle => " text-anchor=\"middle\">",
            Anchor::End => " text-anchor=\"end\">",
        });
    }

    /// The name of what is drawn until [`end_group`](Self::end_group): browsers show it where the pointer is.
    pub(super) fn group(&mut self, title: &str) {
        self.raw("<g><title>");
        self.escaped(title);
        self.raw("</title>\n");
    }

    pub(super) fn end_group(&mut self) {
        self.raw("</g>\n");
    }
}

/// Which part of a text lies at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// The `d` of a path.
#[derive(Debug, Default)]
pub(super) struct Path(String);

impl Path {
    pub(super) fn to(&mut self, command: char, numbers: &[i64]) -> &mut Self {
        self.0.push(command);
        for (at, value) in numbers.iter().enumerate() {
            if at > 0 {
                self.0.push(' ');
            }
            number(*value, &mut self.0);
        }
        self
    }

    pub(super) fn close(&mut self) {
        self.0.push('z');
    }
}

/// Tenths of a pixel, in pixels: `12.5`.
fn number(tenths: i64, out: &mut String) {
    if tenths < 0 {
        out.push('-');
    }
    let size = tenths.unsigned_abs();
    out.push_str(&(size / 10).to_string());
    if !size.is_multiple_of(10) {
        out.push('.');
        out.push_str(&(size % 10).to_string());
    }
}

/// A text of at most so many columns, cut at its end.
pub(super) fn cut(text: &str, most: usize) -> String {
    let (mut width, mut out) = (0, String::new());
    for c in text.chars() {
        width += columns(c);
        if width > most {
            while let Some(last) = out.pop() {
                width = width.saturating_sub(columns(last));
                if width <= most {
                    break;
                }
            }
            out.push('…');
            return out;
        }
        out.push(c);
    }
    out
}

/// About how long a text is in the size of most of them, in tenths of a pixel: fonts are those of whoever looks, and the
/// widest usual ones have to fit.
pub(super) fn length(text: &str) -> i64 {
    let columns: usize = text.chars().map(columns).sum();
    i64::try_from(columns).unwrap_or(i64::MAX / 100) * 66
}

fn columns(c: char) -> usize {
    match is_unsafe(c) {
        true => c.escape_unicode().len(),
        false => char_width(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_have_one_figure_behind_the_point() {
        for (tenths, text) in [
            (0, "0"),
            (5, "0.5"),
            (10, "1"),
            (12_345, "1234.5"),
            (-7, "-0.7"),
        ] {
            let mut out = String::new();
            number(tenths, &mut out);
            assert_eq!(out, text);
        }
    }

    #[test]
    fn names_are_cut_at_their_end() {
        for (name, most, shown) in [
            ("worker-1", 8, "worker-1"),
            ("worker-10", 8, "worker-…"),
            ("漢字漢字", 6, "漢字…"),
            ("", 3, ""),
        ] {
            assert_eq!(cut(name, most), shown);
        }
    }
}
