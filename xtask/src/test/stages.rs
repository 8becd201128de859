//! The stages, in the order in which they run: what is quick to fail comes first.

use super::{Stage, browser, consumer, count, javascript, locks, rust, size};
use crate::{element, r#gen, npm, tools, wasm, www};

use super::Done;

/// All stages. A new one is a line here and a function; what it needs must stand above it.
pub(super) const STAGES: &[Stage] = &[
    Stage {
        name: "fmt",
        about: "the Rust code is formatted",
        needs: &[],
        slow: false,
        counter: None,
        run: rust::fmt,
    },
    Stage {
        name: "gen",
        about: "the generated files are fresh",
        needs: &[],
        slow: false,
        counter: None,
        run: |project, _| r#gen::check(project).and_then(|()| Done::passed()),
    },
    Stage {
        name: "locks",
        about: "the npm lock files name no host",
        needs: &[],
        slow: false,
        counter: None,
        run: locks::check,
    },
    Stage {
        name: "clippy",
        about: "no lint speaks, natively, in all targets of all packages",
        needs: &[],
        slow: false,
        counter: None,
        run: rust::clippy,
    },
    Stage {
        name: "clippy-wasm",
        about: "no lint speaks where the target is WebAssembly",
        needs: &[],
        slow: false,
        counter: None,
        run: rust::clippy_wasm,
    },
    Stage {
        name: "doc",
        about: "every link in the comments of the core leads somewhere",
        needs: &[],
        slow: false,
        counter: None,
        run: rust::doc,
    },
    Stage {
        name: "native",
        about: "the tests of the core and of xtask, natively",
        needs: &[],
        slow: false,
        counter: Some(count::cargo),
        run: rust::native,
    },
    Stage {
        name: "pkg",
        about: "the npm package builds",
        needs: &[],
        slow: false,
        counter: None,
        run: |project, shell| {
            tools::prerequisites(project)?;
            if !npm::is_package(project, "pkg") {
                return Ok(Done::Skipped("pkg has no package.json".to_owned()));
            }
            if !wasm::has_border(project)? {
                return Ok(Done::Skipped("src/wasm.rs exports nothing yet".to_owned()));
            }
            element::build(project, shell).and_then(|()| Done::passed())
        },
    },
    Stage {
        name: "size",
        about: "the WebAssembly keeps its budget",
        needs: &["pkg"],
        slow: false,
        counter: None,
        run: size::check,
    },
    Stage {
        name: "node",
        about: "the tests of the built package in Node, tests/js",
        needs: &["pkg"],
        slow: false,
        counter: Some(count::node),
        run: javascript::node,
    },
    Stage {
        name: "types",
        about: "the types hold golden answers, tests/types, and the browser's tests compile",
        needs: &["pkg"],
        slow: false,
        counter: None,
        run: javascript::types,
    },
    Stage {
        name: "wasm",
        about: "the tests of the core in headless Chromium, tests/wasm.rs",
        needs: &["pkg"],
        slow: false,
        counter: Some(count::cargo),
        run: rust::wasm,
    },
    Stage {
        name: "www",
        about: "the playground builds",
        needs: &["pkg"],
        slow: false,
        counter: None,
        run: |project, shell| {
            if !npm::is_package(project, "www") {
                return Ok(Done::Skipped("www has no package.json".to_owned()));
            }
            www::build(project, shell).and_then(|()| Done::passed())
        },
    },
    Stage {
        name: "browser",
        about: "the playground in Chromium, tests/browser",
        needs: &["www"],
        slow: false,
        counter: Some(count::playwright),
        run: browser::run,
    },
    Stage {
        name: "consumer",
        about: "the packed tarball in an empty folder, tests/consumer",
        needs: &["pkg"],
        slow: false,
        counter: Some(count::node),
        run: consumer::run,
    },
    Stage {
        name: "release",
        about: "the native tests, optimised as they are released",
        needs: &[],
        slow: true,
        counter: Some(count::cargo),
        run: rust::release,
    },
    Stage {
        name: "deny",
        about: "licences and sources of the crates, deny.toml",
        needs: &[],
        slow: true,
        counter: None,
        run: rust::deny,
    },
];
