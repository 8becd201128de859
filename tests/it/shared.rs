//! Files that others wrote and that the project does not ship: real manifests, dumps of real clusters.

use std::path::{Path, PathBuf};

/// The folder that holds `corpus/` and `seed-examples/`: `EVERYNODE_REAL`, or else `shared` beside the checkout. A
/// test that needs it says so and passes where it is missing.
///
/// # Panics
/// When `EVERYNODE_REAL` names a folder that is not there.
pub(crate) fn folder(inside: &str) -> Option<PathBuf> {
    let given = std::env::var_os("EVERYNODE_REAL").map(PathBuf::from);
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = given.clone().unwrap_or_else(beside).join(inside);
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(given.is_none(), "no {}", folder.display());
    println!(
        "did not run: no {}; EVERYNODE_REAL names the folder that holds {inside}",
        folder.display()
    );
    None
}

/// Every file under a folder, sorted, with its path from there.
pub(crate) fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    collect(folder, "", &mut found);
    found.sort();
    found
}

#[expect(
    clippy::disallowed_methods,
    reason = "the core reads no file; its tests do"
)]
fn collect(folder: &Path, prefix: &str, found: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy();
        let name = match prefix {
            "" => name.into_owned(),
            prefix => format!("{prefix}/{name}"),
        };
        if path.is_dir() {
            collect(&path, &name, found);
        } else {
            found.push((name, std::fs::read(&path).unwrap()));
        }
    }
}

/// Folders in a folder, sorted by name.
pub(crate) fn folders(folder: &Path) -> Vec<(String, PathBuf)> {
    let entries = std::fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let folders = paths.filter(|path| path.is_dir());
    let mut found: Vec<(String, PathBuf)> = folders
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                path,
            )
        })
        .collect();
    found.sort();
    found
}
