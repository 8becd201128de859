//! `cargo xtask www`: the playground as a folder of plain files, www/dist, that every web server can serve.

use anyhow::Result;

use crate::fingerprint::{self, Fingerprint};
use crate::project::Project;
use crate::shell::Shell;
use crate::{element, npm};

/// Builds the package with its element, then the page around it.
pub(crate) fn build(project: &Project, shell: &Shell) -> Result<()> {
    element::build(project, shell)?;
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
