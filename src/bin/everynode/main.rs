//! The native command line: a Host with files and a terminal, around the CLI of the core.

mod native_host;

use native_host::NativeHost;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args_os()
        .skip(1)
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    ExitCode::from(everynode::cli::run(&arguments, &mut NativeHost))
}
