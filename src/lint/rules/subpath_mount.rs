//! A `subPath` is mounted.
//!
//! ## Why
//! What is mounted by `subPath` from a ConfigMap or Secret never changes as long as the container runs. On a
//! `hostPath`, others who can write to the folder decide what the path leads to; several escapes from containers came
//! that way.
//!
//! ## Invalid
//! ```yaml
//! volumes:
//! - name: logs
//!   hostPath: {path: /var/log, type: Directory}
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - {name: logs, mountPath: /pods, subPath: pods, readOnly: true}
//! ```
//!
//! ## Valid
//! ```yaml
//! volumes:
//! - name: logs
//!   hostPath: {path: /var/log/pods, type: Directory}
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - name: logs
//!     mountPath: /pods
//!     readOnly: true
//! ```
//!
//! ## When to switch off
//! Where one file of a volume has to appear in a folder of the image.

use crate::diagnostic::Severity;
use crate::lint::{Context, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "subpath-mount",
    severity: Severity::Info,
    security: Some(Severity::Info),
    why: "Who can write to the folder of the node decides what the path leads to; escapes from containers came that way.",
    help: "Mount the folder itself: name it in `hostPath.path`.",
    say: &[
        "{0} `{1}` mounts `{2}` of a folder of its node by `subPath`",
        "{0} `{1}` reloads its configuration, and `{2}` does not change by `subPath`",
    ],
    look,
    ..Rule::NEW
};

const UNCHANGED: &str =
    "A file that is mounted by `subPath` stays as it was when the container started.";

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for mount in context.mounts() {
        let path = mount.view.get("subPath");
        if path.text().is_empty() {
            continue;
        }
        let volume = mount.volume;
        let is_config = ["configMap", "secret", "projected"]
            .iter()
            .any(|kind| volume.get(kind).exists());
        if volume.get("hostPath").exists() {
            found.at(path).container(&mount.container).word(path.text());
        } else if is_config
            && mount
                .container
                .says(&["--reload", "hot-reload", "config.reload"])
        {
            let spot = found.at(path).container(&mount.container).word(path.text());
            spot.case(1)
                .why(UNCHANGED)
                .help("Mount the whole volume as a folder.");
        }
    }
}
