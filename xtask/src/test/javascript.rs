//! Stages in Node: the built package, and its types.

use std::path::PathBuf;

use anyhow::Result;

use super::Done;
use crate::npm;
use crate::project::Project;
use crate::shell::{self, Shell};

pub(super) fn node(project: &Project, shell: &Shell) -> Result<Done> {
    let files = tests(project, "tests/js")?;
    if files.is_empty() || !npm::is_package(project, "pkg") {
        return Ok(Done::Skipped("tests/js or pkg is not there".to_owned()));
    }
    npm::install(project, shell, "tests")?;
    shell.run(project.node(["--test"]).args(files))?;
    Done::passed()
}

/// The test files below a folder, one by one: what `node --test FOLDER` takes differs between versions of Node.
pub(super) fn tests(project: &Project, folder: &str) -> Result<Vec<PathBuf>> {
    let mut files = shell::files(&project.path(folder), &["node_modules"])?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    Ok(files)
}

/// Compiles each folder of tests that has a tsconfig.json, writing nothing.
pub(super) fn types(project: &Project, shell: &Shell) -> Result<Done> {
    if !npm::is_package(project, "pkg") {
        return Ok(Done::Skipped("pkg is not there".to_owned()));
    }
    npm::install(project, shell, "tests")?;
    let compiler = "tests/node_modules/typescript/bin/tsc";
    for folder in ["tests/types", "tests/browser"] {
        shell.run(&mut project.node([compiler, "--noEmit", "--project", folder]))?;
    }
    Done::passed()
}
