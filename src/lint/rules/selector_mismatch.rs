//! The selector is absent or empty, or it does not match the labels of the template.
//!
//! ## Why
//! The API server refuses such a workload: it would make Pods that it does not find again. Somebody changed a label in
//! one of the two places.
//!
//! ## Invalid
//! ```yaml
//! kind: DaemonSet
//! apiVersion: apps/v1
//! metadata: {name: agent}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agnet}}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! kind: DaemonSet
//! apiVersion: apps/v1
//! metadata: {name: agent}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Never: the API server refuses it.
//!
//! Peers: kube-linter `mismatching-selector`; Kubescape `C-0296`
//!
//! Upstream: pkg/apis/apps/validation/validation.go ValidateDaemonSetSpec (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::selecting::unfulfilled;
use crate::lint::{Context, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "selector-mismatch",
    severity: Severity::Error,
    ignorable: false,
    why: "The API server refuses it: the controller would not find the Pods that it makes.",
    help: "Give selector and template the same labels.",
    say: &[
        "there is no `selector`",
        "the selector is empty",
        "the template does not have the label that the selector asks for: `{0}`",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let kind = context.object.kind.as_str();
    let selects = matches!(
        kind,
        "DaemonSet" | "Deployment" | "StatefulSet" | "ReplicaSet"
    );
    // A page that leaves out what it does not speak of has other objects beside it; containers without images are a patch's
    // wherever they stand.
    let names_some = !context.containers.is_empty() && !context.selector.exists();
    let is_patch = context.is_patch() && !context.has_company()
        || names_some && context.containers.iter().all(|one| one.image().is_empty());
    if context.is_fragment() || !selects || is_patch || !context.template.is_map() {
        return;
    }
    let spec = context.root.get("spec");
    let selector = spec.get("selector");
    let labels = context.labels;
    if !selector.exists() {
        // Versions before this one take the labels of the template.
        if context.root.get("apiVersion").text() == "apps/v1" {
            found.missing(spec, "selector");
        }
        return;
    }
    let pairs = selector.get("matchLabels").entries().count();
    if pairs == 0 && selector.get("matchExpressions").items().next().is_none() {
        // Of a DaemonSet, the API server says it itself.
        if !(context.input.hears && kind == "DaemonSet") {
            found.at(selector).case(1);
        }
        return;
    }
    // That an update brings it about is another rule's.
    if context.dropped_label().is_some() {
        return;
    }
    if let Some(unfulfilled) = unfulfilled(selector, labels) {
        let label = labels.get(unfulfilled.key());
        let name = match unfulfilled.key() {
            "" => unfulfilled.get("key").text(),
            key => key,
        };
        match label.exists() && unfulfilled.key() == name {
            true => found
                .at(label)
                .related(unfulfilled, "the selector asks for this"),
            false => found.at(unfulfilled),
        }
        .word(name)
        .case(2);
    }
}
