//! The npm folders: what their lock files name is installed once, and their scripts are run.

use anyhow::Result;

use std::process::Command;

use crate::fingerprint::{self, Fingerprint};
use crate::project::Project;
use crate::shell::{self, Shell};

/// The folders with a package.json of their own. There is none at the root: each is installed for its own purpose.
pub(crate) const FOLDERS: [&str; 3] = ["pkg", "www", "tests"];

/// Whether the folder is an npm package.
pub(crate) fn is_package(project: &Project, folder: &str) -> bool {
    project.path(folder).join("package.json").exists()
}

/// Installs what the lock file names, unless that was done.
pub(crate) fn install(project: &Project, shell: &Shell, folder: &str) -> Result<()> {
    let path = project.path(folder);
    let inputs = Fingerprint::default()
        .file(&path.join("package.json"))
        .file(&path.join("package-lock.json"))
        // Some packages are made for one version of Node.
        .text(&shell::output(&mut project.node(["--version"]))?);
    let installed = [path.join("node_modules")];
    fingerprint::step(
        project,
        shell,
        &format!("npm ci in {folder}"),
        &inputs,
        &installed,
        || {
            shell.run(&mut npm(
                project,
                folder,
                &["ci", "--no-audit", "--no-fund", "--loglevel=error"],
            ))
        },
    )
}

/// Runs a script of the folder's package.json.
pub(crate) fn script(project: &Project, shell: &Shell, folder: &str, script: &str) -> Result<()> {
    shell.run(&mut npm(project, folder, &["run", "--silent", script]))
}

/// npm with these arguments, in the folder.
pub(crate) fn npm(project: &Project, folder: &str, arguments: &[&str]) -> Command {
    let mut command = project.command(if cfg!(windows) { "npm.cmd" } else { "npm" }, arguments);
    command.current_dir(project.path(folder));
    command
}
