//! `runAsNonRoot` is true, and the user is 0.
//!
//! ## Why
//! The kubelet refuses to start such a container: it stays in `CreateContainerConfigError` on every Node. The API
//! server does not look.
//!
//! ## Invalid
//! ```yaml
//! securityContext:
//!   runAsNonRoot: true
//!   runAsUser: 0
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! securityContext:
//!   runAsNonRoot: true
//!   runAsUser: 20000
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Never: no kubelet starts such a container.
//!
//! Upstream: pkg/kubelet/kuberuntime/security_context.go verifyRunAsNonRoot (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "non-root-with-uid-zero",
    severity: Severity::Error,
    security: Some(Severity::Error),
    why: "The kubelet does not start it: the container stays in `CreateContainerConfigError` on every node.",
    help: "Set a `runAsUser` above 0, or remove `runAsNonRoot`.",
    say: &["{0} `{1}` must not be root (`runAsNonRoot`), and its user is 0"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if context.is_windows() {
        return;
    }
    let mut seen = context.pod.absent();
    for container in &context.containers {
        let user = container.security("runAsUser");
        let demanded = container.security("runAsNonRoot");
        if user.as_int() == Some(0) && demanded.is_true() && !user.is(seen) {
            found
                .at(user)
                .container(container)
                .related(demanded, "root is forbidden here");
            seen = user;
        }
    }
}
