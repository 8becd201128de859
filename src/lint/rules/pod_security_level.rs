//! Which level of the Pod Security Standards the template passes, and what keeps it from the next.
//!
//! ## Why
//! A namespace with a label of Pod Security admission refuses Pods that its level forbids. Agents of Nodes mostly need
//! `privileged`, and with it a namespace of their own; where a field or two are all that is in the way, a better level
//! is at hand.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent
//!   namespace: agents
//! spec:
//!   selector:
//!     matchLabels: {app: agent}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         securityContext:
//!           privileged: true
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent
//!   namespace: agents
//! spec:
//!   selector:
//!     matchLabels: {app: agent}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       securityContext:
//!         runAsNonRoot: true
//!         seccompProfile: {type: RuntimeDefault}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         securityContext:
//!           allowPrivilegeEscalation: false
//!           capabilities:
//!             drop: [ALL]
//! ```
//!
//! ## When to switch off
//! Where no namespace has such a label.
//!
//! Upstream: k8s.io/pod-security-admission/policy/checks.go DefaultChecks (v0.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, PodSecurity, Rule, Spots, field_list, forbidden};

pub(super) static RULE: Rule = Rule {
    id: "pod-security-level",
    severity: Severity::Info,
    security: Some(Severity::Info),
    why: "A namespace that enforces the next level refuses its Pods.",
    help: "Change the fields, or give the agent a namespace whose label `pod-security.kubernetes.io/enforce` lets it in.",
    say: &[
        "passes `privileged`, not `baseline`: {0}",
        "passes `baseline`, not `restricted`: {0}",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if !context.shows_pods() {
        return;
    }
    let all = forbidden(context);
    let Some(level) = all.iter().map(|one| one.level).min() else {
        return;
    };
    let spot = found.at(context.pod).case(match level {
        PodSecurity::Baseline => 0,
        PodSecurity::Restricted => 1,
    });
    let names = field_list(&all, level);
    for one in all
        .iter()
        .filter(|one| one.level == level && one.at.exists())
    {
        spot.related(one.at, one.field);
    }
    spot.word(names);
    if context.input.config.pod_security >= Some(level) {
        spot.severity(Severity::Warning);
    }
}
