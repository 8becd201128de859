//! The size of the module that browsers load.

use anyhow::{Context as _, Result, bail};

use super::Done;
use crate::project::Project;
use crate::shell::{self, Shell};
use crate::{npm, wasm};

/// What the module is to take at most, in bytes as `gzip -9` packs it: 150 KiB for reading and eligibility, 50 for updates,
/// 60 for lint.
const BUDGET: u64 = (150 + 50 + 60) * 1024;
/// What it takes now, rounded up. It is over the budget (ARCHITECTURE.md, "Known gaps"), and may only come down.
const CEILING: u64 = 393 * 1024;

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
    let note = match packed.checked_sub(BUDGET) {
        Some(over @ 1..) => format!("gzip {packed} bytes: {over} over the budget of {BUDGET}"),
        _ => format!("gzip {packed} of {BUDGET} bytes"),
    };
    shell.say(&format!("raw {raw}, {note}"));
    if packed > CEILING {
        bail!("everynode.wasm grows: {note}, and {CEILING} is what it may not pass again");
    }
    Ok(Done::Passed(note))
}
