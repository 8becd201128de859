use super::transcript::{Printed, Transcript};
use everynode::cli::{Entry, Host, Stream, run};
use std::path::Path;

/// A machine with somebody at the terminal.
struct Terminal<'a> {
    folder: &'a Path,
    transcript: &'a Transcript,
    stdout: String,
    stderr: String,
}

impl Host for Terminal<'_> {
    fn entry(&mut self, path: &str) -> Result<Entry, String> {
        let path = self.folder.join(path);
        if !path.is_dir() {
            return Ok(Entry::File);
        }
        let inside = super::inside(&path).into_iter();
        let names = inside.map(|path| path.file_name().unwrap().to_string_lossy().into_owned());
        Ok(Entry::Folder(names.collect()))
    }

    fn read_file(&mut self, path: &str) -> Result<Vec<u8>, String> {
        std::fs::read(self.folder.join(path)).map_err(|error| error.to_string())
    }

    fn write_file(&mut self, path: &str, _text: &str) -> Result<(), String> {
        Err(format!("nothing is written to {path}"))
    }

    fn read_stdin(&mut self) -> Result<Vec<u8>, String> {
        let file = self.transcript.stdin.as_deref().unwrap_or("/dev/null");
        self.read_file(file)
    }

    fn write(&mut self, stream: Stream, text: &str) -> bool {
        match stream {
            Stream::Stdout => self.stdout.push_str(text),
            Stream::Stderr => self.stderr.push_str(text),
        }
        true
    }

    fn is_terminal(&mut self, stream: Stream) -> bool {
        let [stdout, stderr] = self.transcript.to_file;
        match stream {
            Stream::Stdout => !stdout,
            Stream::Stderr => !stderr,
        }
    }

    fn env(&mut self, name: &str) -> Option<String> {
        let mut variables = self.transcript.variables.iter();
        variables
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.clone())
    }

    fn now(&mut self) -> i64 {
        0
    }
}

pub(super) fn run_on_terminal(transcript: &Transcript, folder: &Path) -> Printed {
    let mut host = Terminal {
        folder,
        transcript,
        stdout: String::new(),
        stderr: String::new(),
    };
    let exit = run(&transcript.arguments, &mut host);
    Printed {
        exit: exit.into(),
        stdout: host.stdout,
        stderr: host.stderr,
    }
}
