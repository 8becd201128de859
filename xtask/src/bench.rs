//! `cargo xtask bench`: builds what is measured, then measures. `cargo xtask bench page` does so with the playground.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::project::Project;
use crate::shell::{self, Shell};
use crate::{npm, page, pkg, wasm};

/// The reviewer of others that ours is held against, from the Go module proxy.
const PEER: &str = "github.com/zegl/kube-score/cmd/kube-score@v1.20.0";

/// Builds the package, the module that times parts of an answer alone, the same as programs, and what ours is compared
/// with. Then benches/bench.mjs gets the folder of the module, the programs, and the arguments.
pub(crate) fn run(project: &Project, shell: &Shell, arguments: &[OsString]) -> Result<()> {
    if arguments == ["page"] {
        return page::drive(project, shell, "benches/page.mjs", &[]);
    }
    let bench = project.path("benches/bench.mjs");
    if !bench.exists() {
        bail!("{} is not there", project.relative(&bench).display());
    }
    pkg::build(project, shell)?;
    let module = wasm::build_bench(project, shell)?;
    let messages = compile(project, shell)?;
    let growth = executable(&messages, "growth")?;
    let costs = executable(&messages, "review")?;
    let program = executable(&messages, "everynode")?;
    let peer = peer(project, shell)?;
    npm::install(project, shell, "tests")?;
    let programs = [bench, module, growth, costs, program, peer];
    shell.run(project.node(programs).args(arguments))
}

/// Builds the programs of benches/ and the one that is shipped; answers what cargo says of it.
fn compile(project: &Project, shell: &Shell) -> Result<String> {
    let mut compile = project.cargo(["build", "--quiet", "--release", "--message-format=json"]);
    compile.args(["--package", "everynode", "--features", "bench"]);
    compile.args([
        "--bin",
        "everynode",
        "--bench",
        "growth",
        "--bench",
        "review",
    ]);
    shell.timed("compile natively", || shell::output(&mut compile))
}

/// Where a program lies.
fn executable(messages: &str, name: &str) -> Result<PathBuf> {
    let program = messages.lines().find_map(|line| {
        let message: Value = serde_json::from_str(line).ok()?;
        let wanted = message.pointer("/target/name")? == name;
        let program = message.get("executable")?.as_str()?;
        wanted.then(|| PathBuf::from(program))
    });
    program.with_context(|| format!("cargo names no program `{name}`"))
}

/// Builds [`PEER`], and answers where it lies; nothing where there is no Go to build it with.
fn peer(project: &Project, shell: &Shell) -> Result<PathBuf> {
    let folder = project.path("target/bench");
    let program = folder.join("kube-score");
    if program.exists() {
        return Ok(program);
    }
    let has_go = shell::output(Command::new("go").arg("version")).is_ok();
    if !has_go {
        shell.say("no Go here: the review is measured without kube-score");
        return Ok(PathBuf::new());
    }
    let mut install = Command::new("go");
    install.args(["install", PEER]).env("GOBIN", &folder);
    shell.timed("build kube-score", || shell.run(&mut install))?;
    Ok(program)
}
