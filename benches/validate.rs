//! What validation costs by step, natively, without the program around it: `cargo xtask bench` prints it.
//!
//! Arguments: how many rounds, then the file. A line of JSON for each step; the best round counts.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a program that measures reads files and the clock, prints, and fails aloud"
)]

use everynode::apiserver::{fill_in_defaults, validate};
use everynode::manifest::{Limits, strict};
use std::time::Instant;

const STEPS: [&str; 3] = ["read and decode strictly", "fill in defaults", "validate"];

fn main() {
    // Cargo adds an argument of its own at the end.
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--bench")
        .collect();
    let [rounds, file] = arguments.as_slice() else {
        panic!("validate ROUNDS FILE");
    };
    let rounds: usize = rounds.parse().expect("a number of rounds");
    let text = std::fs::read_to_string(file).unwrap();
    let mut best = [f64::INFINITY; 3];
    for _ in 0..rounds {
        let start = Instant::now();
        let decoded = strict(&text, &Limits::default()).into_iter();
        let mut objects: Vec<_> = decoded.filter_map(|decoded| decoded.object).collect();
        let read = Instant::now();
        objects.iter_mut().for_each(fill_in_defaults);
        let filled = Instant::now();
        let answers = objects.iter().map(|object| validate(object, None, false));
        let refused = answers.filter(|answer| !answer.errors.is_empty()).count();
        let end = Instant::now();
        assert_eq!(refused, 0, "the server takes all of them");
        let steps = [read - start, filled - read, end - filled];
        for (best, taken) in best.iter_mut().zip(steps) {
            *best = best.min(taken.as_secs_f64() * 1000.0);
        }
    }
    for (step, milliseconds) in STEPS.into_iter().zip(best) {
        println!("{{\"step\": \"{step}\", \"milliseconds\": {milliseconds:.3}}}");
    }
}
