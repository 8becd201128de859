//! AppArmor or SELinux is switched off for a container.
//!
//! ## Why
//! Both keep a process in its container where everything else fails. `Unconfined` and types such as `spc_t` or
//! `unconfined_t` take that away. On Nodes without AppArmor or SELinux it has no effect.
//!
//! ## Invalid
//! ```yaml
//! securityContext:
//!   appArmorProfile: {type: Unconfined}
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! securityContext:
//!   appArmorProfile: {type: RuntimeDefault}
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! For agents that read or write files of the Node which the policy of a container does not open.
//!
//! Peers: Polaris `linuxHardening`

use crate::diagnostic::Severity;
use crate::lint::{Context, PodSecurity, Roles, Rule, Spots, is_under};

pub(super) static RULE: Rule = Rule {
    id: "apparmor-selinux-override",
    security: Some(Severity::Warning),
    pod_security: Some(PodSecurity::Baseline),
    expected_of: Roles::CNI
        .and(Roles::CSI)
        .and(Roles::SECURITY_AGENT)
        .and(Roles::DEVICE_PLUGIN)
        .and(Roles::LOG_COLLECTOR),
    why: "What keeps a process in its container where all else fails is gone.",
    help: "Remove it, or name a profile or a type that opens only what the agent needs.",
    say: &[
        "`{0}` switches AppArmor off",
        "the SELinux type `{0}` leaves the container open to the node",
    ],
    look,
    ..Rule::NEW
};

/// What keeps a container in, as the Pod Security Standards have it.
const FINE: &[&str] = &[
    "RuntimeDefault",
    "Localhost",
    "container_t",
    "container_init_t",
    "container_kvm_t",
    "container_engine_t",
];

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let mut contexts = vec![(context.pod.get("securityContext"), false)];
    let mut has_privileged = false;
    for container in &context.containers {
        has_privileged |= container.is_privileged();
        contexts.push((container.at("securityContext"), container.is_privileged()));
    }
    if let Some(of_pod) = contexts.first_mut() {
        of_pod.1 = has_privileged;
    }
    let reads_logs = context
        .mounts()
        .iter()
        .any(|mount| is_under(mount.host_path(), "/var/log"));
    for (security, is_open_anyway) in contexts {
        let armor = security.at("appArmorProfile.type");
        let label = security.at("seLinuxOptions.type");
        for (case, at) in [(0, armor), (1, label)] {
            if !at.exists() || FINE.contains(&at.text()) {
                continue;
            }
            let spot = found.at(at).word(at.text()).case(case);
            if is_open_anyway || reads_logs {
                spot.severity(Severity::Info);
            }
        }
    }
}
