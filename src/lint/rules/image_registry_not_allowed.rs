//! An image comes from a registry that the configuration does not list.
//!
//! ## Why
//! Images of unknown registries run with all that a node agent may do. Of a registry of your own you know who may write
//! to it, and it is there when a Node starts.
//!
//! ## Configuration
//! ```yaml
//! registries: [registry.example.com]
//! ```
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: docker.io/example/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! The rule finds nothing without a list of registries. An entry stands for a registry or a folder of it, and `*` for anything:
//! `ghcr.io/acme`, `*.dkr.ecr.*.amazonaws.com`. Images without a registry are those of `docker.io`.

use crate::diagnostic::Severity;
use crate::lint::config::glob;
use crate::lint::{Context, Rule, Spots};
use crate::words::name_list;

pub(super) static RULE: Rule = Rule {
    id: "image-registry-not-allowed",
    security: Some(Severity::Warning),
    why: "What runs on every node comes from where the configuration says, or from anybody.",
    say: &["image `{0}` is of no registry that the configuration lists"],
    look,
    ..Rule::NEW
};

/// Registries that are named one by one.
const NAMED: usize = 5;

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let registries = &context.input.config.registries;
    if registries.is_empty() {
        return;
    }
    for container in &context.containers {
        let image = container.image();
        let full = container.image_in_registry();
        let is_listed = registries
            .iter()
            .any(|one| glob(one, &full) || glob(&[one, "/*"].concat(), &full));
        // Of what a template or a shell puts in, nothing is known.
        if image.is_empty() || image.contains(['$', '{', '<']) || is_listed {
            continue;
        }
        let names: Vec<&str> = registries.iter().map(String::as_str).collect();
        let help = ["It lists ", &name_list(&names, NAMED), "."].concat();
        found.at(container.view.get("image")).word(image).help(help);
    }
}
