//! A sysctl is set that kubelets do not allow by themselves.
//!
//! ## Why
//! Kubelets take a dozen sysctls; for any other, `allowedUnsafeSysctls` of the kubelet has to name it. On a Node where
//! it does not, the Pod is refused with `SysctlForbidden` and the DaemonSet controller makes it anew, over and over.
//!
//! ## Invalid
//! ```yaml
//! securityContext:
//!   sysctls:
//!   - {name: net.core.somaxconn, value: "4096"}
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! securityContext:
//!   sysctls:
//!   - {name: net.ipv4.tcp_keepalive_time, value: "600"}
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where the kubelets of all Nodes allow it.
//!
//! Peers: kube-linter `unsafe-sysctls`
//!
//! Upstream: pkg/kubelet/sysctl/safe_sysctls.go SafeSysctlAllowlist (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, PodSecurity, Rule, Spots, is_safe_sysctl};

pub(super) static RULE: Rule = Rule {
    id: "unsafe-sysctls",
    security: Some(Severity::Warning),
    pod_security: Some(PodSecurity::Baseline),
    why: "A kubelet that does not list it in `allowedUnsafeSysctls` refuses the Pod with `SysctlForbidden`, over and over.",
    help: "Allow it on every node, set it by a privileged init container, or do without.",
    say: &["the sysctl `{0}` is not among those that kubelets allow"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for sysctl in context.pod.at("securityContext.sysctls").items() {
        let name = sysctl.get("name");
        if name.exists() && !is_safe_sysctl(name.text()) {
            found.at(name).word(name.text());
        }
    }
}
