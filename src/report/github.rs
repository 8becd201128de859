use super::safe_text::safe;
use crate::ffi::LintAnswer;

/// Findings as commands of a GitHub workflow, which shows them beside the lines of a pull request.
///
/// Columns are left out where a finding goes over several lines: GitHub takes them for one line alone.
#[must_use]
pub fn github(answer: &LintAnswer) -> String {
    let mut out = String::new();
    for finding in &answer.diagnostics {
        let command = match finding.severity {
            "info" => "notice",
            severity => severity,
        };
        let (start, end) = (finding.range.start, finding.range.end);
        let file = property(&finding.file);
        out.push_str(&format!(
            "::{command} file={file},line={},endLine={}",
            start.line, end.line
        ));
        if start.line == end.line {
            out.push_str(&format!(",col={},endColumn={}", start.column, end.column));
        }
        out.push_str(&format!(",title={}::", property(finding.rule)));
        out.push_str(&data(&safe(&finding.message)));
        for more in [&finding.why, &finding.help].into_iter().flatten() {
            out.push_str("%0A");
            out.push_str(&data(&safe(more)));
        }
        out.push('\n');
    }
    out
}

/// What stands behind the command.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// What stands in it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_command_early() {
        assert_eq!(data("100%\nnext"), "100%25%0Anext");
        assert_eq!(property("a:b,c%\r"), "a%3Ab%2Cc%25%0D");
    }
}
