//! Runs tools, and says what is being done: on the terminal, or into the log of a test stage.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

/// Where the words of the tools go.
#[derive(Debug)]
pub(crate) struct Shell {
    root: PathBuf,
    log: Option<File>,
}

impl Shell {
    /// Tools speak on the terminal.
    pub(crate) fn terminal(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            log: None,
        }
    }

    /// Tools speak into a file, made anew.
    pub(crate) fn log(root: &Path, file: &Path) -> Result<Self> {
        write(file, "")?;
        // Appending, because the tools write through handles of their own in between.
        let log = File::options()
            .append(true)
            .open(file)
            .with_context(|| format!("opening {}", file.display()))?;
        Ok(Self {
            root: root.to_owned(),
            log: Some(log),
        })
    }

    /// One line about what goes on.
    pub(crate) fn say(&self, line: &str) {
        match self.log.as_ref() {
            // A log that can't be written loses a line; the work it tells of goes on.
            Some(mut log) => drop(writeln!(log, "{line}")),
            None => println!("{line}"),
        }
    }

    /// One line about a finished step and its time.
    pub(crate) fn done(&self, step: &str, time: Duration) {
        self.say(&format!("{step:<28} {:>6.1} s", time.as_secs_f64()));
    }

    /// Does the work and says how long it took.
    pub(crate) fn timed<T>(&self, step: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        let start = Instant::now();
        let value = work().with_context(|| step.to_owned())?;
        self.done(step, start.elapsed());
        Ok(value)
    }

    /// Runs a tool to its end.
    ///
    /// # Errors
    /// The tool can't be started, or ends with another code than 0.
    pub(crate) fn run(&self, command: &mut Command) -> Result<()> {
        if let Some(log) = &self.log {
            command.stdout(log.try_clone()?).stderr(log.try_clone()?);
        }
        // Nobody answers a tool that asks.
        command.stdin(Stdio::null());
        self.say(&format!("$ {}", self.line(command)));
        let status = command
            .status()
            .with_context(|| format!("starting {}", command.get_program().display()))?;
        if !status.success() {
            bail!("`{}` ends with {status}", self.line(command));
        }
        Ok(())
    }

    /// The command as somebody types it in the root of the checkout.
    fn line(&self, command: &Command) -> String {
        let short = |text: &std::ffi::OsStr| {
            let path = Path::new(text);
            path.strip_prefix(&self.root)
                .unwrap_or(path)
                .display()
                .to_string()
        };
        let program = Path::new(command.get_program())
            .file_name()
            .unwrap_or_default();
        let mut line = short(program);
        for argument in command.get_args() {
            line.push(' ');
            line.push_str(&short(argument));
        }
        match command
            .get_current_dir()
            .and_then(|folder| folder.strip_prefix(&self.root).ok())
        {
            Some(folder) if folder != Path::new("") => format!("cd {} && {line}", folder.display()),
            _ => line,
        }
    }
}

/// What a tool prints on its standard output.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let program = command.get_program().to_owned();
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("starting {}", program.display()))?;
    if !output.status.success() {
        bail!(
            "{} ends with {}: {}",
            program.display(),
            output.status,
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// The bytes of a file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("reading {}", path.display()))
}

/// The text of a file.
pub(crate) fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

/// Writes a file, and the folders above it.
pub(crate) fn write(path: &Path, contents: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    fs::write(path, contents).with_context(|| format!("writing {}", path.display()))
}

/// All files below a folder, sorted by path, without the folders of these names. Empty if there is no such folder.
pub(crate) fn files(folder: &Path, without: &[&str]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        if !folder.is_dir() {
            continue;
        }
        for entry in
            fs::read_dir(&folder).with_context(|| format!("listing {}", folder.display()))?
        {
            let entry = entry?;
            // The kind of the entry itself: a link to a folder is not followed, or it may lead in a circle.
            if entry.file_type()?.is_dir() {
                if !without.iter().any(|name| entry.file_name() == *name) {
                    folders.push(entry.path());
                }
            } else {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}
