//! `cargo xtask www`: the playground as a folder of plain files, www/dist, that every web server can serve.

use anyhow::Result;

use crate::fingerprint::{self, Fingerprint};
use crate::project::Project;
use crate::shell::Shell;
use crate::{npm, pkg};

/// Builds the package, then the page around it.
pub(crate) fn build(project: &Project, shell: &Shell) -> Result<()> {
    pkg::build(project, shell)?;
    npm::install(project, shell, "www")?;
    let inputs = Fingerprint::default()
        .folder(&project.path("www"))?
        // What is to say about the rules is a part of the page.
        .folder(&project.path("docs/rules"))?
        .folder(&project.path("pkg/dist"))?;
    let outputs = [project.path("www/dist/index.html")];
    fingerprint::step(project, shell, "build www", &inputs, &outputs, || {
        npm::script(project, shell, "www", "build")
    })
}
