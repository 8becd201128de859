//! Files, streams, environment and clock of the machine.
#![expect(
    clippy::disallowed_methods,
    reason = "the Host is where files, environment and clock are read, so that the core need not"
)]

use everynode::cli::{Entry, Host, Stream};
use std::io::{IsTerminal, Read, Write};
use std::time::SystemTime;

/// The machine that the program runs on.
pub(crate) struct NativeHost;

impl Host for NativeHost {
    fn entry(&mut self, path: &str) -> Result<Entry, String> {
        let metadata = std::fs::metadata(path).map_err(|error| why(&error))?;
        if !metadata.is_dir() {
            return Ok(Entry::File);
        }
        let inside = std::fs::read_dir(path).map_err(|error| why(&error))?;
        let names: Result<Vec<String>, _> = inside
            .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
            .collect();
        names
            .map(Entry::Folder)
            .map_err(|error: std::io::Error| why(&error))
    }

    fn read_file(&mut self, path: &str) -> Result<Vec<u8>, String> {
        std::fs::read(path).map_err(|error| why(&error))
    }

    fn write_file(&mut self, path: &str, text: &str) -> Result<(), String> {
        std::fs::write(path, text).map_err(|error| match error.kind() {
            std::io::ErrorKind::PermissionDenied => "writing it is not permitted".to_owned(),
            _ => why(&error),
        })
    }

    fn read_stdin(&mut self) -> Result<Vec<u8>, String> {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().read_to_end(&mut bytes);
        read.map(|_| bytes).map_err(|error| why(&error))
    }

    fn write(&mut self, stream: Stream, text: &str) -> bool {
        let bytes = text.as_bytes();
        // Whoever stops reading has what he wanted: that is no fault.
        match stream {
            Stream::Stdout => {
                let mut out = std::io::stdout().lock();
                out.write_all(bytes).and_then(|()| out.flush()).is_ok()
            }
            Stream::Stderr => std::io::stderr().lock().write_all(bytes).is_ok(),
        }
    }

    fn is_terminal(&mut self, stream: Stream) -> bool {
        match stream {
            Stream::Stdout => std::io::stdout().is_terminal(),
            Stream::Stderr => std::io::stderr().is_terminal(),
        }
    }

    fn env(&mut self, name: &str) -> Option<String> {
        std::env::var(name).ok()
    }

    fn now(&mut self) -> i64 {
        let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        since.map_or(0, |since| {
            i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
        })
    }
}

/// The same words on every system, for what happens most.
fn why(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "no such file or folder".to_owned(),
        std::io::ErrorKind::PermissionDenied => "reading it is not permitted".to_owned(),
        std::io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    }
}
