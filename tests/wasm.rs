//! The package inside a real browser.
#![cfg(target_arch = "wasm32")]
