//! Nodes keep an old image under a tag that moves.
//!
//! ## Why
//! With `IfNotPresent` a node pulls a tag once. When the tag moves on, nodes that have it stay with what they pulled
//! first, new nodes get the new image, and nobody sees the difference.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:main
//!   imagePullPolicy: IfNotPresent
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   imagePullPolicy: IfNotPresent
//! ```
//!
//! ## When to switch off
//! Where the tag does not move, whatever its name looks like.
//!
//! Peers: Polaris `pullPolicyNotAlways`; kube-score `container-image-pull-policy`; Trivy KSV013; Checkov CKV_K8S_15

use crate::diagnostic::Severity;
use crate::lint::{Context, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "image-pull-policy",

    severity: Severity::Info,
    why: "A node pulls the tag once; when it moves on, nodes run different images under one name.",
    help: "Name a full version; `Always` makes each start depend on the registry.",
    say: &["tag `{0}` may move, and nodes keep what they pulled first"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for container in &context.containers {
        let policy = container.view.get("imagePullPolicy");
        let tag = container.image_tag().unwrap_or("latest");
        // What is not said is `Always` for `latest`, and `IfNotPresent` for all else.
        let keeps = match policy.text() {
            "" => tag != "latest",
            text => text != "Always",
        };
        let image = container.view.get("image");
        let is_named =
            image.exists() && !container.has_digest() && container.image_name() != "pause";
        if keeps && is_named && may_move(tag) {
            let at = match policy.exists() {
                true => policy,
                false => image,
            };
            found.at(at).word(tag);
        }
    }
}

/// Whether a tag is one that is pushed again and again: a name of a branch, or a version without its last part.
fn may_move(tag: &str) -> bool {
    const NAMES: &[&str] = &[
        "latest", "main", "master", "edge", "nightly", "dev", "develop", "devel", "snapshot",
        "stable", "canary", "head",
    ];
    let version = tag.strip_prefix('v').unwrap_or(tag);
    let parts = version.split('.').count();
    let is_number =
        |part: &str| (1..4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    NAMES.iter().any(|name| tag.eq_ignore_ascii_case(name))
        || (parts < 3 && version.split('.').all(is_number))
}
