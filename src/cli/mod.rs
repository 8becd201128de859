//! Arguments, dispatch, exit codes over a Host; compiled natively and into the wasm.
