//! `NotIn` also lets in Nodes that do not have the label at all.
//!
//! ## Why
//! `NotIn` holds for a Node without the label. Where the label is put on by hand, a new Node or one of another pool does
//! not have it, and runs the Pods although it may belong to what is excluded. An `Exists` beside it asks for the label.
//!
//! ## Invalid
//! ```yaml
//! affinity:
//!   nodeAffinity:
//!     requiredDuringSchedulingIgnoredDuringExecution:
//!       nodeSelectorTerms:
//!       - matchExpressions:
//!         - {key: example.com/team, operator: NotIn, values: [data]}
//! ```
//!
//! ## Valid
//! ```yaml
//! affinity:
//!   nodeAffinity:
//!     requiredDuringSchedulingIgnoredDuringExecution:
//!       nodeSelectorTerms:
//!       - matchExpressions:
//!         - {key: example.com/team, operator: Exists}
//!         - {key: example.com/team, operator: NotIn, values: [data]}
//! ```
//!
//! ## When to switch off
//! Where Nodes without the label are meant, too.
//!
//! Upstream: staging/src/k8s.io/apimachinery/pkg/labels/selector.go Requirement.Matches (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::node_demand::is_among;
use crate::lint::{Context, Preset, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "affinity-not-in-matches-unlabelled",
    severity: Severity::Info,
    preset: Preset::Strict,
    reads: Reads::DAEMON_SETS,
    why: "To `NotIn`, a node without the label is one that has another value.",
    help: "Where only nodes with the label are meant, add `Exists`.",
    say: &["nodes without the label `{0}` are let in as well"],
    look,
    ..Rule::NEW
};

/// Labels that every Node has, and those that only what is to be excluded has.
const KNOWN: &[&str] = &[
    "beta.kubernetes.io/",
    "cloud.google.com/",
    "eks.amazonaws.com/",
    "failure-domain.beta.kubernetes.io/",
    "karpenter.sh/",
    "kubernetes.azure.com/",
    "kubernetes.io/",
    "node-role.kubernetes.io/",
    "node.kubernetes.io/",
    "topology.kubernetes.io/",
    "type",
];

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let demands = context.demands();
    let mut wanted = Vec::new();
    for demand in &demands {
        if demand.wants_label() {
            wanted.push((demand.key, demand.term.map(|(index, _)| index)));
        }
    }
    for demand in &demands {
        let term = demand.term.map(|(index, _)| index);
        let mut wanted = wanted.iter();
        // A pair of the selector counts for every term.
        let is_labelled =
            wanted.any(|(key, of)| *key == demand.key && (of.is_none() || *of == term));
        // Only what is to be excluded says true.
        let is_flag = demand.values().all(|value| value.text() == "true");
        let mut nodes = context.nodes().iter();
        let are_labelled = !context.nodes().is_empty()
            && nodes.all(|node| node.metadata.labels.get(demand.key).is_some());
        if demand.operator == "NotIn"
            && !is_among(demand.key, KNOWN)
            && !is_flag
            && !is_labelled
            && !are_labelled
        {
            found.at(demand.view.get("operator")).word(demand.key);
        }
    }
}
