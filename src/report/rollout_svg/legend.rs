use super::bars::{Bar, STATES, State, TALL};
use super::canvas::{Anchor, Canvas, PX, length};
use super::rows::{Row, Spans, rows_are_shared};
use super::{MARGIN, WIDTH};
use crate::ffi::RolloutFound;
use crate::words::{count, thousands};

/// What the bars mean: the states that occur. Where it ends, in tenths of a pixel.
pub(super) fn legend(canvas: &mut Canvas, found: &RolloutFound, rows: &[Row], top: i64) -> i64 {
    let mut occurs = [false; STATES.len()];
    let nodes = rows.iter().flat_map(|row| &row.nodes);
    for state in nodes.flat_map(|node| Spans::of(found, *node).states) {
        if let Some(occurs) = occurs.get_mut(*state as usize) {
            *occurs = true;
        }
    }
    // What there is comes before what there is not.
    let shown = STATES.iter().zip(occurs);
    let shown = shown.clone().skip(2).chain(shown.take(2));
    let shown = shown.filter(|(state, occurs)| *occurs && !state.name.is_empty());
    let (mut x, mut y) = (MARGIN, top + 2 * PX);
    for (state, _) in shown {
        let wide = length(state.name) + 46 * PX;
        if x + wide > WIDTH - MARGIN && x > MARGIN {
            x = MARGIN;
            y += 20 * PX;
        }
        entry(canvas, state, [x, y]);
        x += wide;
    }
    y += TALL + 4 * PX;
    if rows_are_shared(rows) {
        y += 14 * PX;
        let nodes: usize = rows.iter().map(|row| row.nodes.len()).sum();
        let said = format!(
            "{} in {} rows: those that go through the same states share one, the ones that hold the update up first.",
            count(nodes, "node"),
            thousands(rows.len())
        );
        canvas.text("", [MARGIN, y], Anchor::Start, &said);
        y += 4 * PX;
    }
    y + 6 * PX
}

fn entry(canvas: &mut Canvas, state: &'static State, [x, y]: [i64; 2]) {
    let bar = Bar {
        state,
        x,
        width: 27 * PX,
        last: false,
    };
    bar.shape(canvas, y);
    let at = [x + 32 * PX, y + 11 * PX];
    canvas.text("", at, Anchor::Start, state.name);
}
