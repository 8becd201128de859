//! What `cargo xtask bench` times inside the module, behind a feature of its own: no package carries it.

use super::Session;
use crate::ffi;
use wasm_bindgen::prelude::wasm_bindgen;

/// [`ffi::Bench`] as JavaScript sees it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Bench(ffi::Bench);

#[wasm_bindgen]
impl Bench {
    /// Of the objects that are open in a session.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(session: &mut Session) -> Self {
        Self(session.0.bench())
    }

    /// How many Nodes are eligible for the first DaemonSet, with all the evidence made.
    #[must_use]
    pub fn evaluate(&self) -> u32 {
        self.0.evaluate()
    }

    /// Steps and seconds of the update from the first DaemonSet to the second; empty where there are not two.
    #[must_use]
    pub fn rollout(&self) -> Vec<u32> {
        self.0.rollout().map(Vec::from).unwrap_or_default()
    }
}
