//! The JavaScript between hosts and the core, written by wasm-bindgen as a library.

use std::path::Path;

use anyhow::{Context as _, Result};
use wasm_bindgen_cli_support::Bindgen;

/// Writes `everynode.js`, `everynode.d.ts` and `everynode_bg.wasm` into the folder.
///
/// Only the target `web` is made: the module is the same for all targets, and the entries of the package are our own.
pub(crate) fn write(module: &Path, folder: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(module)
        .out_name("everynode")
        .web(true)?
        .typescript(true)
        // The entries say where the module lies; a second guess in the glue makes bundlers copy it twice.
        .omit_default_module_path(true)
        // After a trap the package goes on with a fresh instance.
        .reset_state_function(true)
        .generate(folder)
        .with_context(|| format!("writing the glue of {}", module.display()))
}
