//! An image is named by a tag, which can be moved.
//!
//! ## Why
//! A tag can be pushed again. Nodes that pull later run other bits under the same name, and a rollback brings back the
//! name, not the bits.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent@sha256:1111111111111111111111111111111111111111111111111111111111111111
//! ```
//!
//! ## When to switch off
//! Where the registry does not let tags move.
//!
//! Peers: Checkov CKV_K8S_43

use crate::diagnostic::Severity;
use crate::lint::{Context, Preset, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "image-not-by-digest",

    severity: Severity::Info,
    preset: Preset::Strict,
    security: Some(Severity::Info),
    why: "A tag can be pushed again: nodes that pull later run other bits under the same name.",
    help: "Name the image by its digest: `image@sha256:…`.",
    say: &["image `{0}` is named by its tag"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let mut first = None;
    for container in &context.containers {
        let image = container.view.get("image");
        if image.text().is_empty()
            || container.has_digest()
            || image.text().contains(['$', '{', '<'])
        {
            continue;
        }
        match &mut first {
            None => first = Some(found.at(image).word(image.text())),
            Some(spot) => {
                spot.related(image, "by its tag as well");
            }
        }
    }
}
