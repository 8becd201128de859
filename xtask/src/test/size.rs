//! The size of the module that browsers load.

use anyhow::{Context as _, Result, bail};

use super::Done;
use crate::project::Project;
use crate::shell::{self, Shell};
use crate::{npm, wasm};

/// The most that the module may take, in bytes as `gzip -9` packs it: 150 KiB, for reading and eligibility.
const BUDGET: u64 = 150 * 1024;

pub(super) fn check(project: &Project, shell: &Shell) -> Result<Done> {
    if !npm::is_package(project, "pkg") {
        return Ok(Done::Skipped("pkg has no package.json".to_owned()));
    }
    let module = wasm::module(project);
    let raw = shell::read(&module)?.len();
    // Node carries zlib, which gzip is made of; the figure is the same to a few bytes of the header.
    let script = "const { gzipSync } = require('node:zlib'), { readFileSync } = require('node:fs');\
                  console.log(gzipSync(readFileSync(process.argv[1]), { level: 9 }).length)";
    let printed = shell::output(project.node(["-e", script]).arg(&module))?;
    let packed: u64 = printed
        .trim()
        .parse()
        .context("the size that Node prints")?;
    let note = format!("raw {raw}, gzip {packed} of {BUDGET} bytes");
    shell.say(&note);
    if packed > BUDGET {
        bail!(
            "everynode.wasm is {} bytes over its budget: {note}",
            packed - BUDGET
        );
    }
    Ok(Done::Passed(note))
}
