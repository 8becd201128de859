//! Puts functions that are alike side by side, where gzip finds what repeats.

use std::borrow::Cow;
use std::collections::{BTreeMap, VecDeque};

use anyhow::Result;

use super::binary::{self, CODE, NAMES, push_counted, push_number};

/// Bytes in a row that count as the same piece.
const PIECE: usize = 6;
/// Pieces in more functions than this tell nothing.
const COMMON: usize = 500;
/// Bytes before a function that it is held against. gzip looks further back, and pays more for it.
const WINDOW: usize = 8000;

/// A module whose functions have names that sort them by likeness, for `wasm-opt --reorder-functions-by-name`.
///
/// That is 3 % of what pages load.
pub(super) fn named_by_likeness(module: &[u8]) -> Result<Vec<u8>> {
    let mut sections = binary::sections(module)?;
    let first = binary::imported(&sections)?;
    let code = sections.iter().find(|(number, _)| *number == CODE);
    let code = code.map(|(_, code)| code.clone()).unwrap_or_default();
    let order = order(&binary::bodies(&code)?);
    let mut places = vec![0; order.len()];
    for (place, function) in order.into_iter().enumerate() {
        if let Some(own) = places.get_mut(function) {
            *own = place;
        }
    }
    let mut functions = Vec::new();
    push_number(&mut functions, places.len());
    for (function, place) in places.into_iter().enumerate() {
        push_number(&mut functions, first + function);
        push_counted(&mut functions, format!("{place:06}").as_bytes());
    }
    let mut names = Vec::new();
    push_counted(&mut names, b"name");
    names.push(1);
    push_counted(&mut names, &functions);
    sections.retain(|(number, _)| *number != NAMES);
    sections.push((NAMES, Cow::Owned(names)));
    Ok(binary::module(&sections))
}

/// Positions of bodies, each behind those that it shares most with for its length.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let (pieces, functions) = shared_pieces(bodies);
    let mut rest: Vec<usize> = (0..bodies.len()).collect();
    // Of each piece, how many functions in the window have it; of each function, how many pieces the window has.
    let mut seen = vec![0_u32; functions.len()];
    let mut score = vec![0_usize; bodies.len()];
    let mut window = VecDeque::new();
    let mut bytes = 0;
    let mut order = Vec::new();
    let length = |function: usize| bodies.get(function).map_or(0, |body| body.len());
    while let Some(at) = best(&rest, &score, &length) {
        let next = rest.swap_remove(at);
        order.push(next);
        window.push_back(next);
        bytes += length(next);
        for piece in pieces.get(next).into_iter().flatten() {
            if let Some(count) = seen.get_mut(*piece) {
                *count += 1;
                if *count == 1 {
                    change(&functions, *piece, &mut score, |score| *score += 1);
                }
            }
        }
        while bytes > WINDOW && window.len() > 1 {
            let Some(gone) = window.pop_front() else {
                break;
            };
            bytes -= length(gone);
            for piece in pieces.get(gone).into_iter().flatten() {
                if let Some(count) = seen.get_mut(*piece) {
                    *count -= 1;
                    if *count == 0 {
                        change(&functions, *piece, &mut score, |score| *score -= 1);
                    }
                }
            }
        }
    }
    order
}

/// Where the one stands that shares most for its length; of equals the longest, then the first.
fn best(rest: &[usize], score: &[usize], length: &dyn Fn(usize) -> usize) -> Option<usize> {
    let of = |function: usize| (score.get(function).copied().unwrap_or(0), length(function));
    let places = rest.iter().enumerate();
    let best = places.max_by(|(_, a), (_, b)| {
        let ((score_a, length_a), (score_b, length_b)) = (of(**a), of(**b));
        // As fractions; a few bytes of every function are its own.
        let by_share = (score_a * (length_b + 8)).cmp(&(score_b * (length_a + 8)));
        by_share.then(length_a.cmp(&length_b)).then(b.cmp(a))
    });
    best.map(|(at, _)| at)
}

fn change(
    functions: &[Vec<usize>],
    piece: usize,
    score: &mut [usize],
    change: impl Fn(&mut usize),
) {
    for function in functions.get(piece).into_iter().flatten() {
        if let Some(score) = score.get_mut(*function) {
            change(score);
        }
    }
}

/// The pieces that several functions have and not too many: by function, and the functions by piece.
fn shared_pieces(bodies: &[&[u8]]) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let mut of: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
    for (function, body) in bodies.iter().enumerate() {
        for piece in body.windows(PIECE) {
            let functions = of.entry(piece).or_default();
            if functions.last() != Some(&function) {
                functions.push(function);
            }
        }
    }
    let mut pieces = vec![Vec::new(); bodies.len()];
    let mut functions = Vec::new();
    let shared = of
        .into_values()
        .filter(|of| (2..=COMMON).contains(&of.len()));
    for shared in shared {
        for function in &shared {
            if let Some(own) = pieces.get_mut(*function) {
                own.push(functions.len());
            }
        }
        functions.push(shared);
    }
    (pieces, functions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_that_share_pieces_stand_side_by_side() {
        let bodies: [&[u8]; 4] = [b"abcdefghij", b"0123456789", b"abcdefgxyz", b"0123456qrs"];
        assert_eq!(order(&bodies), [0, 2, 1, 3]);
    }

    #[test]
    fn every_function_is_placed_once() {
        let bodies: Vec<Vec<u8>> = (0..300_u32)
            .map(|seed| {
                let bytes =
                    (0..40).map(|at| (seed.wrapping_mul(at / 7 + 3) % 251).to_le_bytes()[0]);
                bytes.collect()
            })
            .collect();
        let bodies: Vec<&[u8]> = bodies.iter().map(Vec::as_slice).collect();
        let mut placed = order(&bodies);
        placed.sort_unstable();
        assert!(placed.into_iter().eq(0..300));
    }
}
