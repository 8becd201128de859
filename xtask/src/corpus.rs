//! `cargo xtask corpus`: asks the oracle, which is the real Kubernetes code, for its answers again.

use std::ffi::OsString;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::project::Project;
use crate::shell::{self, Shell};
use crate::tools;

/// Kind and number of cases of each file in tests/corpus. The seed is 1 in all: the same seed gives the same bytes.
const KINDS: [(&str, u32); 11] = [
    ("eligible", 800),
    ("validate", 1000),
    ("validate-more", 3000),
    ("validate-functions", 1800),
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
    shell.timed("the traps", || {
        let answers = judged(project, &oracle, &project.path("tests/lint-traps"))?;
        shell::write(&project.path("tests/corpus/traps.jsonl"), answers)
    })?;
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
    let mut command = native_test(project, test);
    shell.run(command.env("EVERYNODE_ORACLE", &oracle))
}

/// Builds the oracle once more, with Kubernetes' validation functions that say when they fail, and writes how often each does
/// in the recorded cases: tests/corpus/functions.tsv.
///
/// # Errors
/// Go is missing, or the oracle fails.
pub(crate) fn functions(project: &Project, shell: &Shell) -> Result<()> {
    tools::go()?;
    let folder = project.scratch("functions");
    let mut prepare = project.command("go", ["run", "-C", "conformance", "./functions"]);
    shell.timed("Kubernetes' validation functions", || {
        shell.run(prepare.arg(&folder))
    })?;
    let oracle = folder.join("oracle");
    let mut build = project.command("go", ["build", "-C", "conformance", "-trimpath"]);
    build.arg("-modfile").arg(folder.join("oracle.mod"));
    build.arg("-o").arg(&oracle).arg(".");
    shell.timed("build the oracle around them", || shell.run(&mut build))?;
    let mut count = project.command(&oracle, ["functions", "--listing"]);
    count.arg(folder.join("functions.json"));
    for kind in ["validate", "validate-more", "validate-functions"] {
        count.arg(project.path(&format!("tests/corpus/{kind}.jsonl")));
    }
    let table = shell::output(&mut count)?;
    shell::write(&project.path("tests/corpus/functions.tsv"), table)
}

/// Asks the oracle about every manifest of folders, and holds our answers against its own, folder by folder.
///
/// # Errors
/// Go is missing, no folder is named, or an answer differs.
pub(crate) fn judge(project: &Project, shell: &Shell, folders: &[OsString]) -> Result<()> {
    if folders.is_empty() {
        bail!("cargo xtask judge FOLDER…");
    }
    let oracle = build(project, shell)?;
    for folder in folders {
        let folder = Path::new(folder).canonicalize()?;
        let answers = project.scratch("judged.jsonl");
        shell::write(&answers, judged(project, &oracle, &folder)?)?;
        shell.say(&format!("{}:", folder.display()));
        let test = "judged::files_are_answered_as_the_api_server_answers_them";
        let mut command = native_test(project, test);
        shell.run(command.env("EVERYNODE_JUDGED", &answers))?;
    }
    Ok(())
}

/// What the oracle answers to each manifest of a folder, a line a file.
fn judged(project: &Project, oracle: &Path, folder: &Path) -> Result<String> {
    let mut command = project.command(oracle, ["corpus", "of"]);
    for file in shell::files(folder, &[])? {
        let extension = file.extension().unwrap_or_default();
        if ["yaml", "yml", "json"]
            .iter()
            .any(|known| extension == *known)
        {
            command.arg(file);
        }
    }
    shell::output(&mut command)
}

fn native_test(project: &Project, test: &str) -> Command {
    let arguments = ["test", "--package", "everynode", "--test", "it", test];
    let mut command = project.command("cargo", arguments);
    command.args(["--", "--exact", "--nocapture"]);
    command
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
