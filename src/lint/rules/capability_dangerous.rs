//! A capability is added that is close to root of the Node.
//!
//! ## Why
//! `SYS_ADMIN` mounts file systems, `SYS_MODULE` loads code into the kernel, `SYS_PTRACE` reads the memory of other
//! processes, `DAC_READ_SEARCH` opens any file by its number, `NET_ADMIN` changes routes and firewalls. Each of them
//! has been a way out of a container.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   securityContext:
//!     capabilities:
//!       add: [SYS_MODULE]
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   securityContext:
//!     capabilities:
//!       add: [NET_BIND_SERVICE]
//! ```
//!
//! ## When to switch off
//! For agents whose work is what the capability allows.
//!
//! Peers: kube-linter `privilege-escalation-container`; Polaris `dangerousCapabilities`

use crate::diagnostic::Severity;
use crate::lint::{Context, PodSecurity, Roles, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "capability-dangerous",
    security: Some(Severity::Warning),
    pod_security: Some(PodSecurity::Baseline),
    why: "It has been a way out of containers before: with it, most of the node is open to who takes over the container.",
    help: "Remove it, or take a smaller one: `BPF` and `PERFMON` instead of `SYS_ADMIN`, `NET_RAW` instead of `NET_ADMIN`.",
    say: &["{0} `{1}` has the capability `{2}`"],
    look,
    ..Rule::NEW
};

/// What is close to root.
const DANGEROUS: &[&str] = &[
    "ALL",
    "SYS_ADMIN",
    "SYS_MODULE",
    "SYS_PTRACE",
    "SYS_RAWIO",
    "SYS_BOOT",
    "NET_ADMIN",
    "BPF",
    "DAC_READ_SEARCH",
];

/// Who may be expected to have any of them but `ALL`, which is for nobody.
const AGENTS: Roles = Roles::NODE_CRITICAL.and(Roles::SECURITY_AGENT);

/// Who reads files and processes of others.
const OBSERVERS: Roles = Roles::METRICS_EXPORTER.and(Roles::LOG_COLLECTOR);

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for container in &context.containers {
        if container.is_privileged() {
            continue;
        }
        for capability in container.at("securityContext.capabilities.add").items() {
            let name = capability.text();
            if !DANGEROUS.contains(&name) {
                continue;
            }
            let is_expected = match name {
                "ALL" => false,
                "NET_ADMIN" if context.on_host_network() => true,
                "SYS_PTRACE" | "DAC_READ_SEARCH" => OBSERVERS.has(context.role()),
                _ => false,
            } || name != "ALL" && AGENTS.has(context.role());
            let spot = found.at(capability).container(container).word(name);
            if is_expected {
                spot.severity(Severity::Info);
            }
        }
    }
}
