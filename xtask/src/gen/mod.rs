//! `cargo xtask gen`: files that are written from the code, committed, and held fresh by `cargo xtask test`.

mod config_schema;
mod rule_pages;
mod rules;
mod schema;
mod upstream;

use std::fs;

use anyhow::{Context as _, Result, bail};
use lexopt::Arg;

use crate::project::Project;
use crate::shell;

/// Every generated file: where it lies, and what it is to hold.
fn files(project: &Project) -> Result<Vec<(String, String)>> {
    let mut files = vec![
        ("src/schema/table.txt".to_owned(), schema::table(project)?),
        ("docs/upstream.md".to_owned(), upstream::page(project)?),
        (
            "pkg/config.schema.json".to_owned(),
            config_schema::schema(project)?,
        ),
    ];
    files.extend(rule_pages::files(project)?);
    Ok(files)
}

/// Reads `--check`, then writes the files, or only says which are stale.
pub(crate) fn run(project: &Project, arguments: &mut lexopt::Parser) -> Result<()> {
    match arguments.next()? {
        None => write(project),
        Some(Arg::Long("check")) => check(project),
        Some(other) => Err(other.unexpected().into()),
    }
}

/// Writes what is stale, and takes away what nothing writes any more.
pub(crate) fn write(project: &Project) -> Result<()> {
    let files = files(project)?;
    let mut fresh = 0;
    for (path, contents) in &files {
        if stale(project, path, contents)? {
            shell::write(&project.path(path), contents)?;
            println!("wrote {path}");
        } else {
            fresh += 1;
        }
    }
    for path in rule_pages::left_over(project)? {
        fs::remove_file(project.path(&path)).with_context(|| format!("removing {path}"))?;
        println!("removed {path}");
    }
    println!("{fresh} files are fresh");
    Ok(())
}

/// Holds that every generated file is what the code gives.
///
/// # Errors
/// Names the stale ones.
pub(crate) fn check(project: &Project) -> Result<()> {
    let mut paths = rule_pages::left_over(project)?;
    for (path, contents) in files(project)? {
        if stale(project, &path, &contents)? {
            paths.push(path);
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

fn stale(project: &Project, path: &str, contents: &str) -> Result<bool> {
    let path = project.path(path);
    Ok(!path.exists() || shell::read_text(&path)? != contents)
}
