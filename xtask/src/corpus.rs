//! `cargo xtask corpus`: asks the oracle, which is the real Kubernetes code, for its answers again.

use std::fs::File;
use std::process::Stdio;

use anyhow::{Context as _, Result, bail};

use crate::project::Project;
use crate::shell::{self, Shell};
use crate::tools;

/// Kind and number of cases of each file in tests/corpus. The seed is 1 in all: the same seed gives the same bytes.
const KINDS: [(&str, u32); 4] = [
    ("eligible", 800),
    ("validate", 1000),
    ("schedule", 500),
    ("rollout", 300),
];

/// Builds conformance/ and writes tests/corpus/*.jsonl.
pub(crate) fn run(project: &Project, shell: &Shell) -> Result<()> {
    tools::go()?;
    let oracle = project.scratch("oracle");
    shell.timed("build the oracle", || {
        shell.run(&mut project.command("sh", ["conformance/build.sh".as_ref(), oracle.as_os_str()]))
    })?;
    for (kind, count) in KINDS {
        shell.timed(&format!("{count} answers: {kind}"), || {
            // Beside, then in place: an oracle that fails half-way leaves the answers as they were.
            let fresh = project.scratch(&format!("corpus/{kind}.jsonl"));
            shell::write(&fresh, "")?;
            let count = count.to_string();
            let arguments = [
                "corpus", "gen", "--kind", kind, "--seed", "1", "--count", &count,
            ];
            let status = project
                .command(&oracle, arguments)
                .stdin(Stdio::null())
                .stdout(File::create(&fresh)?)
                .status()
                .context("starting the oracle")?;
            if !status.success() {
                bail!("the oracle ends with {status}");
            }
            shell::write(
                &project.path(&format!("tests/corpus/{kind}.jsonl")),
                shell::read(&fresh)?,
            )
        })?;
    }
    Ok(())
}
