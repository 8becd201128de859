//! What the Kubernetes control plane does with a DaemonSet: which nodes get a Pod, and why the others don't.
//!
//! The rooms mirror the parts of the control plane; ARCHITECTURE.md has the table of which room may use which, and a
//! test holds the code against it. The core reads no clock, file, environment variable or random source.

// What prints for programmers is in the page's module only where a panic would say it, and is taken out there
// (xtask/src/wasm/silence.rs).
#![cfg_attr(not(test), deny(clippy::use_debug))]

/// The minor version of Kubernetes that is mirrored, as `MAJOR.MINOR`.
pub const KUBERNETES_VERSION: &str = "1.36";

/// The version of this package.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

pub mod apiserver;
pub mod cli;
pub mod cluster;
pub mod controller;
pub mod diagnostic;
pub mod ffi;
pub mod lint;
pub mod manifest;
pub mod matching;
pub mod model;
pub mod order;
pub mod placement;
pub mod report;
pub mod scheduler;
pub mod schema;
pub mod simulation;
pub mod source;
pub mod words;
pub mod workspace;

#[cfg(target_arch = "wasm32")]
pub mod wasm;
