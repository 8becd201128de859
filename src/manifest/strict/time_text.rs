//! Times in RFC 3339, and what Go says of those that are none.

use super::go_text::quote_time as quote;
use crate::model::Time;

const LAYOUT: &str = "2006-01-02T15:04:05Z07:00";

/// Reads a time; the error is Go's text.
///
/// Upstream: time Parse
pub(super) fn parse(text: &str) -> Result<Time, String> {
    read(text).map_err(|problem| match problem {
        Problem::At(rest, wanted) => format!(
            "parsing time {} as {}: cannot parse {} as {}",
            quote(text),
            quote(LAYOUT),
            quote(rest),
            quote(wanted),
        ),
        Problem::Range(part) => format!("parsing time {}: {part} out of range", quote(text)),
        Problem::Extra(rest) => {
            format!("parsing time {}: extra text: {}", quote(text), quote(rest))
        }
    })
}

enum Problem<'t> {
    At(&'t str, &'static str),
    Range(&'static str),
    Extra(&'t str),
}

/// What Go takes beyond RFC 3339: an hour of one digit, a comma before the fraction, offsets of 24 hours and 60 minutes.
fn read(text: &str) -> Result<Time, Problem<'_>> {
    let mut rest = text;
    let year = digits(&mut rest, 4, "2006")?;
    literal(&mut rest, "-")?;
    let month = digits(&mut rest, 2, "01")?;
    if !(1..=12).contains(&month) {
        return Err(Problem::Range("month"));
    }
    literal(&mut rest, "-")?;
    let day = digits(&mut rest, 2, "02")?;
    literal(&mut rest, "T")?;
    let two = rest.bytes().take(2).filter(u8::is_ascii_digit).count() == 2;
    let hour = digits(&mut rest, if two { 2 } else { 1 }, "15")?;
    if hour > 23 {
        return Err(Problem::Range("hour"));
    }
    literal(&mut rest, ":")?;
    let minute = digits(&mut rest, 2, "04")?;
    if minute > 59 {
        return Err(Problem::Range("minute"));
    }
    literal(&mut rest, ":")?;
    let second = digits(&mut rest, 2, "05")?;
    if second > 59 {
        return Err(Problem::Range("second"));
    }
    if let Some(fraction) = rest.strip_prefix(['.', ',']) {
        let after = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
        if after.len() < fraction.len() {
            rest = after;
        }
    }
    let offset = zone(&mut rest)?;
    if !rest.is_empty() {
        return Err(Problem::Extra(rest));
    }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    };
    if !(1..=days).contains(&day) {
        return Err(Problem::Range("day"));
    }
    let utc = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z");
    let seconds = Time::parse(&utc).unwrap_or_default().seconds - offset;
    Ok(Time { seconds })
}

fn literal<'t>(rest: &mut &'t str, wanted: &'static str) -> Result<(), Problem<'t>> {
    *rest = rest.strip_prefix(wanted).ok_or(Problem::At(rest, wanted))?;
    Ok(())
}

fn digits<'t>(rest: &mut &'t str, count: usize, wanted: &'static str) -> Result<u32, Problem<'t>> {
    let number = rest
        .get(..count)
        .filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))
        .and_then(|digits| digits.parse().ok());
    let number = number.ok_or(Problem::At(rest, wanted))?;
    *rest = rest.get(count..).unwrap_or_default();
    Ok(number)
}

/// Seconds to the east.
fn zone<'t>(rest: &mut &'t str) -> Result<i64, Problem<'t>> {
    if let Some(after) = rest.strip_prefix('Z') {
        *rest = after;
        return Ok(0);
    }
    let west = rest.starts_with('-');
    let bad = Problem::At(rest, "Z07:00");
    let number = |range| {
        let digits: Option<&str> = rest.get(range);
        let digits = digits.filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
        digits.and_then(|digits| digits.parse::<u32>().ok())
    };
    let (Some(hours), Some(minutes)) = (number(1..3), number(4..6)) else {
        return Err(bad);
    };
    if rest.get(3..4) != Some(":") || !rest.starts_with(['+', '-']) {
        return Err(bad);
    }
    if hours > 24 {
        return Err(Problem::Range("time zone offset hour"));
    }
    if minutes > 60 {
        return Err(Problem::Range("time zone offset minute"));
    }
    *rest = rest.get(6..).unwrap_or_default();
    let offset = i64::from(hours * 60 + minutes) * 60;
    Ok(if west { -offset } else { offset })
}
