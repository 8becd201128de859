//! Holds the rooms of src/ against the table of who may use whom, and ARCHITECTURE.md against the same table.
#![allow(
    clippy::disallowed_methods,
    reason = "a test of the sources reads the sources"
)]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what the tests call fails as they do, by a panic; clippy.toml excepts only the tests themselves"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// Each room and the rooms that it may use, from the ground up.
const ROOMS: &[(&str, &[&str])] = &[
    ("order", &[]),
    ("source", &["order"]),
    ("schema", &[]),
    ("model", &["order", "source"]),
    ("diagnostic", &["order", "source"]),
    ("matching", &["order", "source", "model"]),
    ("cluster", &["order", "source", "model"]),
    (
        "manifest",
        &["order", "source", "schema", "model", "diagnostic"],
    ),
    (
        "apiserver",
        &[
            "order",
            "source",
            "schema",
            "model",
            "diagnostic",
            "matching",
            "manifest",
        ],
    ),
    (
        "controller",
        &["order", "source", "model", "matching", "cluster"],
    ),
    (
        "scheduler",
        &["order", "source", "model", "matching", "cluster"],
    ),
    (
        "placement",
        &[
            "order",
            "source",
            "model",
            "matching",
            "cluster",
            "apiserver",
            "controller",
            "scheduler",
        ],
    ),
    (
        "simulation",
        &[
            "order",
            "source",
            "model",
            "matching",
            "cluster",
            "apiserver",
            "controller",
            "scheduler",
            "placement",
        ],
    ),
    (
        "words",
        &[
            "order",
            "source",
            "schema",
            "model",
            "diagnostic",
            "matching",
            "cluster",
            "manifest",
            "apiserver",
            "controller",
            "scheduler",
            "placement",
            "simulation",
        ],
    ),
    (
        "lint",
        &[
            "order",
            "source",
            "schema",
            "model",
            "diagnostic",
            "matching",
            "cluster",
            "manifest",
            "apiserver",
            "controller",
            "scheduler",
            "placement",
            "simulation",
            "words",
        ],
    ),
    (
        "workspace",
        &[
            "order",
            "source",
            "schema",
            "model",
            "diagnostic",
            "matching",
            "cluster",
            "manifest",
            "apiserver",
            "controller",
            "scheduler",
            "placement",
            "simulation",
            "words",
            "lint",
        ],
    ),
    (
        "ffi",
        &[
            "order",
            "source",
            "model",
            "diagnostic",
            "matching",
            "cluster",
            "manifest",
            "apiserver",
            "controller",
            "scheduler",
            "placement",
            "simulation",
            "words",
            "lint",
            "workspace",
        ],
    ),
    ("report", &["order", "source", "words", "ffi"]),
    ("cli", &["words", "report", "ffi"]),
    ("wasm", &["report", "ffi", "cli"]),
    ("bin", &["ffi", "cli"]),
];

/// What the crate root itself defines.
const ROOT: &[&str] = &["KUBERNETES_VERSION", "VERSION"];

