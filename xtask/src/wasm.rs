//! `cargo xtask wasm`: the core as WebAssembly, for pages and for npm's command line, each with its glue, into pkg/dist.

mod binary;
mod likeness;
mod shorten;
mod silence;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};
use base64::Engine as _;

use crate::fingerprint::{self, Fingerprint};
use crate::project::Project;
use crate::shell::{self, Shell};
use crate::{glue, npm, tools};

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Whether the core exports anything to JavaScript; without it there is neither a package nor a page to build.
pub(crate) fn has_border(project: &Project) -> Result<bool> {
    Ok(shell::read_text(&project.path("src/wasm.rs"))?.contains("#[wasm_bindgen"))
}

/// Sets the flags of everything that is compiled for WebAssembly.
///
/// Every supported host has 128-bit vectors, and searching bytes is 1.4 times faster with them. Names of the newer kind say
/// which type a function is of, where the older name functions of several types alike: what is taken out by name is found,
/// and functions stand in a better order. The stack is a fifth shorter than it would be, so that the addresses of data,
/// which is behind it, take three bytes instead of four: 0.1 % of what pages load.
pub(crate) fn flags(command: &mut Command) -> &mut Command {
    command
        // Those of the target only: build scripts and what runs beside get none of it, and flags for all would win.
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            "-C target-feature=+simd128 -C symbol-mangling-version=v0 -C link-arg=-zstack-size=851968",
        )
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
}

/// What wasm-opt does.
///
/// What counts is what travels. Functions that are called once stay functions, and what is computed twice is computed twice:
/// in a large function, or with a local for every value, each local has a number of its own, and gzip finds little that
/// repeats. That makes a tenth of the gzip. Nothing of Rust's begins in the first kilobyte of memory, where the stack
/// would end, so that addresses need no care. Names stay, for what comes after.
const WASM_OPT: &[&str] = &[
    "-Os",
    "--one-caller-inline-max-function-size=20",
    "--skip-pass=local-cse",
    "--skip-pass=ssa-nomerge",
    "--low-memory-unused",
    "--debuginfo",
];

/// What wasm-opt does last: it puts functions in the order of their names, and takes the names away.
const IN_ORDER: &[&str] = &[
    "--reorder-functions-by-name",
    "--strip-debug",
    "--strip-producers",
];

/// What a module may use, one by one: with `--all-features` wasm-opt writes types that Node 20 refuses.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-simd",
];

/// What is written into pkg/dist. All else there is compiled from pkg/src.
pub(crate) const OUTPUTS: [&str; 9] = [
    "everynode.wasm",
    "glue.js",
    "glue.d.ts",
    "wasm-inline.js",
    "wasm-inline.d.ts",
    "start.wasm",
    "cli.wasm",
    "cli-glue.js",
    "cli-glue.d.ts",
];

/// The module that programs load.
pub(crate) fn module(project: &Project) -> PathBuf {
    project.path("pkg/dist/everynode.wasm")
}

/// The module that a page loads first.
pub(crate) fn start_module(project: &Project) -> PathBuf {
    project.path("pkg/dist/start.wasm")
}

/// Compiles the core three times and writes the [`OUTPUTS`].
///
/// Pages pay for every byte and have no terminal, so what prints for one is in a module of its own. And they have somebody
/// who waits: start.wasm does without the API server, and answers until everynode.wasm is there. Both have the same glue.
pub(crate) fn build(project: &Project, shell: &Shell) -> Result<()> {
    set_up(project, shell)?;
    let programs = Module {
        name: "everynode",
        glue: "glue",
        features: &[],
    };
    let start = Module {
        name: "start",
        glue: "start-glue",
        features: &["--no-default-features"],
    };
    let command_line = Module {
        name: "cli",
        glue: "cli-glue",
        features: &["--features", "cli"],
    };
    let dist = project.path("pkg/dist");
    programs.build(project, shell, &dist)?;
    inline(project, shell)?;
    let scratch = project.scratch("start");
    start.build(project, shell, &scratch)?;
    let glue = shell::read_text(&dist.join("glue.js"))?;
    ensure!(
        shell::read_text(&scratch.join("start-glue.js"))? == glue,
        "start.wasm has another glue than everynode.wasm"
    );
    shell::write(
        &start_module(project),
        shell::read(&scratch.join("start.wasm"))?,
    )?;
    command_line.build(project, shell, &dist)
}

