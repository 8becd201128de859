//! An autoscaler is to scale a DaemonSet, which has no scale.
//!
//! ## Why
//! A DaemonSet has as many Pods as eligible nodes. It has no subresource `scale`, and the autoscaler reports an error
//! for as long as it exists.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: autoscaling/v2
//! kind: HorizontalPodAutoscaler
//! metadata:
//!   name: agent
//! spec:
//!   scaleTargetRef: {apiVersion: apps/v1, kind: DaemonSet, name: agent}
//!   maxReplicas: 5
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: autoscaling/v2
//! kind: HorizontalPodAutoscaler
//! metadata:
//!   name: agent
//! spec:
//!   scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: agent}
//!   maxReplicas: 5
//! ```
//!
//! ## When to switch off
//! Never: it cannot work.
//!
//! Upstream: pkg/registry/apps/rest/storage_apps.go StorageProvider.v1Storage (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "hpa-targets-daemon",
    severity: Severity::Error,
    reads: Reads::AUTOSCALERS,
    why: "A DaemonSet has no scale: its Pods are as many as its nodes, and the autoscaler reports an error for ever.",
    help: "Remove it; a VerticalPodAutoscaler works on DaemonSets.",
    say: &["a DaemonSet cannot be scaled"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let kind = context.root.at("spec.scaleTargetRef.kind");
    if kind.text() == "DaemonSet" {
        found.at(kind);
    }
}
