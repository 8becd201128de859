//! The object names no namespace, or the one called `default`.
//!
//! ## Why
//! Without a namespace the object lands where the context of the client points: a second `kubectl apply` from another
//! terminal makes a second DaemonSet, and each Node runs both. `default` has no quota, policy or Pod Security label of
//! its own.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent
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
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where a tool sets the namespace when it applies.
//!
//! Peers: kube-linter `use-namespace`

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};
use crate::source::holds;

pub(super) static RULE: Rule = Rule {
    id: "namespace-default",
    severity: Severity::Info,
    reads: Reads::TEMPLATES
        .and(Reads::SERVICES)
        .and(Reads::CONFIG_MAPS)
        .and(Reads::DISRUPTION_BUDGETS)
        .and(Reads::NETWORK_POLICIES)
        .and(Reads::AUTOSCALERS),
    why: "It lands where the context of the client points, and a second time elsewhere from another terminal.",
    help: "Write the namespace into `metadata`.",
    say: &[
        "no namespace: {0} `{1}` lands where the context of the client points",
        "{0} `{1}` is in the namespace `default`",
    ],
    look,
    ..Rule::NEW
};

const SHARED: &str = "The namespace is everybody's: quotas, policies and Pod Security labels for it would be for all who name none.";

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let namespace = context.root.at("metadata.namespace");
    let (is_default, is_named) = (namespace.text() == "default", !namespace.text().is_empty());
    if context.is_fragment() || context.name().is_empty() || is_named && !is_default {
        return;
    }
    // A patch is merged into what has one, and charts and kustomizations leave it to their tool.
    let is_patch = context.root.at("spec.template").exists() && !context.shows_pods();
    if is_patch || is_of_a_chart(context) || !context.anywhere("Kustomization").is_empty() {
        return;
    }
    let kind: &str = &context.object.kind;
    let spot = match is_default {
        true => found.at(namespace).case(1).why(SHARED),
        false => found.at(context.root),
    };
    spot.word(kind).word(context.name());
}

/// Above an object that a chart made, a comment names the template, which has its gaps in two braces.
fn is_of_a_chart(context: &Context<'_>) -> bool {
    const ABOVE: usize = 300;
    let own = context.object.place.range.as_usize();
    let start = context
        .text
        .floor_char_boundary(own.start.saturating_sub(ABOVE));
    let above = context.text.get(start..own.start).unwrap_or_default();
    holds(above, "# Source: ") || holds(context.object.place.range.of(context.text), "{{")
}
