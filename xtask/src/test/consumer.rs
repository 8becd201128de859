//! The package as its users get it: the packed tarball, installed in an empty folder.

use anyhow::Result;

use super::{Done, javascript};
use crate::project::Project;
use crate::shell::Shell;
use crate::{npm, pkg, tools};

pub(super) fn run(project: &Project, shell: &Shell) -> Result<Done> {
    if !npm::is_package(project, "pkg") {
        return Ok(Done::Skipped("pkg has no package.json".to_owned()));
    }
    npm::install(project, shell, "tests")?;
    let chromium = tools::chromium(project, shell)?;
    let tarball = pkg::pack(project, shell)?;
    let mut command = project.node(["--test"]);
    command.args(javascript::tests(project, "tests/consumer")?);
    shell.run(
        command
            .env("EVERYNODE_TARBALL", tarball)
            .env("CHROMIUM", chromium),
    )?;
    Done::passed()
}
