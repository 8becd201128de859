//! The command line with JavaScript as its host; npm's bin is the only caller (pkg/src/cli.ts).

use crate::cli::{self, Entry, Host, Stream};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    /// A [`Host`] in JavaScript; what its methods take and give is said there.
    #[derive(Debug)]
    pub type JsHost;

    #[wasm_bindgen(method, structural, catch)]
    fn entry(this: &JsHost, path: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, structural, catch, js_name = readFile)]
    fn read_file(this: &JsHost, path: &str) -> Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(method, structural, catch, js_name = writeFile)]
    fn write_file(this: &JsHost, path: &str, text: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(method, structural, catch, js_name = readStdin)]
    fn read_stdin(this: &JsHost) -> Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(method, structural)]
    fn write(this: &JsHost, stream: u8, text: &str) -> bool;

    #[wasm_bindgen(method, structural, js_name = isTerminal)]
    fn is_terminal(this: &JsHost, stream: u8) -> bool;

    #[wasm_bindgen(method, structural)]
    fn env(this: &JsHost, name: &str) -> Option<String>;

    #[wasm_bindgen(method, structural)]
    fn now(this: &JsHost) -> f64;
}

/// Runs the command line; the answer is the exit code.
#[wasm_bindgen(js_name = runCli)]
#[must_use]
#[expect(
    clippy::needless_pass_by_value,
    reason = "what crosses the border is owned"
)]
pub fn run_cli(arguments: Vec<String>, mut host: JsHost) -> u8 {
    cli::run(&arguments, &mut host)
}

impl Host for JsHost {
    fn entry(&mut self, path: &str) -> Result<Entry, String> {
        let names = JsHost::entry(self, path).map_err(|thrown| why(&thrown))?;
        let names: Option<Vec<String>> =
            serde_wasm_bindgen::from_value(names).map_err(|error| error.to_string())?;
        Ok(names.map_or(Entry::File, Entry::Folder))
    }

    fn read_file(&mut self, path: &str) -> Result<Vec<u8>, String> {
        JsHost::read_file(self, path).map_err(|thrown| why(&thrown))
    }

    fn write_file(&mut self, path: &str, text: &str) -> Result<(), String> {
        JsHost::write_file(self, path, text).map_err(|thrown| why(&thrown))
    }

    fn read_stdin(&mut self) -> Result<Vec<u8>, String> {
        JsHost::read_stdin(self).map_err(|thrown| why(&thrown))
    }

    fn write(&mut self, stream: Stream, text: &str) -> bool {
        JsHost::write(self, number(stream), text)
    }

    fn is_terminal(&mut self, stream: Stream) -> bool {
        JsHost::is_terminal(self, number(stream))
    }

    fn env(&mut self, name: &str) -> Option<String> {
        JsHost::env(self, name)
    }

    fn now(&mut self) -> i64 {
        // Seconds of a clock are far from where a number of JavaScript is no longer whole.
        #[expect(clippy::cast_possible_truncation, reason = "whole seconds")]
        let seconds = JsHost::now(self) as i64;
        seconds
    }
}

/// Numbers that systems give to the streams.
fn number(stream: Stream) -> u8 {
    match stream {
        Stream::Stdout => 1,
        Stream::Stderr => 2,
    }
}

/// What an `Error` says.
fn why(thrown: &JsValue) -> String {
    let error: Option<&js_sys::Error> = thrown.dyn_ref();
    error.map_or_else(
        || "the host fails".to_owned(),
        |error| error.message().into(),
    )
}
