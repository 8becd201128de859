//! The playground built, served and given to a script that drives a browser: `cargo xtask bench page | screenshots`.

use std::ffi::OsString;
use std::thread;

use anyhow::Result;

use crate::project::Project;
use crate::serve::Server;
use crate::shell::Shell;
use crate::{npm, tools, www};

/// Gives the script the page's address and the browser, and then the arguments.
pub(crate) fn drive(
    project: &Project,
    shell: &Shell,
    script: &str,
    arguments: &[OsString],
) -> Result<()> {
    www::build(project, shell)?;
    npm::install(project, shell, "tests")?;
    let chromium = tools::chromium(project, shell)?;
    let server = Server::bind(&project.path("www/dist"), 0)?;
    let address = server.address()?;
    thread::spawn(move || server.run());
    let script = project.path(script).into_os_string();
    let mut node = project.node([script]);
    shell.run(node.arg(address).arg(chromium).args(arguments))
}
