//! `/var/log/containers` holds links, and what they lead to is not mounted.
//!
//! ## Why
//! The kubelet makes a link in `/var/log/containers` for each container; the files are in `/var/log/pods`. In a
//! container that has the first without the second, every link leads nowhere.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - {name: v, mountPath: /v, readOnly: true}
//! volumes:
//! - name: v
//!   hostPath: {path: /var/log/containers}
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - {name: v, mountPath: /v, readOnly: true}
//! volumes:
//! - name: v
//!   hostPath: {path: /var/log}
//! ```
//!
//! ## When to switch off
//! Where the files are reached in another way.

use crate::diagnostic::Severity;
use crate::lint::{Context, Rule, Spots, is_under};

pub(super) static RULE: Rule = Rule {
    id: "var-log-without-pods-target",

    severity: Severity::Info,
    why: "The links lead into `/var/log/pods`: without that folder no file can be opened.",
    help: "Mount `/var/log/pods` at the same path as well, or `/var/log`.",
    say: &["`{0}` holds links into `/var/log/pods`, which is not mounted"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let mut links = None;
    for mount in context.mounts() {
        let path = mount.host_path();
        if path.is_empty() {
            continue;
        }
        if is_under("/var/log/pods", path) {
            return;
        }
        if is_under(path, "/var/log/containers") && links.is_none() {
            links = Some(mount.volume.at("hostPath.path"));
        }
    }
    if let Some(path) = links {
        found.at(path).word(path.text());
    }
}
