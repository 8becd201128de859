//! A capability is written with the prefix `CAP_`, which manifests do not use.
//!
//! ## Why
//! The container runtime puts `CAP_` before each name: `CAP_NET_ADMIN` becomes `CAP_CAP_NET_ADMIN`, which no kernel knows.
//! The API server takes any name. Depending on the runtime, the container does not start, or it lacks the capability, or it
//! keeps the one that was to be dropped.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   securityContext:
//!     capabilities:
//!       add: [CAP_NET_ADMIN]
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   securityContext:
//!     capabilities:
//!       add: [NET_ADMIN]
//! ```
//!
//! ## When to switch off
//! Where every runtime is known to take both forms.

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "capability-cap-prefix",
    security: Some(Severity::Warning),
    why: "The runtime puts `CAP_` before the name itself, and no kernel knows what comes of it; the API server checks no names.",
    help: "Write the name without `CAP_`.",
    say: &["`{0}` is no capability: manifests name it without `CAP_`"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

const PREFIX: &str = "CAP_";

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for container in &context.containers {
        let capabilities = container.at("securityContext.capabilities");
        for list in ["add", "drop"] {
            for capability in capabilities.get(list).items() {
                if capability.text().starts_with(PREFIX) {
                    found.at(capability).word(capability.text());
                }
            }
        }
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    if let Some(name) = spot.said(0).strip_prefix(PREFIX) {
        mend.title("Remove `CAP_`")
            .changes_behaviour()
            .set(spot.at, name);
    }
}
