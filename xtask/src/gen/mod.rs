//! `cargo xtask gen`: files that are written from the code, committed, and held fresh by `cargo xtask test`.

mod schema;
mod upstream;

use anyhow::{Result, bail};
use lexopt::Arg;

use crate::project::Project;
use crate::shell;

/// A generated file: where it lies, and what it holds now. A new one is a module here and a line in [`FILES`].
struct Generated {
    path: &'static str,
    contents: fn(&Project) -> Result<String>,
}

const FILES: &[Generated] = &[
    Generated {
        path: "src/schema/table.txt",
        contents: schema::table,
    },
    Generated {
        path: "docs/upstream.md",
        contents: upstream::page,
    },
];

/// Reads `--check`, then writes the files, or only says which are stale.
pub(crate) fn run(project: &Project, arguments: &mut lexopt::Parser) -> Result<()> {
    match arguments.next()? {
        None => write(project),
        Some(Arg::Long("check")) => check(project),
        Some(other) => Err(other.unexpected().into()),
    }
}

fn write(project: &Project) -> Result<()> {
    for file in FILES {
        if stale(project, file)? {
            shell::write(&project.path(file.path), (file.contents)(project)?)?;
            println!("wrote {}", file.path);
        } else {
            println!("fresh {}", file.path);
        }
    }
    Ok(())
}

/// Holds that every generated file is what the code gives.
///
/// # Errors
/// Names the stale ones.
pub(crate) fn check(project: &Project) -> Result<()> {
    let mut paths = Vec::new();
    for file in FILES {
        if stale(project, file)? {
            paths.push(file.path);
        }
    }
    if !paths.is_empty() {
        bail!(
            "stale: {}; `cargo xtask gen` writes them anew",
            paths.join(", ")
        );
    }
    Ok(())
}

fn stale(project: &Project, file: &Generated) -> Result<bool> {
    let path = project.path(file.path);
    Ok(!path.exists() || shell::read_text(&path)? != (file.contents)(project)?)
}
