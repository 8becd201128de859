//! Value in, ffi call, value out; nothing else.
//!
//! The package's TypeScript (pkg/src/core.ts) is the only caller. Misuse is thrown as a string, so that it can be told from
//! a trap, which is an object of the host's. Answers go as JSON: a reader of it is in every host, and a second writer that makes
//! objects field by field would cost a tenth of the module. Requests have a few fields, which are asked for one by one;
//! a general reader of JavaScript's values would cost as much as a lint room.

use crate::ffi;
use crate::report::json;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(feature = "bench")]
pub mod bench;
#[cfg(feature = "cli")]
pub mod command_line;
#[cfg(feature = "cli")]
pub mod picture;
pub mod requests;

/// What start.wasm says, whose exports are those of everynode.wasm, so that one glue serves both.
const WITHOUT_API_SERVER: &str = "start.wasm does without the API server; everynode.wasm has it";

/// An answer of the API server's, or what start.wasm says instead.
fn with_api_server(answer: impl FnOnce() -> Result<String, String>) -> Result<String, JsValue> {
    match cfg!(feature = "apiserver") {
        true => answer().map_err(JsValue::from),
        false => Err(JsValue::from(WITHOUT_API_SERVER)),
    }
}

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
    /// What was wanted, where `now` is not a moment.
    #[wasm_bindgen(js_name = setOptions)]
    pub fn set_options(&mut self, options: &requests::Options) -> Result<(), JsValue> {
        self.0.set_options(&options.read()).map_err(JsValue::from)
    }

    /// A `PlaceAnswer`, as JSON.
    pub fn place(&mut self) -> String {
        json(&self.0.place())
    }

    /// A `NodesAnswer`, as JSON.
    pub fn nodes(&mut self) -> String {
        json(&self.0.nodes())
    }

    /// An `ExplainAnswer` to an `ExplainQuestion`, as JSON.
    pub fn explain(&mut self, question: &requests::ExplainQuestion) -> String {
        json(&self.0.explain(&question.read()))
    }

    /// A `RolloutAnswer` to a `RolloutQuestion`, as JSON. Its `onProgress` is told of progress.
    pub fn rollout(&mut self, question: &requests::RolloutQuestion) -> String {
        let observer = &mut |progress| question.tell(progress);
        json(&self.0.rollout_observed(&question.read(), observer))
    }

    /// A `ValidateAnswer`, as JSON. `old` names the files that hold what is stored already.
    ///
    /// # Errors
    /// Where the module does without the API server.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "what crosses the border is owned"
    )]
    pub fn validate(&mut self, old: Vec<String>) -> Result<String, JsValue> {
        with_api_server(|| Ok(json(&self.0.validate(&old))))
    }

    /// A `FieldAnswer` to a `PlaceQuestion`, whose fields are the arguments, as JSON.
    ///
    /// # Errors
    /// Where the module does without the API server.
    #[wasm_bindgen(js_name = fieldAt)]
    pub fn field_at(&mut self, file: &str, line: u32, column: u32) -> Result<String, JsValue> {
        with_api_server(|| Ok(json(&self.0.field_at(&requests::place(file, line, column)))))
    }

    /// A `CompleteAnswer` to a `PlaceQuestion`, whose fields are the arguments, as JSON.
    ///
    /// # Errors
    /// Where the module does without the API server.
    pub fn complete(&mut self, file: &str, line: u32, column: u32) -> Result<String, JsValue> {
        with_api_server(|| Ok(json(&self.0.complete(&requests::place(file, line, column)))))
    }

    /// A `DefaultsAnswer`, as JSON.
    ///
    /// # Errors
    /// Where the module does without the API server.
    pub fn defaults(&mut self) -> Result<String, JsValue> {
        with_api_server(|| Ok(json(&self.0.defaults())))
    }

    /// A `LintAnswer` to a `LintQuestion`, as JSON.
    ///
    /// # Errors
    /// What was wanted, where the question names a preset, a role or a rule that there is not.
    pub fn lint(&mut self, question: &requests::LintQuestion) -> Result<String, JsValue> {
        let answer = self.0.lint(&question.read());
        answer.map(|answer| json(&answer)).map_err(JsValue::from)
    }

    /// A `FixAnswer` to a `FixQuestion`, as JSON. Also what the API server refuses is mended, and nothing that it would refuse is
    /// written.
    ///
    /// # Errors
    /// As for `lint`, and where the module does without the API server.
    pub fn fix(&mut self, question: &requests::FixQuestion) -> Result<String, JsValue> {
        // Read in both modules, so that both import what reads it.
        let question = question.read();
        with_api_server(|| self.0.fix(&question).map(|answer| json(&answer)))
    }
}
