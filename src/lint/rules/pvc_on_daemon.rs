//! All Pods of a DaemonSet use one claim.
//!
//! ## Why
//! A DaemonSet has no claim for each Pod. One that is named is the same for all of them; with `ReadWriteOnce` it can be
//! used on one node, and the Pods of all others wait.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - {name: data, mountPath: /data}
//! volumes:
//! - name: data
//!   persistentVolumeClaim: {claimName: data}
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - {name: data, mountPath: /data}
//! volumes:
//! - name: data
//!   ephemeral:
//!     volumeClaimTemplate:
//!       spec: {accessModes: [ReadWriteOnce]}
//! ```
//!
//! ## When to switch off
//! Where the volume can be mounted on many nodes.

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "pvc-on-daemon",

    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "One claim serves the Pods of all nodes, or those of one node, depending on its access modes.",
    help: "Use a hostPath of its own, a generic ephemeral volume, or a claim with `ReadWriteMany`.",
    say: &[
        "the Pods of all nodes use the claim `{0}`",
        "the Pods of all nodes use the claim `{0}`, which one node can use",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for volume in context.pod.get("volumes").items() {
        let name = volume.at("persistentVolumeClaim.claimName");
        if name.text().is_empty() {
            continue;
        }
        let claims = context.beside("PersistentVolumeClaim");
        let Some(claim) = claims.iter().find(|claim| claim.name() == name.text()) else {
            found.at(name).word(name.text());
            continue;
        };
        let modes = claim.root.at("spec.accessModes");
        let mut items = modes.items();
        if modes.exists() && items.all(|mode| mode.text().starts_with("ReadWriteOnce")) {
            let spot = found.at(name).word(name.text()).case(1);
            spot.severity(Severity::Warning)
                .related(modes, "its access modes");
        }
    }
}
