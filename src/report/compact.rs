use super::safe_text::safe;
use crate::ffi::LintAnswer;

/// One line for each finding, as editors and `grep` take it: `file:line:column: severity rule: message`.
///
/// ```
/// use everynode::ffi::Session;
/// use everynode::report::compact;
/// let mut session = Session::new();
/// session.set_text("a.yaml", "kind: DaemonSet\n\tspec: {}\n");
/// let answer = session.lint(&Default::default()).unwrap();
/// assert!(compact(&answer).starts_with("a.yaml:2:1: error "));
/// ```
#[must_use]
pub fn compact(answer: &LintAnswer) -> String {
    let mut out = String::new();
    for finding in &answer.diagnostics {
        let at = finding.range.start;
        let file = safe(&finding.file);
        let message = safe(&finding.message);
        out.push_str(&format!(
            "{file}:{}:{}: {} {}: {message}\n",
            at.line, at.column, finding.severity, finding.rule
        ));
    }
    out
}
