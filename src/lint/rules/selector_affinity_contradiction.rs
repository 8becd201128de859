//! The node selector and the required node affinity can never both hold.
//!
//! ## Why
//! A Node must fulfil both: every pair of `nodeSelector`, and one of the terms of the required affinity. Where every term
//! excludes the value that the selector asks for, the DaemonSet runs nowhere, and nothing says so: `DESIRED` is 0.
//!
//! ## Invalid
//! ```yaml
//! nodeSelector:
//!   kubernetes.io/os: linux
//! affinity:
//!   nodeAffinity:
//!     requiredDuringSchedulingIgnoredDuringExecution:
//!       nodeSelectorTerms:
//!       - matchExpressions:
//!         - {key: kubernetes.io/os, operator: NotIn, values: [linux]}
//! ```
//!
//! ## Valid
//! ```yaml
//! nodeSelector:
//!   kubernetes.io/os: linux
//! affinity:
//!   nodeAffinity:
//!     requiredDuringSchedulingIgnoredDuringExecution:
//!       nodeSelectorTerms:
//!       - matchExpressions:
//!         - {key: kubernetes.io/arch, operator: In, values: [amd64]}
//! ```
//!
//! ## When to switch off
//! Never: such a DaemonSet has no Pods.
//!
//! Upstream: staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go RequiredNodeAffinity.Match
//! (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "selector-affinity-contradiction",
    severity: Severity::Error,
    reads: Reads::DAEMON_SETS,
    why: "A node must fulfil the selector and one of the terms, so that the DaemonSet runs nowhere.",
    help: "Remove the pair, or the requirement.",
    say: &["no node can have `{0}: {1}` and fulfil the required node affinity"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if let Some((pair, expression)) = context.selector_contradiction() {
        found
            .at(expression)
            .word(pair.key())
            .word(pair.text())
            .related(pair, "the selector asks for it");
    }
}
