//! A privileged container adds capabilities.
//!
//! ## Why
//! `privileged: true` gives all capabilities. The list tells readers that the container has little, and it has
//! everything.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   securityContext:
//!     privileged: true
//!     capabilities:
//!       add: [NET_ADMIN]
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
//! For manifests that run with and without `privileged`.

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "privileged-with-capabilities",
    severity: Severity::Info,
    security: Some(Severity::Info),
    why: "It has all capabilities anyway: the list only looks like a limit.",
    help: "Remove `privileged` if the capabilities suffice, else the list.",
    say: &["{0} `{1}` is privileged: the list of capabilities has no effect"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for container in &context.containers {
        let capabilities = container.at("securityContext.capabilities");
        let added = capabilities.get("add").items().next();
        if container.is_privileged() && added.is_some() {
            found.missing(capabilities, "add").container(container);
        }
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    let is_alone = spot.at.entries().count() == 1;
    let list = match is_alone {
        true => spot.at,
        false => spot.at.get("add"),
    };
    mend.title("Remove the list").remove(list);
}
