//! A user or group number below 10000 may be one of the Node.
//!
//! ## Why
//! Numbers mean the same on the Node and in a container. A process that gets out of its container is then whoever has
//! that number there: 1000 is the first user of many systems.
//!
//! ## Invalid
//! ```yaml
//! securityContext:
//!   runAsUser: 1000
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! securityContext:
//!   runAsUser: 65534
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where the image brings files of a fixed owner, or the number is that of a group of the Node on purpose.
//!
//! Peers: kube-score `container-security-context-user-group-id`

use crate::diagnostic::Severity;
use crate::lint::{Context, Preset, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "run-as-low-id",
    severity: Severity::Info,
    preset: Preset::Strict,
    security: Some(Severity::Info),
    why: "On the node the number may belong to somebody, whose files are then open to what gets out of the container.",
    help: "Take a number above 10000.",
    say: &["`{0}: {1}` may be somebody on the node"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for security in context.security_contexts() {
        for field in ["runAsUser", "runAsGroup"] {
            let number = security.get(field);
            if number
                .as_int()
                .is_some_and(|number| (1..10_000).contains(&number))
            {
                found.at(number).word(field).word(number.text());
            }
        }
    }
}
