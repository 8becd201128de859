//! The playground as `cargo xtask www` writes it, served as `cargo xtask play` serves it, in Chromium.

use std::thread;

use anyhow::Result;

use super::Done;
use crate::project::Project;
use crate::serve::Server;
use crate::shell::{self, Shell};
use crate::{npm, tools};

pub(super) fn run(project: &Project, shell: &Shell) -> Result<Done> {
    let files = shell::files(&project.path("tests/browser"), &["node_modules"])?;
    let specs = files
        .iter()
        .any(|file| file.to_string_lossy().ends_with(".spec.ts"));
    if !specs || !npm::is_package(project, "www") {
        return Ok(Done::Skipped(
            "tests/browser holds no test, or www is not there".to_owned(),
        ));
    }
    npm::install(project, shell, "tests")?;
    let chromium = tools::chromium(project, shell)?;
    let server = Server::bind(&project.path("www/dist"), 0)?;
    let address = server.address()?;
    thread::spawn(move || server.run());
    let playwright = "tests/node_modules/@playwright/test/cli.js";
    let mut command = project.node([
        playwright,
        "test",
        "--config",
        "tests/browser/playwright.config.ts",
    ]);
    shell.run(
        command
            .env("EVERYNODE_PAGE", address)
            .env("CHROMIUM", chromium),
    )?;
    Done::passed()
}
