use super::canvas::{Anchor, Canvas, PX, Path, cut};
use super::scale::{Scale, clock};
use super::{MARGIN, WIDTH};
use crate::ffi::RolloutFound;
use crate::words::count;

/// Events of this kind and of later ones come from outside.
const OUTSIDE: u32 = 4;
/// How their causes begin.
const SCENARIO: &str = "the scenario: ";
/// Moments that are told one by one.
const TOLD: usize = 6;
/// Columns of a line.
const LINE: usize = 150;

/// What comes from outside amid the update, and when, each moment once.
pub(super) fn outside(found: &RolloutFound) -> Vec<(u32, String)> {
    let events = &found.events;
    let columns = events
        .kind
        .0
        .iter()
        .zip(&events.step.0)
        .zip(&events.cause.0);
    let mut moments: Vec<(u32, String)> = Vec::new();
    let mut last = None;
    for ((kind, step), cause) in columns {
        let time = found.steps.time.0.get(*step as usize);
        let text = found.causes.get(*cause as usize);
        let (Some(time), Some(text)) = (time, text) else {
            continue;
        };
        // Pods that somebody deletes are deleted like others, but for the cause.
        let (from_outside, text) = match text.strip_prefix(SCENARIO) {
            Some(text) => (true, text),
            None => (*kind >= OUTSIDE, text.as_str()),
        };
        if !from_outside {
            continue;
        }
        // One cause may be several events, one after the other.
        if last.replace((*step, *cause)) == Some((*step, *cause)) {
            continue;
        }
        match moments.last_mut() {
            Some((of, said)) if of == time => {
                if said.len() < LINE {
                    said.push_str("; ");
                    said.push_str(text);
                }
            }
            _ => moments.push((*time, text.to_owned())),
        }
    }
    moments
}

/// A line over the whole height at each moment.
pub(super) fn lines(
    canvas: &mut Canvas,
    moments: &[(u32, String)],
    scale: Scale,
    [top, bottom]: [i64; 2],
) {
    let mut last = scale.left;
    for (time, text) in moments
        .iter()
        .filter(|(time, _)| i64::from(*time) <= scale.end)
    {
        let x = scale.x(*time);
        // Many at one place look like one.
        if x - last < PX {
            continue;
        }
        last = x;
        canvas.group(&format!("{}: {text}", clock(*time)));
        let mut line = Path::default();
        line.to('M', &[x, top]).to('V', &[bottom]);
        canvas.path("mark dash", &line);
        canvas.end_group();
    }
}

/// What the lines are. Where it ends, in tenths of a pixel.
pub(super) fn told(canvas: &mut Canvas, moments: &[(u32, String)], top: i64) -> i64 {
    let mut y = top;
    if moments.is_empty() {
        return y;
    }
    y += 22 * PX;
    canvas.text("b ink", [MARGIN, y], Anchor::Start, "From outside");
    // One is not hidden behind "1 more".
    let most = match moments.len() <= TOLD + 1 {
        true => moments.len(),
        false => TOLD,
    };
    let left = MARGIN + 100 * PX;
    for (time, text) in moments.iter().take(most) {
        canvas.text("", [left + 46 * PX, y], Anchor::End, &clock(*time));
        let columns = usize::try_from((WIDTH - left) / 75).unwrap_or_default();
        let text = cut(text, columns.min(LINE));
        canvas.text("ink", [left + 56 * PX, y], Anchor::Start, &text);
        y += 16 * PX;
    }
    if moments.len() > most {
        let more = count(moments.len() - most, "moment");
        let at = [left + 56 * PX, y];
        canvas.text("", at, Anchor::Start, &format!("… {more} more"));
        y += 16 * PX;
    }
    y - 10 * PX
}
