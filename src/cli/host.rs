/// Where output goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Answers.
    Stdout,
    /// What is said beside them.
    Stderr,
}

/// What a path leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A file.
    File,
    /// A folder, with the names of what is in it, in any order.
    Folder(Vec<String>),
}

/// The machine that the command line runs on. Errors are the host's own words about what went wrong.
///
/// In JavaScript the host is an object with a method for each of these: `entry(path)` answers `undefined` for a file and
/// an array of names for a folder, `readFile(path)` and `readStdin()` a `Uint8Array`, `writeFile(path, text)` nothing, `write(stream, text)` with stream 1
/// or 2 whether somebody still reads, `isTerminal(stream)` a boolean, `env(name)` a string or `undefined`, `now()`
/// seconds since 1970; what fails throws an `Error`.
pub trait Host {
    /// What a path leads to. Links are followed.
    ///
    /// # Errors
    /// Nothing is there, or it cannot be looked at.
    fn entry(&mut self, path: &str) -> Result<Entry, String>;

    /// The bytes of a file.
    ///
    /// # Errors
    /// It cannot be read.
    fn read_file(&mut self, path: &str) -> Result<Vec<u8>, String>;

    /// Puts a text in the place of what a file holds.
    ///
    /// # Errors
    /// It cannot be written.
    fn write_file(&mut self, path: &str, text: &str) -> Result<(), String>;

    /// Standard input to its end.
    ///
    /// # Errors
    /// It cannot be read.
    fn read_stdin(&mut self) -> Result<Vec<u8>, String>;

    /// Writes all of a text; answers whether somebody reads it. When nobody does (`| head`), the rest is not written.
    fn write(&mut self, stream: Stream, text: &str) -> bool;

    /// Whether a person looks at a stream.
    fn is_terminal(&mut self, stream: Stream) -> bool;

    /// A variable of the environment.
    fn env(&mut self, name: &str) -> Option<String>;

    /// The moment, in seconds since 1970-01-01T00:00:00Z.
    fn now(&mut self) -> i64;
}
