//! Value in, ffi call, value out; nothing else.
//!
//! The package's TypeScript (pkg/src/core.ts) is the only caller. Misuse is thrown as a string, so that it can be told from
//! a trap, which is an object of the host's. Answers go as JSON: a reader of it is in every host, and a second writer that makes
//! objects field by field would cost a tenth of the module.

use crate::cli::{self, Entry, Host, Stream};
use crate::ffi;
use crate::report::json;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// [`ffi::Session`] as JavaScript sees it.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Session(ffi::Session);

#[wasm_bindgen]
impl Session {
    /// Without texts.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens a text, or replaces the open one of this name.
    #[wasm_bindgen(js_name = setText)]
    pub fn set_text(&mut self, name: &str, text: &str) {
        self.0.set_text(name, text);
    }

    /// The same for UTF-8 bytes.
    #[wasm_bindgen(js_name = setBytes)]
    pub fn set_bytes(&mut self, name: &str, bytes: &[u8]) {
        self.0.set_bytes(name, bytes);
    }

    /// Closes a text.
    #[wasm_bindgen(js_name = removeFile)]
    pub fn remove_file(&mut self, name: &str) {
        self.0.remove_file(name);
    }

    /// Sets what answers depend on besides the texts, from an `Options`.
    ///
    /// # Errors
    /// The value is not an `Options`.
    #[wasm_bindgen(js_name = setOptions)]
    pub fn set_options(&mut self, options: JsValue) -> Result<(), JsValue> {
        let options = request(options)?;
        self.0.set_options(&options).map_err(JsValue::from)
    }

    /// A `PlaceAnswer`, as JSON.
    pub fn place(&mut self) -> String {
        json(&self.0.place())
    }

    /// An `ExplainAnswer` to an `ExplainQuestion`, as JSON.
    ///
    /// # Errors
    /// The value is not an `ExplainQuestion`.
    pub fn explain(&mut self, question: JsValue) -> Result<String, JsValue> {
        Ok(json(&self.0.explain(&request(question)?)))
    }

    /// A `LintAnswer`, as JSON.
    pub fn lint(&mut self) -> String {
        json(&self.0.lint())
    }
}

/// A request shape from a plain object.
fn request<T: serde::de::DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|error| error.to_string().into())
}

#[wasm_bindgen]
extern "C" {
    /// A [`Host`] in JavaScript; what its methods take and give is said there.
    #[derive(Debug)]
    pub type JsHost;

    #[wasm_bindgen(method, structural, catch)]
    fn entry(this: &JsHost, path: &str) -> Result<Option<Vec<String>>, JsValue>;

    #[wasm_bindgen(method, structural, catch, js_name = readFile)]
    fn read_file(this: &JsHost, path: &str) -> Result<Vec<u8>, JsValue>;

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
        Ok(names.map_or(Entry::File, Entry::Folder))
    }

    fn read_file(&mut self, path: &str) -> Result<Vec<u8>, String> {
        JsHost::read_file(self, path).map_err(|thrown| why(&thrown))
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
