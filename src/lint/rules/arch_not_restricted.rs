//! The image is for one architecture, and nothing restricts the Nodes to it.
//!
//! ## Why
//! An image whose name or tag ends in `-arm64` runs on such Nodes alone. On the others it is pulled and fails at once
//! with an exec format error, over and over. Every Node has the label `kubernetes.io/arch`.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3-arm64
//! ```
//!
//! ## Valid
//! ```yaml
//! nodeSelector:
//!   kubernetes.io/arch: arm64
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3-arm64
//! ```
//!
//! ## When to switch off
//! Where all Nodes are of this architecture, and will be.

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "arch-not-restricted",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "On a node of another architecture the container ends at once, over and over.",
    help: "Set `nodeSelector` to `kubernetes.io/arch`, or take an image for several architectures.",
    say: &["the image is for `{0}` alone, and nothing restricts the nodes to it"],
    look,
    ..Rule::NEW
};

/// How images say it, and what the label says. `arm` alone is also an ordinary word.
const ARCHITECTURES: &[(&str, &str)] = &[
    ("aarch64", "arm64"),
    ("amd64", "amd64"),
    ("arm64", "arm64"),
    ("arm64v8", "arm64"),
    ("ppc64le", "ppc64le"),
    ("s390x", "s390x"),
    ("x86_64", "amd64"),
];

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    const LABEL: &str = "kubernetes.io/arch";
    // A part of a manifest may have its selector elsewhere.
    let is_said = !context.pod.lacks("os") && context.is_fragment();
    if is_said || context.demands_label(&[LABEL, "beta.kubernetes.io/arch"]) {
        return;
    }
    for container in &context.containers {
        let Some(arch) = architecture(container.image()) else {
            continue;
        };
        let mut nodes = context.nodes().iter();
        let is_everywhere = !context.nodes().is_empty()
            && nodes.all(|node| {
                node.metadata
                    .labels
                    .get(LABEL)
                    .is_some_and(|own| own == arch)
            });
        if !is_everywhere {
            found.at(container.at("image")).word(arch);
        }
    }
}

fn architecture(image: &str) -> Option<&'static str> {
    let image = image.split('@').next().unwrap_or_default();
    // `agent-arm64:v1`, `agent:v1-arm64`, `arm64/agent:v1`.
    for part in image.split(['/', ':']) {
        let last = part.rsplit('-').next().unwrap_or(part);
        let mut known = ARCHITECTURES.iter();
        if let Some((_, arch)) = known.find(|(name, _)| *name == last) {
            return Some(arch);
        }
    }
    None
}
