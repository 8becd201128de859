//! Runs the tests of a WebAssembly module in a headless browser, for `cargo test --target wasm32-unknown-unknown`.

use std::ffi::OsString;
use std::iter;

use anyhow::Result;
use wasm_bindgen_cli::wasm_bindgen_test_runner;

/// What Cargo passes to a runner: the module, then the arguments after `--`.
pub(crate) fn run(arguments: Vec<OsString>) -> Result<()> {
    wasm_bindgen_test_runner::run_cli_with_args(iter::once("test-runner".into()).chain(arguments))
}
