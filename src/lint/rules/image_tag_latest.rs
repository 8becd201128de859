//! An image has the tag `latest`, or none.
//!
//! ## Why
//! The tag stands for another image tomorrow. Nodes that join later pull that one, so that one DaemonSet runs several
//! versions, an update happens without a rollout, and `kubectl rollout undo` goes back to the same name.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com:5000/agent
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com:5000/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! On clusters for development, where the newest image is what is wanted, and where the `images` of kustomize name the tag.
//!
//! Peers: kube-linter `latest-tag`; Polaris `tagNotSpecified`; kube-score `container-image-tag`; Trivy KSV013; Checkov
//! CKV_K8S_14
//!
//! Upstream: pkg/util/parsers/parsers.go ParseImageName (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "image-tag-latest",
    security: Some(Severity::Warning),
    why: "Nodes that pull at different times run different images under one name, and no rollout tells them apart.",
    help: "Name a version, or a digest.",
    say: &[
        "image `{0}` has no tag, which means `latest`",
        "image `{0}` has the tag `latest`",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for container in &context.containers {
        let image = container.view.get("image");
        // What a template or a shell fills in says nothing yet.
        let is_filled_in = image.text().contains(['$', '{', '<']);
        if !image.exists() || image.text().is_empty() || container.has_digest() || is_filled_in {
            continue;
        }
        match container.image_tag() {
            None => found.at(image).word(image.text()),
            Some("latest") => found.at(image).word(image.text()).case(1),
            Some(_) => continue,
        };
    }
}
