//! `cargo xtask test`: everything that must pass, stage by stage, with a table at the end.

mod browser;
mod consumer;
mod count;
mod javascript;
mod locks;
mod rust;
mod size;
mod stages;
mod table;

use std::collections::BTreeSet;
use std::io::{Write as _, stdout};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use lexopt::{Arg, ValueExt as _};

use self::count::{Count, Counter};
use self::stages::STAGES;
use crate::project::Project;
use crate::shell::{self, Shell};

/// How much of its log a stage that fails shows.
const LOG_LINES: usize = 200;

/// One thing that must pass.
struct Stage {
    name: &'static str,
    /// What passes, in a few words.
    about: &'static str,
    /// Stages whose failure makes this one pointless; they run before it, asked for or not.
    needs: &'static [&'static str],
    /// Left out unless it is asked for by name or by `--all`.
    slow: bool,
    /// Reads the number of tests from what the stage's tool prints. A stage without one counts as one test.
    counter: Option<Counter>,
    run: fn(&Project, &Shell) -> Result<Done>,
}

/// How a stage ended that did not fail.
enum Done {
    /// With something worth a word in the table, or an empty text.
    Passed(String),
    /// There is nothing to test; why.
    Skipped(String),
}

impl Done {
    fn passed() -> Result<Self> {
        Ok(Self::Passed(String::new()))
    }
}

/// A line of the table.
struct Row {
    name: &'static str,
    time: Duration,
    count: Count,
    note: String,
    /// There was nothing to test, so there is nothing either for the stages that need this one.
    skipped: bool,
}

/// Runs the stages, prints the table, and closes with the line `N passed, N failed`.
pub(crate) fn run(project: &Project, arguments: &mut lexopt::Parser) -> Result<ExitCode> {
    let mut names = Vec::new();
    let (mut all, mut verbose) = (false, false);
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("all") => all = true,
            Arg::Long("verbose") => verbose = true,
            Arg::Long("list") => {
                for stage in STAGES {
                    let slow = if stage.slow { " (with --all)" } else { "" };
                    println!("{:<12} {}{slow}", stage.name, stage.about);
                }
                return Ok(ExitCode::SUCCESS);
            }
            Arg::Value(name) => names.push(name.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let selected = select(&names, all)?;

    let mut rows: Vec<Row> = Vec::new();
    for stage in STAGES.iter().filter(|stage| selected.contains(stage.name)) {
        let needed = |wanted: fn(&Row) -> bool| {
            let row = rows
                .iter()
                .find(|row| stage.needs.contains(&row.name) && wanted(row));
            row.map(|row| row.name)
        };
        let without = |failed: usize, note: String| {
            println!("{:<12} {note}", stage.name);
            Row {
                name: stage.name,
                time: Duration::ZERO,
                count: Count { passed: 0, failed },
                note,
                skipped: failed == 0,
            }
        };
        let row = if let Some(need) = needed(|row| row.count.failed > 0) {
            without(1, format!("not run: {need} failed"))
        } else if let Some(need) = needed(|row| row.skipped) {
            without(0, format!("skipped: so was {need}"))
        } else {
            run_stage(project, stage, verbose)?
        };
        rows.push(row);
    }

    let total = rows
        .iter()
        .fold(Count::default(), |sum, row| sum + row.count);
    print!("\n{}", table::render(&rows));
    println!("\n{} passed, {} failed", total.passed, total.failed);
    Ok(if total.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The names of the stages to run: those asked for and what they need, or all that are not slow.
fn select(names: &[String], all: bool) -> Result<BTreeSet<&'static str>> {
    let find = |name: &str| STAGES.iter().find(|stage| stage.name == name);
    let mut selected = BTreeSet::new();
    for name in names {
        match find(name) {
            Some(stage) => selected.insert(stage.name),
            None => bail!("no stage is called `{name}`; `cargo xtask test --list` names them"),
        };
    }
    if names.is_empty() {
        selected.extend(
            STAGES
                .iter()
                .filter(|stage| all || !stage.slow)
                .map(|stage| stage.name),
        );
    }
    // From the last to the first: what a stage needs stands before it.
    for stage in STAGES.iter().rev() {
        if selected.contains(stage.name) {
            selected.extend(stage.needs);
        }
    }
    Ok(selected)
}

fn run_stage(project: &Project, stage: &Stage, verbose: bool) -> Result<Row> {
    print!("{:<12} ", stage.name);
    stdout().flush()?;
    let path = project.scratch(&format!("logs/{}.log", stage.name));
    let log = Shell::log(project.root(), &path)?;
    let start = Instant::now();
    let result = (stage.run)(project, &log);
    let time = start.elapsed();
    let text = String::from_utf8_lossy(&shell::read(&path)?).into_owned();
    let counted = stage.counter.map(|counter| counter(&text));

    let skipped = matches!(result, Ok(Done::Skipped(_)));
    let (count, note) = match (result, counted) {
        (Ok(Done::Skipped(why)), _) => (Count::default(), format!("skipped: {why}")),
        // A runner that finds no test hides that somebody has moved them.
        (Ok(Done::Passed(_)), Some(Count { passed: 0, .. })) => (
            Count {
                passed: 0,
                failed: 1,
            },
            "its runner ran no test".to_owned(),
        ),
        (Ok(Done::Passed(note)), Some(count)) => (count, note),
        (Ok(Done::Passed(note)), None) => (
            Count {
                passed: 1,
                failed: 0,
            },
            note,
        ),
        (Err(error), counted) => {
            let Count { passed, failed } = counted.unwrap_or_default();
            log.say(&format!("error: {error:#}"));
            (
                Count {
                    passed,
                    failed: failed.max(1),
                },
                format!("log: {}", project.relative(&path).display()),
            )
        }
    };
    println!(
        "{:>6.1} s  {}",
        time.as_secs_f64(),
        table::outcome(count, &note)
    );
    if count.failed > 0 || verbose {
        let text = String::from_utf8_lossy(&shell::read(&path)?).into_owned();
        let lines: Vec<_> = text.lines().collect();
        // What went wrong stands at the end; the note names the file that has it all.
        let left_out = if verbose {
            0
        } else {
            lines.len().saturating_sub(LOG_LINES)
        };
        println!("{}\n", lines.get(left_out..).unwrap_or_default().join("\n"));
    }
    Ok(Row {
        name: stage.name,
        time,
        count,
        note,
        skipped,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_stage_needs_stands_before_it() {
        for (index, stage) in STAGES.iter().enumerate() {
            for need in stage.needs {
                let place = STAGES.iter().position(|other| other.name == *need);
                assert!(
                    place.is_some_and(|place| place < index),
                    "{} needs {need}",
                    stage.name
                );
            }
        }
    }

    #[test]
    fn a_stage_asked_for_brings_what_it_needs_and_nothing_slow_comes_unasked() {
        let one = select(&["size".to_owned()], false).unwrap();
        assert_eq!(one.into_iter().collect::<Vec<_>>(), ["pkg", "size"]);
        let usual = select(&[], false).unwrap();
        let slow: Vec<_> = STAGES
            .iter()
            .filter(|stage| stage.slow)
            .map(|stage| stage.name)
            .collect();
        assert!(!slow.is_empty() && slow.iter().all(|name| !usual.contains(name)));
        assert!(select(&[], true).unwrap().len() == STAGES.len());
        assert!(select(&["no-such".to_owned()], false).is_err());
    }
}
