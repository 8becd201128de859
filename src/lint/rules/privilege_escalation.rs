//! A program of a container may gain rights that the container was not started with.
//!
//! ## Why
//! Unless `allowPrivilegeEscalation` is false, a setuid program in the image makes root of another user. `false` sets
//! `no_new_privs` of the kernel, which costs nothing where no such program is used.
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
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   securityContext:
//!     allowPrivilegeEscalation: false
//! ```
//!
//! ## When to switch off
//! For images that use setuid programs such as `sudo` or `ping`.
//!
//! Peers: kube-linter `privilege-escalation-container`; Polaris `privilegeEscalationAllowed`
//!
//! Upstream: pkg/apis/core/validation/validation.go ValidateSecurityContext (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, PodSecurity, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "privilege-escalation",
    severity: Severity::Info,
    security: Some(Severity::Warning),
    pod_security: Some(PodSecurity::Restricted),
    why: "A setuid program of the image makes root of another user.",
    help: "Set `securityContext.allowPrivilegeEscalation: false`, unless the image uses setuid programs.",
    say: &["{0} `{1}` may gain rights through setuid programs"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if context.is_windows() {
        return;
    }
    context.one_of_all(
        found,
        "securityContext.allowPrivilegeEscalation",
        |_, container| {
            let said = container.at("securityContext.allowPrivilegeEscalation");
            // The API server refuses `false` beside these.
            let has_all = container.is_privileged() || container.added("SYS_ADMIN").exists();
            (!has_all && !said.is_false()).then_some(said)
        },
    );
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Forbid it")
        .changes_behaviour()
        .put(spot, "false");
}
