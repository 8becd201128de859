//! A namespace enforces a level of the Pod Security Standards that its Pods do not pass.
//!
//! ## Why
//! Pod Security admission refuses each Pod when the controller makes it. The DaemonSet itself is taken, with a warning
//! at most: `kubectl get` shows 0 Pods, and only the events of the DaemonSet say why.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: v1
//! kind: Namespace
//! metadata:
//!   name: agents
//!   labels:
//!     pod-security.kubernetes.io/enforce: baseline
//! ---
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
//!       hostPID: true
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: v1
//! kind: Namespace
//! metadata:
//!   name: agents
//!   labels:
//!     pod-security.kubernetes.io/enforce: privileged
//! ---
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
//!       hostPID: true
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where the users or namespaces are exempt by the configuration of the API server.
//!
//! Upstream: k8s.io/pod-security-admission/admission/admission.go EvaluatePod (v0.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, PodSecurity, Reads, Rule, Spots, field_list, forbidden};

pub(super) static RULE: Rule = Rule {
    id: "namespace-psa-blocks",
    severity: Severity::Error,
    security: Some(Severity::Error),
    reads: Reads::NAMESPACES,
    why: "Every Pod is refused when the controller makes it; only events of the controller say so.",
    help: "Change the fields, or give the agents a namespace of their own with `enforce: privileged`.",
    say: &["`{0}` refuses the Pods of {1} `{2}`: {3}"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let label = context
        .root
        .at("metadata.labels")
        .get("pod-security.kubernetes.io/enforce");
    let level = match label.text() {
        "baseline" => PodSecurity::Baseline,
        "restricted" => PodSecurity::Restricted,
        _ => return,
    };
    for subject in &context.input.subjects {
        if subject.namespace() != context.name() || !subject.shows_pods() {
            continue;
        }
        let all = forbidden(subject);
        if !all.iter().any(|one| one.level <= level) {
            continue;
        }
        let kind: &str = &subject.object.kind;
        let spot = found
            .at(label)
            .word(label.text())
            .word(kind)
            .word(subject.name());
        for one in all
            .iter()
            .filter(|one| one.level <= level && one.at.exists())
        {
            spot.related(one.at, one.field);
        }
        spot.word(field_list(&all, level));
    }
}
