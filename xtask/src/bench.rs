//! `cargo xtask bench`: builds what is measured, then measures. `cargo xtask bench page` does so with the playground.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::project::Project;
use crate::shell::{self, Shell};
use crate::{npm, page, pkg, wasm};

/// Programs of others that ours is held against, from the Go module proxy: a reviewer, and one that validates by schemas.
const REVIEWER: &str = "github.com/zegl/kube-score/cmd/kube-score@v1.20.0";
const VALIDATOR: &str = "github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0";

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
    let steps = executable(&messages, "validate")?;
    let reviewer = peer(project, shell, "kube-score", REVIEWER)?;
    let validator = peer(project, shell, "kubeconform", VALIDATOR)?;
    let open_api = match validator.as_os_str().is_empty() {
        true => PathBuf::new(),
        false => open_api(project)?,
    };
    npm::install(project, shell, "tests")?;
    let programs = [
        bench, module, growth, costs, steps, program, reviewer, validator, open_api,
    ];
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
        "--bench",
        "validate",
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

/// Builds a program of others, and answers where it lies; nothing where there is no Go to build it with.
fn peer(project: &Project, shell: &Shell, name: &str, module: &str) -> Result<PathBuf> {
    let folder = project.path("target/bench");
    let program = folder.join(name);
    if program.exists() {
        return Ok(program);
    }
    let has_go = shell::output(Command::new("go").arg("version")).is_ok();
    if !has_go {
        shell.say(&format!("no Go here: it is measured without {name}"));
        return Ok(PathBuf::new());
    }
    let mut install = Command::new("go");
    install.args(["install", module]).env("GOBIN", &folder);
    shell.timed(&format!("build {name}"), || shell.run(&mut install))?;
    Ok(program)
}

/// Kubernetes' own OpenAPI file, in the module that the oracle is built from.
fn open_api(project: &Project) -> Result<PathBuf> {
    let module = ["mod", "download", "-json", "k8s.io/kubernetes"];
    let mut download = project.command("go", ["-C", "conformance"]);
    let described: Value = serde_json::from_str(&shell::output(download.args(module))?)?;
    let folder = described.get("Dir").and_then(Value::as_str);
    let folder = folder.context("go names no folder of k8s.io/kubernetes")?;
    Ok(PathBuf::from(folder).join("api/openapi-spec/swagger.json"))
}
