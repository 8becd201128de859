//! Arguments, dispatch, exit codes over a Host; compiled natively and into the wasm.
//!
//! The same bytes come out of both, because nothing here reads a file, a terminal, a clock or the environment but
//! through the [`Host`].

mod arguments;
mod ask;
mod files;
mod help;
mod host;
mod progress;
mod run;
mod values;

pub use host::{Entry, Host, Stream};
pub use run::run;
