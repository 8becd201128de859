//! Names are written into `/etc/hosts` of the Pod.
//!
//! ## Why
//! Such a name stays as it is when its address changes, on every Node, and hides what DNS says. Under `hostNetwork` the
//! file of the Node is not changed: the Pod gets its own.
//!
//! ## Invalid
//! ```yaml
//! hostAliases:
//! - {ip: 192.0.2.7, hostnames: [store.example.com]}
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
//! ```
//!
//! ## When to switch off
//! For names that no DNS server of the cluster knows.

use crate::diagnostic::Severity;
use crate::lint::{Context, Preset, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "host-aliases-set",
    severity: Severity::Info,
    preset: Preset::Strict,
    security: Some(Severity::Info),
    why: "The address stays as it is written, whatever DNS says, until the manifest changes.",
    help: "Have DNS resolve the name.",
    say: &["names of hosts are written down in the Pod"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let aliases = context.pod.get("hostAliases");
    if aliases.items().next().is_some() {
        found.at(aliases);
    }
}