/// Compiles the core once more, with what `cargo xtask bench` times alone, and answers the folder of the module and its
/// glue. Compiled and optimised like the page's.
pub(crate) fn build_bench(project: &Project, shell: &Shell) -> Result<PathBuf> {
    set_up(project, shell)?;
    let bench = Module {
        name: "bench",
        glue: "bench-glue",
        features: &["--features", "bench"],
    };
    let folder = project.scratch("bench");
    bench.build(project, shell, &folder)?;
    Ok(folder)
}

fn set_up(project: &Project, shell: &Shell) -> Result<()> {
    tools::prerequisites(project)?;
    tools::wasm_target(project, shell)?;
    // wasm-opt is in there.
    npm::install(project, shell, "pkg")
}

/// The bytes of the page's module as text, for programs that load no files.
fn inline(project: &Project, shell: &Shell) -> Result<()> {
    let dist = project.path("pkg/dist");
    let module = module(project);
    let inputs = Fingerprint::default()
        .file(&module)
        .folder(&project.path("xtask/src"))?;
    let outputs = ["wasm-inline.js", "wasm-inline.d.ts"].map(|name| dist.join(name));
    fingerprint::step(project, shell, "wasm as text", &inputs, &outputs, || {
        let text = base64::engine::general_purpose::STANDARD.encode(shell::read(&module)?);
        shell::write(
            &dist.join("wasm-inline.js"),
            format!("export default \"{text}\";\n"),
        )?;
        let types = "/** The bytes of everynode.wasm in base64. */\ndeclare const wasm: string;\nexport default wasm;\n";
        shell::write(&dist.join("wasm-inline.d.ts"), types)
    })
}

/// One WebAssembly of the core.
struct Module {
    /// Of its file.
    name: &'static str,
    /// Name of the glue beside it.
    glue: &'static str,
    /// For cargo.
    features: &'static [&'static str],
}

impl Module {
    fn build(&self, project: &Project, shell: &Shell, folder: &Path) -> Result<()> {
        let mut compile = project.cargo(["build", "--quiet", "--profile", "wasm", "--lib"]);
        compile.args(["--package", "everynode", "--target", TARGET]);
        compile.args(self.features);
        let what = format!("compile {}.wasm", self.name);
        shell.timed(&what, || shell.run(flags(&mut compile)))?;

        // All modules are compiled to the same place, one after the other.
        let compiled = project.target(&format!("{TARGET}/wasm/everynode.wasm"));
        let optimiser = project.path("pkg/node_modules/binaryen");
        let inputs = Fingerprint::default()
            .file(&compiled)
            .file(&optimiser.join("package.json"))
            .file(&project.path("Cargo.lock"))
            .folder(&project.path("xtask/src"))?;
        let module = folder.join(format!("{}.wasm", self.name));
        let script = folder.join(format!("{}.js", self.glue));
        let types = folder.join(format!("{}.d.ts", self.glue));
        let outputs = [module.clone(), script.clone(), types.clone()];
        let what = format!("glue and wasm-opt of {}.wasm", self.name);
        fingerprint::step(project, shell, &what, &inputs, &outputs, || {
            let glue = project.scratch("glue").join(self.name);
            glue::write(&compiled, &glue)?;
            let silent = silence::silence(&shell::read(&glue.join("everynode_bg.wasm"))?)?;
            let long = shell::read_text(&glue.join("everynode.js"))?;
            let (silent, short) = shorten::shorten(&silent, &long)?;
            let scratch = |step: &str| project.scratch(&format!("{}-{step}.wasm", self.name));
            let wasm_opt = |from: &Path, to: &Path, passes: &[&str]| {
                let program = optimiser.join("bin/wasm-opt");
                let arguments = [program.as_path(), from, Path::new("-o"), to];
                shell.run(project.node(arguments).args(passes).args(FEATURES))
            };
            let [input, optimised, named, ordered] =
                ["silent", "optimised", "named", "ordered"].map(scratch);
            shell::write(&input, silent)?;
            wasm_opt(&input, &optimised, WASM_OPT)?;
            shell::write(
                &named,
                likeness::named_by_likeness(&shell::read(&optimised)?)?,
            )?;
            wasm_opt(&named, &ordered, IN_ORDER)?;
            shell::write(&module, shell::read(&ordered)?)?;
            shell::write(&script, short)?;
            shell::write(&types, shell::read(&glue.join("everynode.d.ts"))?)
        })
    }
}
