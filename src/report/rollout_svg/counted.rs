use super::bars::{ABOVE, BELOW, Layer, STATES};
use super::canvas::{Canvas, PX, Path};
use super::rows::Spans;
use super::scale::Scale;
use crate::ffi::RolloutFound;
use crate::order::sort_by_key;

const LAYERS: usize = BELOW.len() + 1;

/// Where the numbers change: the place in the picture, and the numbers from there on.
type Counts = (i64, [i64; LAYERS]);

/// Many Nodes: new Pods from below, old ones from above; what stays open between them is served by none.
pub(super) fn counted(
    canvas: &mut Canvas,
    found: &RolloutFound,
    nodes: &[u32],
    scale: Scale,
    [top, height]: [i64; 2],
) {
    let counts = counts(found, nodes, scale);
    let all = i64::try_from(nodes.len()).unwrap_or(i64::MAX).max(1);
    let length = |nodes: i64| nodes * height / all;
    for (at, (_, class)) in BELOW.iter().enumerate() {
        let y = |counts: &[i64; LAYERS], layers: usize| {
            top + height - length(counts.iter().take(layers).sum())
        };
        let path = area(&counts, scale, |counts| (y(counts, at), y(counts, at + 1)));
        canvas.path(class, &path);
    }
    let path = area(&counts, scale, |[.., old]| (top, top + length(*old)));
    canvas.path(ABOVE.1, &path);
    let mut frame = Path::default();
    for y in [top + PX / 2, top + height - PX / 2] {
        frame.to('M', &[scale.left, y]).to('H', &[scale.right]);
    }
    canvas.path("frame", &frame);
}

fn counts(found: &RolloutFound, nodes: &[u32], scale: Scale) -> Vec<Counts> {
    let mut changes: Vec<(i64, usize, i64)> = Vec::new();
    for node in nodes {
        let spans = Spans::of(found, *node);
        let mut before = None;
        for (since, state) in spans.since.iter().zip(spans.states) {
            let layer = STATES.get(*state as usize).and_then(|state| state.layer);
            // Half a pixel is as fine as anybody sees.
            let x = scale.x(*since) / 5 * 5;
            for (layer, by) in [(before, -1), (layer, 1)] {
                if let Some(at) = layer.and_then(position) {
                    changes.push((x, at, by));
                }
            }
            before = layer;
        }
    }
    sort_by_key(&mut changes, |(x, ..)| *x);
    let mut counts: Vec<Counts> = Vec::new();
    let mut now = [0; LAYERS];
    for (x, at, by) in changes {
        if let Some(number) = now.get_mut(at) {
            *number += by;
        }
        match counts.last_mut() {
            Some((last, counts)) if *last == x => *counts = now,
            _ => counts.push((x, now)),
        }
    }
    counts
}

fn position(layer: Layer) -> Option<usize> {
    let mut layers = BELOW.iter().chain([&ABOVE]);
    layers.position(|(each, _)| *each == layer)
}

/// The steps between two edges, as one shape; empty where they are never apart.
fn area(counts: &[Counts], scale: Scale, edges: impl Fn(&[i64; LAYERS]) -> (i64, i64)) -> Path {
    let mut path = Path::default();
    // Stretches in which there is something, each a shape of its own.
    let mut stretch: Vec<(i64, i64, i64)> = Vec::new();
    let ends = counts.iter().skip(1).map(|(x, _)| *x);
    for ((x, counts), to) in counts.iter().zip(ends.chain([scale.right])) {
        let (one, other) = edges(counts);
        let (high, low) = (one.min(other), one.max(other));
        if high == low {
            shape(&mut path, &stretch, *x);
            stretch.clear();
        } else if stretch.last().map(|(_, high, low)| (*high, *low)) != Some((high, low)) {
            stretch.push((*x, high, low));
        }
        if to == scale.right {
            shape(&mut path, &stretch, to);
            stretch.clear();
        }
    }
    path
}

fn shape(path: &mut Path, stretch: &[(i64, i64, i64)], end: i64) {
    let Some((begin, first, _)) = stretch.first() else {
        return;
    };
    path.to('M', &[*begin, *first]);
    let mut y = *first;
    for (x, high, _) in stretch.iter().skip(1) {
        if *high != y {
            path.to('H', &[*x]).to('V', &[*high]);
            y = *high;
        }
    }
    path.to('H', &[end]);
    let mut y = None;
    for (x, _, low) in stretch.iter().rev() {
        if y != Some(*low) {
            path.to('V', &[*low]);
            y = Some(*low);
        }
        path.to('H', &[*x]);
    }
    path.close();
}
