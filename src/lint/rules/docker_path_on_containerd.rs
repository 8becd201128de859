//! Docker's folder of logs is empty: nodes run another runtime.
//!
//! ## Why
//! Since 1.24 the kubelet does not run Docker, and `/var/lib/docker/containers` is empty or not there. Logs are in
//! `/var/log/pods`.
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
//!   hostPath: {path: /var/lib/docker/containers}
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
//!   hostPath: {path: /var/log/pods}
//! ```
//!
//! ## When to switch off
//! Where nodes run Docker through cri-dockerd.

use crate::diagnostic::Severity;
use crate::lint::{Context, Rule, Spots, is_under};

pub(super) static RULE: Rule = Rule {
    id: "docker-path-on-containerd",

    why: "The kubelet does not run Docker since 1.24: the folder is empty, and no log is found there.",
    help: "Mount `/var/log/pods`, to which the links in `/var/log/containers` lead.",
    say: &["`{0}` is empty where the node does not run Docker"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if context.runs_docker() {
        return;
    }
    let mut has_logs = false;
    for volume in context.pod.get("volumes").items() {
        let path = volume.at("hostPath.path").text();
        has_logs |= matches!(
            path.strip_suffix('/').unwrap_or(path),
            "/var/log" | "/var/log/pods" | "/var"
        );
    }
    for volume in context.pod.get("volumes").items() {
        let path = volume.at("hostPath.path");
        let folder = path.text().strip_suffix('/').unwrap_or(path.text());
        if is_under(folder, "/var/lib/docker/containers") {
            let spot = found.at(path).word(folder);
            if has_logs {
                spot.severity(Severity::Info)
                    .why("The kubelet does not run Docker since 1.24. The logs are mounted beside it: this one is only of no use.")
                    .help("Remove the volume and its mount.");
            }
        }
    }
}
