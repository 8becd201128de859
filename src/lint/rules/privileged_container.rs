//! A container is privileged: it has every capability and every device of its Node.
//!
//! ## Why
//! `privileged: true` also switches off seccomp, AppArmor and SELinux. Whoever takes over the container has the Node,
//! and a daemon Pod is on every Node. Most programs need one or two capabilities: `NET_ADMIN` to set up networks, `BPF`
//! and `PERFMON` to watch the kernel, `SYS_PTRACE` to look into processes.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   securityContext:
//!     privileged: true
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   securityContext:
//!     capabilities:
//!       add: [SYS_PTRACE]
//! ```
//!
//! ## When to switch off
//! For agents that mount file systems for other Pods, or work with devices that capabilities do not open.
//!
//! Peers: kube-linter `privileged-container`; Polaris `runAsPrivileged`; kube-score
//! `container-security-context-privileged`

use crate::diagnostic::Severity;
use crate::lint::{Container, Context, PodSecurity, Roles, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "privileged-container",
    security: Some(Severity::Warning),
    pod_security: Some(PodSecurity::Baseline),
    expected_of: Roles::CNI
        .and(Roles::CSI)
        .and(Roles::SECURITY_AGENT)
        .and(Roles::DEVICE_PLUGIN),
    why: "Who takes over the container has the node, and every node has one: all capabilities, all devices, no seccomp, AppArmor or SELinux.",
    help: "Name the capabilities that it uses in `capabilities.add`: often `NET_ADMIN`, `SYS_PTRACE`, or `BPF` and `PERFMON`.",
    say: &["{0} `{1}` is privileged"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let mut first: Option<&mut Spot<'a>> = None;
    // Where one needs it and the other does not, the other is the one to speak of.
    for is_needed in [false, true] {
        for container in &context.containers {
            if !container.is_privileged()
                || context.is_windows()
                || needs_it(context, container) != is_needed
            {
                continue;
            }
            if let Some(spot) = &mut first {
                spot.related(container.view, container.as_well());
                continue;
            }
            let spot = found
                .at(container.at("securityContext.privileged"))
                .container(container);
            if is_needed {
                spot.severity(Severity::Info);
            }
            first = Some(spot);
        }
    }
}

/// Whether what it does cannot be had for less: mounts that others are to see, and work on the Node itself.
fn needs_it(context: &Context<'_>, container: &Container<'_>) -> bool {
    let mut mounts = container.at("volumeMounts").items();
    mounts.any(|mount| mount.get("mountPropagation").text() == "Bidirectional")
        || context.is_node_tool()
}
