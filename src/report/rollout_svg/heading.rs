use super::MARGIN;
use super::canvas::{Anchor, Canvas, PX, Path, cut};
use crate::ffi::RolloutFound;
use crate::report::layout::wrap;
use crate::report::rollout_meaning::sentences;

/// Columns of a line in the size of the verdict, and of one below it.
const VERDICT: usize = 98;
const LINE: usize = 150;

/// Whose update it is, how it ends, who holds it up and what frees it. Where it ends, in tenths of a pixel.
pub(super) fn heading(canvas: &mut Canvas, found: &RolloutFound) -> i64 {
    let reference = &found.daemon_set;
    let name = format!("{}/{}", reference.namespace, reference.name);
    let mut y = 26 * PX;
    canvas.text("n b", [MARGIN, y], Anchor::Start, &cut(&name, 120));
    y += 24 * PX;
    glyph(canvas, found.outcome, y - 6 * PX);
    for line in wrap(&found.verdict, VERDICT) {
        let at = [MARGIN + 19 * PX, y];
        canvas.text("h", at, Anchor::Start, &cut(&line, VERDICT));
        y += 22 * PX;
    }
    for text in sentences(found) {
        let mut quoted = false;
        for line in wrap(&text, LINE) {
            canvas.prose("s", [MARGIN, y], &cut(&line, LINE), &mut quoted);
            y += 17 * PX;
        }
    }
    y
}

/// A disc, half of one or a cross: how it ends, told by its shape.
fn glyph(canvas: &mut Canvas, outcome: &str, middle: i64) {
    let (left, right) = (MARGIN + PX, MARGIN + 11 * PX);
    let mut path = Path::default();
    match outcome {
        "complete" => {
            path.to('M', &[left, middle])
                .to('a', &[50, 50, 0, 10, 0, 100, 0])
                .to('a', &[50, 50, 0, 10, 0, -100, 0])
                .close();
            canvas.path("good", &path);
        }
        "waiting" => {
            path.to('M', &[(left + right) / 2, middle - 50])
                .to('a', &[50, 50, 0, 0, 0, 0, 100])
                .close();
            canvas.path("doubt", &path);
        }
        _ => {
            path.to('M', &[left + PX, middle - 40])
                .to('l', &[80, 80])
                .to('m', &[0, -80])
                .to('l', &[-80, 80]);
            canvas.path("dead", &path);
        }
    }
}
