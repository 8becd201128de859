//! The Pod sees and may signal every process of its Node.
//!
//! ## Why
//! In the process table of the Node stand the arguments and, for root, the environments of every container there, with
//! the passwords in them. `/proc/PID/root` opens the file system of each.
//!
//! ## Invalid
//! ```yaml
//! hostPID: true
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! For agents that look at processes of the Node by their numbers.
//!
//! Peers: kube-linter `host-pid`; Polaris `hostPIDSet`

use crate::diagnostic::Severity;
use crate::lint::{Context, PodSecurity, Role, Roles, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "host-pid",
    security: Some(Severity::Warning),
    pod_security: Some(PodSecurity::Baseline),
    expected_of: Roles::METRICS_EXPORTER
        .and(Roles::SECURITY_AGENT)
        .and(Roles::CSI)
        .and(Roles::CNI),
    why: "Arguments, environments and file systems of all containers of the node are open to a root process among them.",
    help: "Remove `hostPID` where the agent does not look at processes of others.",
    say: &["the Pod sees and may signal every process of its node"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let host_pid = context.pod.get("hostPID");
    if host_pid.is_true() && !context.is_windows() {
        let spot = found.at(host_pid);
        if context.is_node_tool() || context.mounts_root() && context.role() == Role::Generic {
            spot.severity(Severity::Info);
        }
    }
}
