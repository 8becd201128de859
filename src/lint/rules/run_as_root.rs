//! Nothing keeps a container from running as root.
//!
//! ## Why
//! Without `runAsNonRoot` or a user above 0, the image decides, and most images run as root. Root in a container is
//! root on the Node for every file, device and socket that the container sees, unless the Pod has a user namespace.
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
//!   runAsNonRoot: true
//!   runAsUser: 65534
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! For agents that only root can be.
//!
//! Peers: kube-linter `run-as-non-root`; Polaris `runAsRootAllowed`; kube-score
//! `container-security-context-user-group-id`

use crate::diagnostic::Severity;
use crate::lint::{Context, PodSecurity, Roles, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "run-as-root",
    severity: Severity::Info,
    security: Some(Severity::Warning),
    pod_security: Some(PodSecurity::Restricted),
    off_for: Roles::CNI.and(Roles::CSI),
    why: "Root in a container is root on the node for every file and socket that it sees.",
    help: "Set `runAsNonRoot: true` and a `runAsUser` above 0, where the image can do without root.",
    say: &["nothing keeps {0} `{1}` from running as root"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if context.is_windows() || context.pod.get("hostUsers").is_false() {
        return;
    }
    // Of a part of a Pod it is not known what is said of all.
    let of_pod = context.pod.get("securityContext");
    if !of_pod.is_map() && !context.pod.lacks("securityContext") {
        return;
    }
    context.one_of_all(found, "securityContext.runAsNonRoot", |_, container| {
        let user = container.security("runAsUser");
        let demanded = container.security("runAsNonRoot");
        match user.as_int() {
            _ if container.is_privileged() => None,
            Some(0) => Some(user),
            Some(_) => None,
            None => (!demanded.is_true()).then_some(demanded),
        }
    });
}
