//! How the time of an update grows with the number of Nodes, natively: `cargo xtask bench` runs it beside the WebAssembly.
//!
//! Arguments: how many rounds, then a file of Nodes for each size, and the two files of the DaemonSet before and after at
//! the end. A line of JSON for each size; the best round counts.

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
    let [rounds, files @ .., old, new] = arguments.as_slice() else {
        panic!("growth ROUNDS NODES... OLD NEW");
    };
    let rounds: usize = rounds.parse().expect("a number of rounds");
    for nodes in files {
        let mut session = Session::new();
        for file in [old, new, nodes] {
            session.set_bytes(file, &std::fs::read(file).unwrap());
        }
        let bench = session.bench();
        let mut best = f64::INFINITY;
        let mut course = [0, 0];
        for _ in 0..rounds {
            let start = Instant::now();
            course = bench.rollout().expect("an update");
            best = best.min(start.elapsed().as_secs_f64() * 1000.0);
        }
        let [steps, seconds] = course;
        println!("{{\"milliseconds\": {best:.3}, \"steps\": {steps}, \"seconds\": {seconds}}}");
    }
}
