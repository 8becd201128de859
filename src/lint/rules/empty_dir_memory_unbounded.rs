//! A volume in memory has no limit.
//!
//! ## Why
//! An `emptyDir` with `medium: Memory` is memory of the Pod. Without `sizeLimit` it can grow to all that the node has
//! for Pods, on every node at once.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - {name: v, mountPath: /v}
//! volumes:
//! - name: v
//!   emptyDir: {medium: Memory}
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - {name: v, mountPath: /v}
//! volumes:
//! - name: v
//!   emptyDir: {medium: Memory, sizeLimit: 64Mi}
//! ```
//!
//! ## When to switch off
//! Where the memory limit of the container is to bound it.

use crate::diagnostic::Severity;
use crate::lint::{Context, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "empty-dir-memory-unbounded",

    why: "It can grow to all the memory that the node has for Pods.",
    help: "Set `sizeLimit`.",
    say: &["volume `{0}` is in memory and has no limit"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let mounts = context.mounts();
    for volume in context.pod.get("volumes").items() {
        let folder = volume.get("emptyDir");
        let medium = folder.get("medium");
        if medium.text() != "Memory" || folder.get("sizeLimit").exists() {
            continue;
        }
        let spot = found.at(medium).word(volume.get("name").text());
        let mut own = mounts.iter().filter(|mount| mount.volume.is(volume));
        let of_pod = context.pod.at("resources.limits.memory").exists();
        if of_pod || own.all(|mount| mount.container.at("resources.limits.memory").exists()) {
            spot.severity(Severity::Info).why(
                "The memory limit of the container bounds it: filling it kills the container.",
            );
        }
    }
}
