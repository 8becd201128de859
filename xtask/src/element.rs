//! The package's element: the playground's views as pkg/dist/element.js, built from www beside the package's own files.

use anyhow::Result;

use crate::fingerprint::{self, Fingerprint};
use crate::project::Project;
use crate::shell::Shell;
use crate::{npm, pkg};

/// Builds the package, then the element into it. Whoever packs or serves the package asks for this.
pub(crate) fn build(project: &Project, shell: &Shell) -> Result<()> {
    pkg::build(project, shell)?;
    if !npm::is_package(project, "www") {
        return Ok(());
    }
    npm::install(project, shell, "www")?;
    let inputs = Fingerprint::default().folder(&project.path("www"))?;
    // What the package's own build clears away is missed here.
    let outputs = [project.path("pkg/dist/element.js")];
    fingerprint::step(project, shell, "build element", &inputs, &outputs, || {
        npm::script(project, shell, "www", "build:element")
    })
}
