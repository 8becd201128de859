//! `cargo xtask wasm`: the core as WebAssembly, its glue, and the same bytes as text, into pkg/dist.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;
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

/// Sets the flags of everything that is compiled for WebAssembly. Every supported host has 128-bit vectors, and
/// searching bytes is 1.4 times faster with them.
pub(crate) fn flags(command: &mut Command) -> &mut Command {
    command
        // Those of the target only: build scripts and what runs beside get none of it, and flags for all would win.
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            "-C target-feature=+simd128",
        )
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
}

/// What wasm-opt may use. Named one by one: with `--all-features` it writes types that Node 20 refuses.
const WASM_OPT: &[&str] = &[
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-simd",
];

/// What is written into pkg/dist. All else there is compiled from pkg/src.
pub(crate) const OUTPUTS: [&str; 5] = [
    "everynode.wasm",
    "glue.js",
    "glue.d.ts",
    "wasm-inline.js",
    "wasm-inline.d.ts",
];

/// The module that is shipped.
pub(crate) fn module(project: &Project) -> PathBuf {
    project.path("pkg/dist/everynode.wasm")
}

/// Compiles the core and writes the [`OUTPUTS`].
pub(crate) fn build(project: &Project, shell: &Shell) -> Result<()> {
    tools::prerequisites(project)?;
    tools::wasm_target(project, shell)?;
    // wasm-opt is in there.
    npm::install(project, shell, "pkg")?;

    let mut compile = project.cargo(["build", "--quiet", "--profile", "wasm", "--lib"]);
    compile.args(["--package", "everynode", "--target", TARGET]);
    shell.timed("compile the core", || shell.run(flags(&mut compile)))?;

    let compiled = project.target(&format!("{TARGET}/wasm/everynode.wasm"));
    let optimiser = project.path("pkg/node_modules/binaryen");
    let inputs = Fingerprint::default()
        .file(&compiled)
        .file(&optimiser.join("package.json"))
        .file(&project.path("Cargo.lock"))
        .folder(&project.path("xtask/src"))?;
    let dist = project.path("pkg/dist");
    let outputs = OUTPUTS.map(|name| dist.join(name));
    fingerprint::step(
        project,
        shell,
        "glue and wasm-opt",
        &inputs,
        &outputs,
        || {
            let glue = project.scratch("glue");
            glue::write(&compiled, &glue)?;
            let module = project.scratch("optimised.wasm");
            let wasm_opt = optimiser.join("bin/wasm-opt");
            let arguments = [
                wasm_opt.as_path(),
                &glue.join("everynode_bg.wasm"),
                Path::new("-o"),
                &module,
            ];
            shell.run(project.node(arguments).args(WASM_OPT))?;

            let module = shell::read(&module)?;
            shell::write(&dist.join("everynode.wasm"), &module)?;
            shell::write(
                &dist.join("glue.js"),
                shell::read(&glue.join("everynode.js"))?,
            )?;
            shell::write(
                &dist.join("glue.d.ts"),
                shell::read(&glue.join("everynode.d.ts"))?,
            )?;
            let text = base64::engine::general_purpose::STANDARD.encode(&module);
            shell::write(
                &dist.join("wasm-inline.js"),
                format!("export default \"{text}\";\n"),
            )?;
            let types = "/** The bytes of everynode.wasm in base64. */\ndeclare const wasm: string;\nexport default wasm;\n";
            shell::write(&dist.join("wasm-inline.d.ts"), types)
        },
    )
}
