//! A container can write to the file system of its image.
//!
//! ## Why
//! What breaks in can change programs of the image and leave files. `readOnlyRootFilesystem: true` stops that; what the
//! program writes itself goes to `emptyDir` volumes.
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
//!   image: registry.example.com/agent:v1.2.3
//!   securityContext:
//!     readOnlyRootFilesystem: true
//! ```
//!
//! ## When to switch off
//! For images that write to many places of their own.
//!
//! Peers: kube-linter `no-read-only-root-fs`; Polaris `notReadOnlyRootFilesystem`; kube-score
//! `container-security-context-readonlyrootfilesystem`

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, Preset, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "root-fs-writable",
    severity: Severity::Info,
    preset: Preset::Strict,
    security: Some(Severity::Warning),
    why: "What breaks in can replace programs and leave files.",
    help: "Set `securityContext.readOnlyRootFilesystem: true`, with an `emptyDir` for what the program writes.",
    say: &["{0} `{1}` can write to the file system of its image"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if context.is_windows() {
        return;
    }
    context.one_of_all(
        found,
        "securityContext.readOnlyRootFilesystem",
        |_, container| {
            let said = container.at("securityContext.readOnlyRootFilesystem");
            (!said.is_true() && !container.is_privileged()).then_some(said)
        },
    );
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Make it read-only")
        .changes_behaviour()
        .put(spot, "true");
}
