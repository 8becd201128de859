//! Every system call of the kernel is open to a container.
//!
//! ## Why
//! Without a seccomp profile a container may use each of some 350 system calls, where an ordinary program uses 60.
//! `RuntimeDefault` closes those that have been ways out of containers and that hardly a program uses. A kubelet may be
//! set up to use it by itself (`seccompDefault`); a manifest does not know.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! securityContext:
//!   seccompProfile: {type: RuntimeDefault}
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where every kubelet runs with `seccompDefault: true`.
//!
//! Peers: kube-score `container-seccomp-profile`; Polaris `linuxHardening`

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, PodSecurity, Roles, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "seccomp-missing",
    severity: Severity::Info,
    security: Some(Severity::Warning),
    pod_security: Some(PodSecurity::Restricted),
    expected_of: Roles::CNI
        .and(Roles::CSI)
        .and(Roles::SECURITY_AGENT)
        .and(Roles::DEVICE_PLUGIN),
    why: "System calls that have been ways out of containers are open to it, unless the kubelet has `seccompDefault` set.",
    help: "Set `seccompProfile.type: RuntimeDefault` in the security context of the Pod.",
    say: &[
        "no seccomp profile: every system call is open to {0} `{1}`",
        "`Unconfined` opens every system call",
    ],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

/// The profile that allows everything.
const UNCONFINED: &str = "Unconfined";

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if context.is_windows() {
        return;
    }
    const TYPE: &str = "securityContext.seccompProfile.type";
    let of_pod = context.pod.at(TYPE);
    let mut without = None;
    for container in &context.containers {
        let own = container.at(TYPE);
        if container.is_privileged() {
            continue;
        }
        if own.text() == UNCONFINED {
            found.at(own).severity(Severity::Warning).case(1);
        } else if !own.exists() && without.is_none() {
            without = Some(container);
        }
    }
    if without.is_none() && !context.containers.is_empty() {
        return;
    }
    if of_pod.text() == UNCONFINED {
        found.at(of_pod).severity(Severity::Warning).case(1);
    }
    let lacks = context.pod.lacks("securityContext") || context.pod.get("securityContext").is_map();
    if let (Some(container), false, true) = (without, of_pod.exists(), lacks)
        && !container.image().is_empty()
    {
        found.missing(context.pod, TYPE).container(container);
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    if !spot.missing.is_empty() {
        mend.title("Use the profile of the runtime")
            .changes_behaviour()
            .add(spot.at, spot.missing, "RuntimeDefault");
    }
}
