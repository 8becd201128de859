//! A container has the rights of a program of the Windows Node itself.
//!
//! ## Why
//! A HostProcess container runs as a process of the Node, in its network and on its file system: what a privileged
//! container is on Linux.
//!
//! ## Invalid
//! ```yaml
//! hostNetwork: true
//! nodeSelector: {kubernetes.io/os: windows}
//! securityContext:
//!   windowsOptions: {hostProcess: true, runAsUserName: "NT AUTHORITY\\SYSTEM"}
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! nodeSelector: {kubernetes.io/os: windows}
//! securityContext:
//!   windowsOptions: {runAsUserName: ContainerUser}
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! For agents that set up or watch Windows Nodes.
//!
//! Peers: Polaris `hostProcess`

use crate::diagnostic::Severity;
use crate::lint::{Context, PodSecurity, Preset, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "windows-host-process",
    severity: Severity::Info,
    preset: Preset::Strict,
    security: Some(Severity::Warning),
    pod_security: Some(PodSecurity::Baseline),
    why: "Who takes over the container has the node.",
    help: "Remove `hostProcess` where the agent does not work on the node itself.",
    say: &["a HostProcess container has the rights of its Windows node"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for security in context.security_contexts() {
        let host_process = security.at("windowsOptions.hostProcess");
        if host_process.is_true() {
            found.at(host_process);
        }
    }
}
