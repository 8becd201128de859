//! `cargo xtask pkg`: the npm package, from the core to the tarball.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::fingerprint::{self, Fingerprint};
use crate::project::Project;
use crate::shell::{self, Shell};
use crate::{element, npm, wasm};

/// Builds pkg/dist: the WebAssembly, then the hand-written TypeScript around it.
pub(crate) fn build(project: &Project, shell: &Shell) -> Result<()> {
    wasm::build(project, shell)?;
    let dist = project.path("pkg/dist");
    let inputs = Fingerprint::default()
        .folder(&project.path("pkg"))?
        .file(&dist.join("glue.d.ts"))
        .file(&dist.join("wasm-inline.js"))
        .file(&project.path(DESCRIPTIONS));
    let outputs = [
        dist.join("index.js"),
        dist.join("index.d.ts"),
        descriptions(project),
    ];
    fingerprint::step(project, shell, "build pkg", &inputs, &outputs, || {
        // What a source that is gone was compiled to must not be packed.
        for path in shell::files(&dist, &[])? {
            if !wasm::OUTPUTS.iter().any(|name| path == dist.join(name)) {
                fs::remove_file(&path)?;
            }
        }
        write_descriptions(project)?;
        npm::script(project, shell, "pkg", "build")
    })
}

/// Kubernetes' words on each field, by struct, as `go run ./schema schema` in `conformance` writes them.
const DESCRIPTIONS: &str = "conformance/schema/descriptions.json";

/// Where the package has them.
pub(crate) fn descriptions(project: &Project) -> PathBuf {
    project.path("pkg/dist/descriptions.json")
}

/// Without blanks, and with whose words they are.
fn write_descriptions(project: &Project) -> Result<()> {
    let words: Value = serde_json::from_str(&shell::read_text(&project.path(DESCRIPTIONS))?)?;
    let whole = json!({
        "source": "comments on the Go types of Kubernetes v1.36.3, https://github.com/kubernetes/kubernetes",
        "license": "Apache-2.0",
        "descriptions": words,
    });
    shell::write(&descriptions(project), whole.to_string())
}

/// Builds the package and packs it, as a registry would get it. Answers where the tarball lies.
pub(crate) fn pack(project: &Project, shell: &Shell) -> Result<PathBuf> {
    element::build(project, shell)?;
    let folder = project.scratch("tarball");
    // A tarball of another version must not be taken for this one.
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let destination = folder.display().to_string();
    shell.run(&mut npm::npm(
        project,
        "pkg",
        &[
            "pack",
            "--loglevel=error",
            "--pack-destination",
            &destination,
        ],
    ))?;
    let packed = shell::files(&folder, &[])?;
    let tarball = packed
        .into_iter()
        .next()
        .context("npm pack writes no tarball")?;
    shell.say(&format!("packed {}", project.relative(&tarball).display()));
    Ok(tarball)
}
