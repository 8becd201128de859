//! The table of stages.

use super::Row;
use super::count::Count;

/// A line for each stage: name, time, tests, and what there is to say.
pub(super) fn render(rows: &[Row]) -> String {
    let mut lines = vec![format!(
        "{:<12} {:>8} {:>7} {:>7}  note",
        "stage", "time", "passed", "failed"
    )];
    for Row {
        name,
        time,
        count,
        note,
        ..
    } in rows
    {
        let (seconds, Count { passed, failed }) = (time.as_secs_f64(), *count);
        let line = format!("{name:<12} {seconds:>6.1} s {passed:>7} {failed:>7}  {note}");
        lines.push(line.trim_end().to_owned());
    }
    let seconds: f64 = rows.iter().map(|row| row.time.as_secs_f64()).sum();
    lines.push(format!("{:<12} {seconds:>6.1} s\n", "all"));
    lines.join("\n")
}

/// How a stage ended, behind its time.
pub(super) fn outcome(count: Count, note: &str) -> String {
    let Count { passed, failed } = count;
    let text = match (passed, failed) {
        (0, 0) => note.to_owned(),
        (_, 0) => format!("{passed} passed  {note}"),
        _ => format!("{passed} passed, {failed} failed  {note}"),
    };
    text.trim_end().to_owned()
}
