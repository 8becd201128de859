//! `cargo xtask bench`: builds what is measured, then measures.

use std::ffi::OsString;

use anyhow::{Result, bail};

use crate::project::Project;
use crate::shell::Shell;
use crate::{npm, pkg};

/// Builds the package and the libraries it is compared with, and hands the arguments to benches/bench.mjs.
pub(crate) fn run(project: &Project, shell: &Shell, arguments: &[OsString]) -> Result<()> {
    let bench = project.path("benches/bench.mjs");
    if !bench.exists() {
        bail!("{} is not there", project.relative(&bench).display());
    }
    pkg::build(project, shell)?;
    npm::install(project, shell, "tests")?;
    shell.run(project.node([bench]).args(arguments))
}
