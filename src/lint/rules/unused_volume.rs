//! No container mounts a volume.
//!
//! ## Why
//! A volume that nobody mounts is still set up: a Secret or ConfigMap that is not there keeps the Pod from starting, a
//! claim keeps it from a node.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! volumes:
//! - name: token
//!   secret: {secretName: token}
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - {name: token, mountPath: /token}
//! volumes:
//! - name: token
//!   secret: {secretName: token}
//! ```
//!
//! ## When to switch off
//! Where something adds the mount at admission.

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, Rule, Spot, Spots};
use crate::order::OrderedMap;

pub(super) static RULE: Rule = Rule {
    id: "unused-volume",

    severity: Severity::Info,
    why: "It is set up all the same: what it refers to must be there for the Pod to start.",
    help: "Remove it, or mount it.",
    say: &[
        "no container mounts volume `{0}`",
        "no container mounts volume `{0}`, which is empty",
    ],
    mend: Some(mend),
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let mut used = OrderedMap::new();
    let guests = context.pod.get("ephemeralContainers").items();
    let views = context.containers.iter().map(|container| container.view);
    for container in views.chain(guests) {
        // A part of a container, or a patch: its mounts may stand elsewhere.
        let is_whole = container.lacks("volumeMounts") || container.get("volumeMounts").is_list();
        if !is_whole {
            return;
        }
        for list in ["volumeMounts", "volumeDevices"] {
            for mount in container.get(list).items() {
                used.insert(mount.get("name").text(), container);
            }
        }
    }
    if context.containers.is_empty() {
        return;
    }
    let volumes = context.pod.get("volumes");
    let is_single = volumes.items().count() == 1;
    for volume in volumes.items() {
        let name = volume.get("name").text();
        if !name.is_empty() && !used.contains_key(name) {
            let spot = found.at(volume).word(name);
            spot.whole(if is_single { volumes } else { volume });
            if volume.get("emptyDir").exists() {
                spot.case(1);
            }
        }
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Remove the volume");
    if spot.case == 0 {
        mend.changes_behaviour();
    }
    mend.remove_whole(spot);
}
