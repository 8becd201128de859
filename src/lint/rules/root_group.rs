//! A container is in the group of root.
//!
//! ## Why
//! Many files of a Node and of an image may be read, and some written, by the group of root. A process with another
//! user but this group keeps that access.
//!
//! ## Invalid
//! ```yaml
//! securityContext:
//!   runAsUser: 20000
//!   supplementalGroups: [0]
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! securityContext:
//!   runAsUser: 20000
//!   supplementalGroups: [20001]
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! For images that keep their files for group 0, so that any user may run them, and for reading logs of the Node.

use crate::diagnostic::Severity;
use crate::lint::{Context, Preset, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "root-group",
    severity: Severity::Info,
    preset: Preset::Strict,
    security: Some(Severity::Info),
    why: "Files that are open to the group of root are open to the container.",
    help: "Take another group, unless the files that it needs belong to this one.",
    say: &["`{0}` names the group of root"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let of_pod = context.pod.get("securityContext");
    let mut groups = vec![
        ("fsGroup", of_pod.get("fsGroup")),
        ("runAsGroup", of_pod.get("runAsGroup")),
    ];
    for container in &context.containers {
        groups.push(("runAsGroup", container.at("securityContext.runAsGroup")));
    }
    for group in of_pod.get("supplementalGroups").items() {
        groups.push(("supplementalGroups", group));
    }
    for (field, group) in groups {
        if group.as_int() == Some(0) {
            found.at(group).word(field);
        }
    }
}
