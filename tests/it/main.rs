//! Native integration tests.

// clippy.toml lifts these inside of test functions only; helpers of tests are tests too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "tests fail by panicking and print what they measured"
)]

mod cli;
mod configuration;
mod conformance;
mod contract;
mod cut_short;
mod defaulting;
mod examples;
mod explain;
mod judged;
mod judged_together;
mod kubectl_rows;
mod layers;
mod lint;
mod node_ports;
mod patches;
mod picture;
mod place;
mod properties;
mod random;
mod reading;
mod real_manifests;
mod recorded;
mod rolling_update;
mod scenario;
mod shared;
mod shuffled;
mod suggestions;
mod timing;
mod updates;
mod upstream;
mod validating;
