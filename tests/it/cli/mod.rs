//! The command line, held against what it printed before: `tests/cli/<folder>/<case>.console` says what is typed in that
//! folder, and what stands on the screen then. `tests/js/cli.test.mjs` holds npm's command to the same bytes.
//!
//! `EVERYNODE_BLESS=1 cargo test --test it cli` writes what is printed now.

#![expect(
    clippy::disallowed_methods,
    reason = "transcripts and what they read are files of the project"
)]

mod fixing;
mod progress;
mod terminal;
mod transcript;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use transcript::{Printed, Transcript};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli")
}

/// What is in a folder, sorted.
fn inside(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort_unstable();
    paths
}

fn transcripts() -> Vec<PathBuf> {
    let folders = inside(&root()).into_iter().filter(|path| path.is_dir());
    folders
        .flat_map(|folder| inside(&folder))
        .filter(|path| path.extension() == Some(OsStr::new("console")))
        .collect()
}

/// The real program, in the transcript's folder.
fn run_program(transcript: &Transcript, folder: &Path) -> Printed {
    let stdin = match &transcript.stdin {
        Some(file) => Stdio::from(std::fs::File::open(folder.join(file)).unwrap()),
        None => Stdio::null(),
    };
    let output = Command::new(env!("CARGO_BIN_EXE_everynode"))
        .args(&transcript.arguments)
        .current_dir(folder)
        .env_remove("NO_COLOR")
        .envs(
            transcript
                .variables
                .iter()
                .map(|(name, value)| (name, value)),
        )
        .stdin(stdin)
        .output()
        .unwrap();
    Printed {
        exit: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

fn run(transcript: &Transcript, folder: &Path) -> Printed {
    match transcript.terminal {
        true => terminal::run_on_terminal(transcript, folder),
        false => run_program(transcript, folder),
    }
}

#[test]
fn every_transcript_is_what_is_printed() {
    let bless = std::env::var_os("EVERYNODE_BLESS").is_some();
    let paths = transcripts();
    let mut differ = Vec::new();
    for path in &paths {
        let written = std::fs::read_to_string(path).unwrap();
        let transcript =
            Transcript::parse(&written).unwrap_or_else(|why| panic!("{path:?}: {why}"));
        let folder = path.parent().unwrap();
        let now = transcript.with(&run(&transcript, folder));
        if now == written {
            continue;
        }
        if bless {
            std::fs::write(path, now).unwrap();
            continue;
        }
        let mut lines = written.lines().zip(now.lines()).zip(1..);
        let line = lines.find(|((before, after), _)| before != after);
        differ.push(match line {
            Some(((before, after), number)) => {
                format!("{}:{number}\n  was {before}\n  now {after}", path.display())
            }
            None => format!("{}: one is longer than the other", path.display()),
        });
    }
    assert!(paths.len() >= 25, "{} transcripts", paths.len());
    assert!(
        differ.is_empty(),
        "EVERYNODE_BLESS=1 writes them\n{}",
        differ.join("\n")
    );
}

#[test]
fn lines_are_clean() {
    for path in transcripts() {
        let written = std::fs::read_to_string(&path).unwrap();
        for (line, number) in written.lines().zip(1..) {
            assert!(
                !line.ends_with([' ', '\t']),
                "{}:{number} ends in a blank",
                path.display()
            );
            let odd = line.chars().find(|c| c.is_control());
            assert_eq!(odd, None, "{}:{number}", path.display());
        }
    }
}
