//! The build system: `cargo xtask play | test | pkg | …`, from a fresh clone to everything that is shipped.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line tool speaks through its terminal"
)]

mod bench;
mod corpus;
mod element;
mod fingerprint;
mod r#gen;
mod glue;
mod new_rule;
mod npm;
mod page;
mod pkg;
mod play;
mod project;
#[cfg(feature = "runner")]
mod runner;
mod serve;
mod shell;
mod test;
mod tools;
mod wasm;
mod www;

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::Arg;

use crate::project::Project;
use crate::shell::Shell;

const USAGE: &str = "\
cargo xtask COMMAND

  play [--port N] [--no-open]   build everything, serve the playground on this machine, open it
  test [--all] [--verbose] [STAGE…]
                                everything that must pass; `--list` names the stages
  wasm                          the core as WebAssembly with its glue, into pkg/dist
  pkg                           the npm package: wasm, TypeScript, tarball
  www, pages                    the playground as plain files for any path of any host, into www/dist
  gen [--check]                 write the generated files, or say which are stale
  new-rule NAME                 lay out a lint rule: its file, fixtures, page, changelog line
  bench [ARGUMENT…]             build what benches/bench.mjs measures, and run it; `bench page` measures the playground
  screenshots [FOLDER [NAME…]]  docs/screenshots again, or the pictures of all scenes into a folder
  corpus                        ask the oracle for tests/corpus again (needs Go)
  corpus --functions            count how often each of Kubernetes' validation functions fails in it (needs Go)
  judge FOLDER…                 ask the oracle about the manifests of folders, and compare (needs Go)
  fixes                         ask the oracle about every fix (needs Go)

Needed beforehand: rustup, Node 20.19 or later with npm, a C compiler. The rest is set up by the commands.
";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let mut arguments = lexopt::Parser::from_env();
    let command = match arguments.next()? {
        Some(Arg::Value(command)) => command.to_string_lossy().into_owned(),
        Some(Arg::Short('h') | Arg::Long("help")) | None => "help".to_owned(),
        Some(other) => return Err(other.unexpected().into()),
    };
    let project = Project::open();
    let shell = Shell::terminal(project.root());
    match command.as_str() {
        "help" => print!("{USAGE}"),
        "play" => play::run(&project, &shell, &mut arguments)?,
        "test" => return test::run(&project, &mut arguments),
        "test-runner" => return test_runner(rest(&mut arguments)?),
        "bench" => bench::run(&project, &shell, &rest(&mut arguments)?)?,
        "screenshots" => {
            let folder = rest(&mut arguments)?;
            page::drive(&project, &shell, "tests/browser/screenshots.mjs", &folder)?;
        }
        "gen" => r#gen::run(&project, &mut arguments)?,
        "wasm" => alone(&mut arguments).and_then(|()| wasm::build(&project, &shell))?,
        "pkg" => alone(&mut arguments).and_then(|()| pkg::pack(&project, &shell).map(drop))?,
        "www" | "pages" => alone(&mut arguments).and_then(|()| www::build(&project, &shell))?,
        "new-rule" => new_rule::run(&project, &arguments.value()?.to_string_lossy())?,
        "corpus" => match rest(&mut arguments)?.as_slice() {
            [] => corpus::run(&project, &shell)?,
            [option] if option == "--functions" => corpus::functions(&project, &shell)?,
            _ => bail!("cargo xtask corpus [--functions]"),
        },
        "judge" => corpus::judge(&project, &shell, &rest(&mut arguments)?)?,
        "fixes" => alone(&mut arguments).and_then(|()| corpus::fixes(&project, &shell))?,
        _ => bail!("no command is called `{command}`\n\n{USAGE}"),
    }
    Ok(ExitCode::SUCCESS)
}

/// Holds that nothing follows the command.
fn alone(arguments: &mut lexopt::Parser) -> Result<()> {
    match arguments.next()? {
        Some(other) => Err(other.unexpected().into()),
        None => Ok(()),
    }
}

/// All that follows the command, as it is.
fn rest(arguments: &mut lexopt::Parser) -> Result<Vec<OsString>> {
    Ok(arguments.raw_args()?.collect())
}

#[cfg(feature = "runner")]
fn test_runner(arguments: Vec<OsString>) -> Result<ExitCode> {
    runner::run(arguments).map(|()| ExitCode::SUCCESS)
}

#[cfg(not(feature = "runner"))]
fn test_runner(_: Vec<OsString>) -> Result<ExitCode> {
    bail!(
        "the test runner is behind a feature: `cargo run --package xtask --features runner -- test-runner FILE`"
    )
}
