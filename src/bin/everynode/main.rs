//! The native command line: a Host with files and a terminal, around the CLI of the core.
fn main() {}
