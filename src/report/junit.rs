use super::xml::escape;
use crate::ffi::{Diagnostic, LintAnswer};

/// Findings as a report of tests: a suite a file, a case a finding. Errors and warnings are failures, advice is a case that passes;
/// a file of which nothing is said has one case that passes.
#[must_use]
pub fn junit(answer: &LintAnswer) -> String {
    let files = files(answer);
    let failures = |found: &[&Diagnostic]| found.iter().filter(|one| is_failure(one)).count();
    let all: Vec<&Diagnostic> = answer.diagnostics.iter().collect();
    let cases: usize = files.iter().map(|file| of(answer, file).len().max(1)).sum();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str(&format!(
        "<testsuites name=\"everynode\" tests=\"{cases}\" failures=\"{}\">\n",
        failures(&all)
    ));
    for file in files {
        let found = of(answer, file);
        let name = escaped(file);
        out.push_str(&format!(
            "  <testsuite name=\"{name}\" tests=\"{}\" failures=\"{}\">\n",
            found.len().max(1),
            failures(&found)
        ));
        if found.is_empty() {
            out.push_str(&format!(
                "    <testcase name=\"nothing is found\" classname=\"{name}\"/>\n"
            ));
        }
        for finding in found {
            case(finding, &name, &mut out);
        }
        out.push_str("  </testsuite>\n");
    }
    out.push_str("</testsuites>\n");
    out
}

fn case(finding: &Diagnostic, file: &str, out: &mut String) {
    let at = finding.range.start;
    let message = escaped(&finding.message);
    out.push_str(&format!(
        "    <testcase name=\"{} at {}:{}\" classname=\"{file}\">\n",
        finding.rule, at.line, at.column
    ));
    let mut text = format!("{file}:{}:{}: {message}", at.line, at.column);
    for more in [&finding.why, &finding.help].into_iter().flatten() {
        text.push('\n');
        escape(more, &mut text);
    }
    out.push_str(&match is_failure(finding) {
        true => format!(
            "      <failure type=\"{}\" message=\"{message}\">{text}</failure>\n",
            finding.severity
        ),
        false => format!("      <system-out>{text}</system-out>\n"),
    });
    out.push_str("    </testcase>\n");
}

fn is_failure(finding: &Diagnostic) -> bool {
    finding.severity != "info"
}

/// The files that were read or that something is said of, by name.
fn files(answer: &LintAnswer) -> Vec<&str> {
    let read = answer.objects.iter().map(|object| object.file.as_str());
    let said = answer.diagnostics.iter().map(|one| one.file.as_str());
    let mut files: Vec<&str> = read.chain(said).collect();
    files.sort_unstable();
    files.dedup();
    files
}

fn of<'a>(answer: &'a LintAnswer, file: &str) -> Vec<&'a Diagnostic> {
    let found = answer.diagnostics.iter();
    found.filter(|finding| finding.file == file).collect()
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(text, &mut out);
    out
}
