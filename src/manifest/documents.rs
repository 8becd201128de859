//! A text into documents, at lines that begin with `---`, as kubectl does: before anybody looks at the YAML, so that a
//! broken document cannot hide the others.

use crate::source::unremarkable;

/// One document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Document<'t> {
    pub(super) text: &'t str,
    /// Where it starts in the whole text.
    pub(super) start: usize,
    /// What stands on its `---` line besides a comment, which kubectl refuses.
    pub(super) junk: Option<Junk>,
}

/// Text behind a `---`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Junk {
    /// One past the `---`.
    pub(super) dashes: usize,
    /// The first byte.
    pub(super) start: usize,
    /// One past the last byte.
    pub(super) end: usize,
}

impl Junk {
    /// From what is behind a `---` on its line.
    fn find(dashes: usize, content: &str) -> Option<Self> {
        let inner = content.trim();
        let start = dashes + content.len() - content.trim_start().len();
        (!inner.is_empty() && !inner.starts_with('#')).then_some(Self {
            dashes,
            start,
            end: start + inner.len(),
        })
    }

    /// Whether a blank sets it off, as other readers of YAML want it: to them, it begins the document.
    pub(super) fn is_content(self) -> bool {
        self.start > self.dashes
    }
}

/// Documents in the order of the text, empty ones included. Each may begin with a byte-order mark, which is left out.
/// Every line of the text begins with `lead`, which is empty but for passages of a page.
///
/// DIFFERENCE: what stands behind `---` on its line begins the document, where kubectl refuses the file.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/yaml/decoder.go YAMLReader.Read (v1.36.3)
pub(super) fn documents<'t>(text: &'t str, lead: &str) -> impl Iterator<Item = Document<'t>> {
    let mut next = Some((0, None));
    let separator = format!("{lead}---");
    std::iter::from_fn(move || {
        let (from, junk) = next?;
        let rest = text.get(from..).unwrap_or_default();
        let within = junk.is_some_and(|junk: Junk| junk.is_content());
        let separator = find_separator(rest, &separator, within);
        next = separator.map(|separator| {
            let dashes = from + separator + 3;
            let behind = text.get(dashes..).unwrap_or_default();
            let end = dashes + behind.find('\n').map_or(behind.len(), |at| at + 1);
            let junk = Junk::find(dashes, text.get(dashes..end).unwrap_or_default());
            match junk {
                Some(junk) if junk.is_content() => (junk.start, Some(junk)),
                _ => (end, junk),
            }
        });
        let own = rest.get(..separator.unwrap_or(rest.len()));
        let own = own.unwrap_or_default();
        let marked = own.strip_prefix('\u{feff}').unwrap_or(own);
        Some(Document {
            text: marked,
            start: from + own.len() - marked.len(),
            junk,
        })
    })
}

/// The first `---` of a separator: a line that begins with the blanks that all lines begin with, and the dashes. The text
/// may begin `within` a line.
fn find_separator(text: &str, separator: &str, within: bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut begins = !within;
    loop {
        if begins && bytes.get(at..)?.starts_with(separator.as_bytes()) {
            return Some(at + separator.len() - "---".len());
        }
        begins = true;
        // To the next line.
        loop {
            at += unremarkable(bytes.get(at..)?, [b'\n'; 2]) + 1;
            if bytes.get(at - 1)? == &b'\n' {
                break;
            }
        }
    }
}

/// Whether there is nothing but comments and blank lines.
pub(super) fn is_empty(text: &str) -> bool {
    text.split(['\n', '\r']).all(|line| {
        let line = line.trim_start();
        line.is_empty() || line.starts_with('#')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        documents(text, "").map(|document| document.text).collect()
    }

    #[test]
    fn splits_at_lines_that_begin_with_three_dashes() {
        assert_eq!(split(""), [""]);
        assert_eq!(split("a: b"), ["a: b"]);
        assert_eq!(split("---\na: b\n---\nc: d\n"), ["", "a: b\n", "c: d\n"]);
        assert_eq!(split("a: b\r\n--- # x\r\nc: d"), ["a: b\r\n", "c: d"]);
        assert_eq!(
            split("a: |\n  ---\n"),
            ["a: |\n  ---\n"],
            "indented is text"
        );
        assert_eq!(
            split("a: |\n---\n  b\n"),
            ["a: |\n", "  b\n"],
            "even in a block scalar"
        );
        assert_eq!(split("a\n---"), ["a\n", ""]);
        assert_eq!(split("a\n--- {b: c}\nd"), ["a\n", "{b: c}\nd"]);
        assert_eq!(split("a\n----\nd"), ["a\n", "d"]);
        assert_eq!(split("--- --- b\nc"), ["", "--- b\nc"]);
        assert_eq!(split("a\n---\n\u{feff}b"), ["a\n", "b"]);
    }

    #[test]
    fn every_line_of_a_passage_has_its_lead() {
        let text = "  ---\n  a: |\n    ---\n  ---\n  b: c\n---\n";
        let split: Vec<_> = documents(text, "  ")
            .map(|document| (document.text.trim(), document.start))
            .collect();
        assert_eq!(split, [("", 0), ("a: |\n    ---", 6), ("b: c\n---", 27)]);
    }

    #[test]
    fn content_on_the_line_of_a_separator_is_noted() {
        let junk: Vec<_> = documents("a\n--- {b: c}\nd\n----\n---  # e\n", "")
            .map(|document| document.junk.map(|junk| (junk.start, junk.end)))
            .collect();
        assert_eq!(junk, [None, Some((6, 12)), Some((18, 19)), None]);
    }
}