#[test]
fn every_file_uses_only_the_rooms_below_its_own() {
    let sources = root().join("src");
    let mut faults = Vec::new();
    let files = rust_files(&sources);
    assert!(files.len() > ROOMS.len(), "only {} files", files.len());
    for path in files {
        let relative = path.strip_prefix(&sources).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        for fault in faults_of(relative, &text) {
            faults.push(format!("src/{}: {fault}", relative.display()));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn a_room_uses_only_rooms_that_stand_above_it_in_the_table() {
    for (index, (room, uses)) in ROOMS.iter().enumerate() {
        for used in *uses {
            let place = ROOMS.iter().position(|(name, _)| name == used);
            assert!(
                place.is_some_and(|place| place < index),
                "{room} uses {used}"
            );
        }
    }
}

#[test]
fn architecture_md_has_the_same_table() {
    let page = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let written: Vec<(String, Vec<String>)> = page
        .lines()
        .skip_while(|line| *line != "| room | may use |")
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| {
            let cells: Vec<_> = line.split('|').collect();
            assert_eq!(cells.len(), 4, "{line}");
            (quoted(cells[1]).concat(), quoted(cells[2]))
        })
        .collect();
    let held: Vec<(String, Vec<String>)> = ROOMS
        .iter()
        .map(|(room, uses)| {
            let uses = uses.iter().map(|&used| used.to_owned()).collect();
            ((*room).to_owned(), uses)
        })
        .collect();
    assert_eq!(written, held);
}

#[test]
fn the_check_sees_each_way_around_the_table() {
    for (path, text, faults) in [
        ("controller/a.rs", "use crate::model::Node;", 0),
        ("controller/a.rs", "use crate::controller::b;", 0),
        ("controller/a.rs", "crate::scheduler::filter()", 1),
        ("controller/a.rs", "use crate::{model, scheduler::x};", 1),
        (
            "source/a.rs",
            "use crate::{source::{a, model}, words::{self, b}};",
            1,
        ),
        ("words/a.rs", "use crate::*;", 1),
        ("words/a.rs", "use crate::{*, model};", 1),
        ("words/a.rs", "use crate as everything;", 1),
        ("words/mod.rs", "use super::report::x;", 1),
        ("words/a.rs", "pub(crate) fn a() {}", 0),
        ("words/a.rs", "crate::VERSION", 0),
        ("words/a.rs", "crate::Unknown", 1),
        ("helpers/a.rs", "", 1),
        ("helpers.rs", "", 1),
        ("wasm.rs", "crate::ffi::place; crate::manifest::x", 1),
        (
            "bin/everynode/main.rs",
            "everynode::cli::run(); crate::host::x",
            0,
        ),
        ("bin/everynode/main.rs", "everynode::model::Node", 1),
        ("lib.rs", "pub mod model;\npub mod helpers;", 1),
    ] {
        assert_eq!(
            faults_of(Path::new(path), text).len(),
            faults,
            "{path}: {text}"
        );
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below a folder, sorted.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The words between backticks.
fn quoted(cell: &str) -> Vec<String> {
    cell.split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

/// What a file does that the table does not grant; its path is relative to src/.
fn faults_of(path: &Path, text: &str) -> Vec<String> {
    let first = path.components().next().unwrap();
    let name = Path::new(first.as_os_str()).file_stem().unwrap();
    let room = name.to_str().unwrap();
    let tokens = tokens(text);
    if room == "lib" {
        return tokens
            .windows(3)
            .filter(|window| window[0] == "mod" && window[2] == ";" && uses_of(window[1]).is_none())
            .map(|window| format!("`{}` is no room of the table", window[1]))
            .collect();
    }
    let Some(uses) = uses_of(room) else {
        return vec![format!("`{room}` is no room of the table")];
    };
    // The native binary is a crate of its own: the core is `everynode` to it.
    let krate = if room == "bin" { "everynode" } else { "crate" };
    let mut faults = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let rest = &tokens[index + 1..];
        if *token == krate && rest.first() == Some(&"as") {
            faults.push(format!("`{krate}` gets another name"));
        } else if *token == krate && rest.first() == Some(&"::") {
            for used in heads(&rest[1..]) {
                let granted = used == room || uses.contains(&used) || ROOT.contains(&used);
                if !granted {
                    faults.push(format!("`{room}` may not use `{krate}::{used}`"));
                }
            }
        } else if *token == "super" && rest.first() == Some(&"::") && path.ends_with("mod.rs") {
            // From the room's own file the parent is the crate root.
            for used in heads(&rest[1..]) {
                if uses_of(used).is_some() && path.components().count() == 2 {
                    faults.push(format!("`super::{used}` goes through the crate root"));
                }
            }
        }
    }
    faults
}

fn uses_of(room: &str) -> Option<&'static [&'static str]> {
    let row = ROOMS.iter().find(|(name, _)| *name == room);
    row.map(|(_, uses)| *uses)
}

/// What follows `crate::`: one name, or the first name of every path in the braces.
fn heads<'text>(tokens: &[&'text str]) -> Vec<&'text str> {
    if tokens.first() != Some(&"{") {
        return tokens.first().copied().into_iter().collect();
    }
    let (mut heads, mut depth, mut starts) = (Vec::new(), 0_usize, false);
    for &token in tokens {
        match token {
            "{" => {
                depth += 1;
                starts = depth == 1;
            }
            "}" if depth == 1 => break,
            "}" => depth -= 1,
            "," => starts = depth == 1,
            name if starts => {
                heads.push(name);
                starts = false;
            }
            _ => {}
        }
    }
    heads
}

/// Words, `::`, and every other character that is no space by itself. Comments count: a link is a use, too.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let word = |character: char| character.is_alphanumeric() || character == '_';
        let length = if word(first) {
            rest.find(|character| !word(character))
                .unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        let (token, after) = rest.split_at(length);
        tokens.push(token);
        rest = after.trim_start();
    }
    tokens
}
