//! A text into documents, at lines that begin with `---`, as kubectl does: before anybody looks at the YAML, so that a
//! broken document cannot hide the others.

/// One document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Document<'t> {
    pub(super) text: &'t str,
    /// Where it starts in the whole text.
    pub(super) start: usize,
    /// What stands on its `---` line besides a comment, which kubectl refuses: the first byte and one past the last.
    pub(super) junk: Option<(usize, usize)>,
}

/// Documents in the order of the text, empty ones included.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/yaml/decoder.go YAMLReader.Read (v1.36.3)
pub(super) fn documents(text: &str) -> impl Iterator<Item = Document<'_>> {
    let mut start = 0;
    let mut junk = None;
    let mut over = false;
    std::iter::from_fn(move || {
        if over {
            return None;
        }
        let rest = text.get(start..).unwrap_or_default();
        let Some(separator) = find_separator(rest) else {
            over = true;
            return Some(Document {
                text: rest,
                start,
                junk,
            });
        };
        let document = Document {
            text: rest.get(..separator).unwrap_or_default(),
            start,
            junk,
        };
        let line = start + separator;
        let behind = text.get(line..).unwrap_or_default();
        let end = behind.find('\n').map_or(text.len(), |at| line + at + 1);
        let content = text.get(line + 3..end).unwrap_or_default();
        let inner = content.trim();
        let lead = content.len() - content.trim_start().len();
        junk = (!inner.is_empty() && !inner.starts_with('#'))
            .then_some((line + 3 + lead, line + 3 + lead + inner.len()));
        start = end;
        Some(document)
    })
}

/// The first line that begins with `---`.
fn find_separator(text: &str) -> Option<usize> {
    if text.starts_with("---") {
        return Some(0);
    }
    text.find("\n---").map(|at| at + 1)
}

/// Whether there is nothing but comments and blank lines.
pub(super) fn is_empty(text: &str) -> bool {
    text.lines().all(|line| {
        let line = line.trim_start();
        line.is_empty() || line.starts_with('#')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        documents(text).map(|document| document.text).collect()
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
    }

    #[test]
    fn content_on_the_line_of_a_separator_is_noted() {
        let junk: Vec<_> = documents("a\n--- {b: c}\nd\n----\n---  # e\n")
            .map(|document| document.junk)
            .collect();
        assert_eq!(junk, [None, Some((6, 12)), Some((18, 19)), None]);
    }
}
