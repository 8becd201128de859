//! `cargo xtask corpus`: asks the oracle, which is the real Kubernetes code, for its answers again.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context as _, Result, bail};

use crate::project::Project;
use crate::shell::{self, Shell};
use crate::tools;

/// Kind and number of cases of each file in tests/corpus. The seed is 1 in all: the same seed gives the same bytes.
const KINDS: [(&str, u32); 10] = [
    ("eligible", 800),
    ("validate", 1000),
    ("validate-more", 3000),
    ("decode", 1000),
    ("default", 600),
    ("schedule", 500),
    ("rollout", 300),
    ("eventful", 240),
    ("status", 400),
    ("patch", 400),
];

/// Builds conformance/, writes tests/corpus/*.jsonl, the API's types and the answers in tests/recorded.
///
/// # Errors
/// Go is missing, the oracle fails, or an answer differs from the one that was there: then the new one has taken its
/// place, and the error names the file.
pub(crate) fn run(project: &Project, shell: &Shell) -> Result<()> {
    let oracle = build(project, shell)?;
    let before = answers(project)?;
    for (kind, count) in KINDS {
        shell.timed(&format!("{count} answers: {kind}"), || {
            ask(project, &oracle, kind, count)
        })?;
    }
    let types = ["run", "-C", "conformance", "./schema", "schema"];
    shell.timed("the API's types", || {
        shell.run(&mut project.command("go", types))
    })?;
    let recorded = project.path("tests/recorded");
    let arguments = [
        "recorded".as_ref(),
        "--write".as_ref(),
        recorded.as_os_str(),
    ];
    shell.timed("recorded clusters", || {
        shell.run(&mut project.command(&oracle, arguments))
    })?;

    let after = answers(project)?;
    let changed: Vec<_> = after
        .iter()
        .filter(|answer| !before.contains(answer))
        .collect();
    if !changed.is_empty() {
        let names = changed
            .iter()
            .map(|(path, _)| project.relative(path).display().to_string());
        bail!(
            "the answers are others than before in {}",
            names.collect::<Vec<_>>().join(", ")
        );
    }
    shell.say("all answers are the same as before");
    Ok(())
}

/// Asks the oracle about every fix of our own manifests, and of those that others wrote where they are at hand; writes
/// tests/fixtures/fixes.jsonl.
///
/// # Errors
/// Go is missing, or the oracle objects to a fix.
pub(crate) fn fixes(project: &Project, shell: &Shell) -> Result<()> {
    let oracle = build(project, shell)?;
    let test = "lint::oracle::kubernetes_stores_the_same_after_a_safe_fix";
    let arguments = ["test", "--package", "everynode", "--test", "it", test];
    let mut command = project.command("cargo", arguments);
    command.args(["--", "--exact", "--nocapture"]);
    shell.run(command.env("EVERYNODE_ORACLE", &oracle))
}

fn build(project: &Project, shell: &Shell) -> Result<PathBuf> {
    tools::go()?;
    let oracle = project.scratch("oracle");
    shell.timed("build the oracle", || {
        let build = Path::new("conformance/build.sh");
        shell.run(&mut project.command("sh", [build, &oracle]))
    })?;
    Ok(oracle)
}

/// Writes the answers of one kind. An oracle that fails half-way leaves the file as it was.
fn ask(project: &Project, oracle: &Path, kind: &str, count: u32) -> Result<()> {
    let fresh = project.scratch(&format!("corpus/{kind}.jsonl"));
    shell::write(&fresh, "")?;
    let count = count.to_string();
    let arguments = [
        "corpus", "gen", "--kind", kind, "--seed", "1", "--count", &count,
    ];
    let mut command = project.command(oracle, arguments);
    command.stdin(Stdio::null()).stdout(File::create(&fresh)?);
    let status = command.status().context("starting the oracle")?;
    if !status.success() {
        bail!("the oracle ends with {status}");
    }
    let path = project.path(&format!("tests/corpus/{kind}.jsonl"));
    shell::write(&path, shell::read(&fresh)?)
}

/// Every file with answers, and its bytes.
fn answers(project: &Project) -> Result<Vec<(PathBuf, Vec<u8>)>> {
    let folders = ["tests/corpus", "tests/recorded", "conformance/schema"]
        .map(|folder| shell::files(&project.path(folder), &[]));
    let mut answers = Vec::new();
    for files in folders {
        for path in files? {
            let bytes = shell::read(&path)?;
            answers.push((path, bytes));
        }
    }
    Ok(answers)
}
