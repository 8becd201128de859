//! A container sees the parts of `/proc` that runtimes hide.
//!
//! ## Why
//! Runtimes hide `/proc/kcore`, `/proc/keys` and others, and make `/proc/sys` read-only. `Unmasked` opens all of them:
//! root of the container can change the kernel of the Node. It is made for containers that run containers, in a user
//! namespace (`hostUsers: false`).
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   securityContext:
//!     procMount: Unmasked
//! ```
//!
//! ## Valid
//! ```yaml
//! hostUsers: false
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   securityContext:
//!     procMount: Default
//! ```
//!
//! ## When to switch off
//! For containers that run containers.
//!
//! Peers: kube-linter `unsafe-proc-mount`; Polaris `procMount`

use crate::diagnostic::Severity;
use crate::lint::{Context, PodSecurity, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "proc-mount-unmasked",
    security: Some(Severity::Warning),
    pod_security: Some(PodSecurity::Baseline),
    why: "Root of the container can read memory and keys of the kernel, and change its settings.",
    help: "Remove `procMount`, or give the Pod a user namespace by `hostUsers: false`.",
    say: &["{0} `{1}` sees the parts of `/proc` that runtimes hide"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for container in &context.containers {
        let mount = container.at("securityContext.procMount");
        if mount.text() == "Unmasked" {
            let spot = found.at(mount).container(container);
            if context.pod.get("hostUsers").is_false() {
                spot.severity(Severity::Info);
            }
        }
    }
}
