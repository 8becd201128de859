//! `cargo xtask play`: builds everything and serves the playground on this machine.

use anyhow::Result;
use lexopt::{Arg, ValueExt as _};

use crate::project::Project;
use crate::serve::Server;
use crate::shell::Shell;
use crate::{tools, www};

/// The port that is tried first when none is asked for.
const PORT: u16 = 4136;

/// Reads `--port N` and `--no-open`, builds, serves. The last line printed is the address.
pub(crate) fn run(project: &Project, shell: &Shell, arguments: &mut lexopt::Parser) -> Result<()> {
    let mut port = None;
    let mut open = true;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("port") => port = Some(arguments.value()?.parse()?),
            Arg::Long("no-open") => open = false,
            other => return Err(other.unexpected().into()),
        }
    }

    www::build(project, shell)?;
    let folder = project.path("www/dist");
    let server = match port {
        Some(port) => Server::bind(&folder, port)?,
        // Another playground may be running already: then this one takes any port.
        None => Server::bind(&folder, PORT).or_else(|_| Server::bind(&folder, 0))?,
    };
    let address = server.address()?;
    shell.say("\nThe playground is served until Ctrl-C, at");
    shell.say(&address);
    if open {
        tools::open(&address);
    }
    server.run();
    Ok(())
}
