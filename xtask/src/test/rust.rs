//! Stages that Cargo runs.

use anyhow::{Context as _, Result};

use super::Done;
use crate::project::Project;
use crate::shell::{self, Shell};
use crate::{tools, wasm};

/// A test of wasm-bindgen's own, by its attribute.
const WASM_TEST: &str = "#[wasm_bindgen_test";

pub(super) fn fmt(project: &Project, shell: &Shell) -> Result<Done> {
    shell.run(&mut project.cargo(["fmt", "--all", "--check"]))?;
    Done::passed()
}

pub(super) fn clippy(project: &Project, shell: &Shell) -> Result<Done> {
    let arguments = [
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--",
        "--deny",
        "warnings",
    ];
    shell.run(&mut project.cargo(arguments))?;
    Done::passed()
}

pub(super) fn clippy_wasm(project: &Project, shell: &Shell) -> Result<Done> {
    tools::wasm_target(project, shell)?;
    let mut command = project.cargo(["clippy", "--quiet", "--lib", "--test", "wasm"]);
    command.args(["--package", "everynode", "--target", wasm::TARGET]);
    // What only some modules export is compiled by no other stage of the lints.
    command.args(["--features", "cli,bench", "--", "--deny", "warnings"]);
    shell.run(wasm::flags(&mut command))?;
    Done::passed()
}

pub(super) fn doc(project: &Project, shell: &Shell) -> Result<Done> {
    let mut command = project.cargo(["doc", "--quiet", "--no-deps", "--document-private-items"]);
    command
        .args(["--package", "everynode", "--lib"])
        .env("RUSTDOCFLAGS", "--deny warnings");
    shell.run(&mut command)?;
    Done::passed()
}

/// One package after the other: asked for together, they would share features, and what xtask is made of would be
/// compiled a second time.
pub(super) fn native(project: &Project, shell: &Shell) -> Result<Done> {
    let core = shell.run(&mut project.cargo(["test", "--no-fail-fast", "--package", "everynode"]));
    let xtask = shell.run(&mut project.cargo(["test", "--no-fail-fast", "--package", "xtask"]));
    core.and(xtask)?;
    Done::passed()
}

pub(super) fn release(project: &Project, shell: &Shell) -> Result<Done> {
    shell.run(&mut project.cargo([
        "test",
        "--release",
        "--no-fail-fast",
        "--package",
        "everynode",
    ]))?;
    Done::passed()
}

/// Builds the runner that .cargo/config.toml names, then runs the tests with it.
pub(super) fn wasm(project: &Project, shell: &Shell) -> Result<Done> {
    if !shell::read_text(&project.path("tests/wasm.rs"))?.contains(WASM_TEST) {
        return Ok(Done::Skipped("tests/wasm.rs holds no test".to_owned()));
    }
    tools::wasm_target(project, shell)?;
    tools::chromium(project, shell)?;
    let target = project.target("runner");
    let mut runner = project.cargo([
        "build",
        "--quiet",
        "--package",
        "xtask",
        "--features",
        "runner",
    ]);
    shell.run(runner.arg("--target-dir").arg(&target))?;

    let mut tests = project.cargo(["test", "--package", "everynode", "--test", "wasm"]);
    tests.args(["--target", wasm::TARGET]);
    tests.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
        format!("{} test-runner", target.join("debug/xtask").display()),
    );
    // Seconds; the runner's own 5 and 20 are short for a browser that starts on a busy machine.
    tests.env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60");
    tests.env("WASM_BINDGEN_TEST_TIMEOUT", "180");
    shell
        .run(wasm::flags(&mut tests))
        .context("the tests in the browser")?;
    Done::passed()
}

/// Without the advisories: they are fetched from a host that not every machine reaches.
pub(super) fn deny(project: &Project, shell: &Shell) -> Result<Done> {
    if tools::find("cargo-deny").is_none() {
        return Ok(Done::Skipped(
            "cargo-deny is not there; `cargo install --locked cargo-deny`".to_owned(),
        ));
    }
    shell.run(&mut project.cargo([
        "deny",
        "--workspace",
        "check",
        "bans",
        "licenses",
        "sources",
    ]))?;
    Done::passed()
}
