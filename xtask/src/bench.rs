//! `cargo xtask bench`: builds what is measured, then measures. `cargo xtask bench page` does so with the playground.

use std::ffi::OsString;
use std::path::PathBuf;
use std::thread;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::project::Project;
use crate::serve::Server;
use crate::shell::{self, Shell};
use crate::{npm, pkg, tools, wasm, www};

/// Builds the package, the module that times parts of an answer alone, the same as a program, and the libraries that ours
/// is compared with. Then benches/bench.mjs gets the folder of the module, the program, and the arguments.
pub(crate) fn run(project: &Project, shell: &Shell, arguments: &[OsString]) -> Result<()> {
    if arguments == ["page"] {
        return page(project, shell);
    }
    let bench = project.path("benches/bench.mjs");
    if !bench.exists() {
        bail!("{} is not there", project.relative(&bench).display());
    }
    pkg::build(project, shell)?;
    let module = wasm::build_bench(project, shell)?;
    let native = native(project, shell)?;
    npm::install(project, shell, "tests")?;
    shell.run(project.node([bench, module, native]).args(arguments))
}

/// Serves the playground, and gives its address and the browser to benches/page.mjs.
fn page(project: &Project, shell: &Shell) -> Result<()> {
    www::build(project, shell)?;
    npm::install(project, shell, "tests")?;
    let chromium = tools::chromium(project, shell)?;
    let server = Server::bind(&project.path("www/dist"), 0)?;
    let address = server.address()?;
    thread::spawn(move || server.run());
    let script = project.path("benches/page.mjs").into_os_string();
    shell.run(project.node([script]).arg(address).arg(chromium))
}

/// Builds benches/growth.rs, and answers where the program lies.
fn native(project: &Project, shell: &Shell) -> Result<PathBuf> {
    let mut compile = project.cargo(["bench", "--quiet", "--no-run", "--message-format=json"]);
    compile.args(["--package", "everynode", "--bench", "growth"]);
    compile.args(["--features", "bench"]);
    let messages = shell.timed("compile growth", || shell::output(&mut compile))?;
    let program = messages.lines().find_map(|line| {
        let message: Value = serde_json::from_str(line).ok()?;
        let wanted = message.pointer("/target/name")? == "growth";
        let program = message.get("executable")?.as_str()?;
        wanted.then(|| PathBuf::from(program))
    });
    program.context("cargo names no program")
}
