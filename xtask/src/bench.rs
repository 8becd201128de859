//! `cargo xtask bench`: builds what is measured, then measures.

use std::ffi::OsString;

use anyhow::{Result, bail};

use crate::project::Project;
use crate::shell::Shell;
use crate::{npm, pkg, wasm};

/// Builds the package, the module that times parts of an answer alone, and the libraries that ours is compared with. Then
/// benches/bench.mjs gets the folder of the module, and the arguments.
pub(crate) fn run(project: &Project, shell: &Shell, arguments: &[OsString]) -> Result<()> {
    let bench = project.path("benches/bench.mjs");
    if !bench.exists() {
        bail!("{} is not there", project.relative(&bench).display());
    }
    pkg::build(project, shell)?;
    let module = wasm::build_bench(project, shell)?;
    npm::install(project, shell, "tests")?;
    shell.run(project.node([bench, module]).args(arguments))
}
