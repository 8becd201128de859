//! What a review costs by rule, natively: `cargo xtask bench` prints the dearest.
//!
//! Arguments: how many rounds, then the files. A line of JSON for each rule, the dearest first; the best round counts.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a program that measures reads files and the clock, prints, and fails aloud"
)]

use everynode::ffi::Session;
use std::time::Instant;

fn main() {
    // Cargo adds an argument of its own at the end.
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--bench")
        .collect();
    let [rounds, files @ ..] = arguments.as_slice() else {
        panic!("review ROUNDS FILES...");
    };
    let rounds: usize = rounds.parse().expect("a number of rounds");
    let mut session = Session::new();
    for file in files {
        session.set_bytes(file, &std::fs::read(file).unwrap());
    }
    let start = Instant::now();
    let clock = || start.elapsed().as_secs_f64() * 1000.0;
    let mut best = session.rule_costs(&clock);
    for _ in 1..rounds {
        for (own, (_, again)) in best.iter_mut().zip(session.rule_costs(&clock)) {
            own.1 = own.1.min(again);
        }
    }
    best.sort_by(|a, b| b.1.total_cmp(&a.1));
    for (rule, milliseconds) in best {
        println!("{{\"rule\": \"{rule}\", \"milliseconds\": {milliseconds:.3}}}");
    }
}
