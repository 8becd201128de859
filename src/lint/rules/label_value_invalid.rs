//! A label breaks the syntax of labels.
//!
//! ## Why
//! Keys and values of labels are short words: letters, digits, `-`, `_` and `.`, with a letter or digit at both ends, at
//! most 63 of them; a key may have a domain and a slash before it. The API server refuses anything else. Longer texts are
//! annotations.
//!
//! ## Invalid
//! ```yaml
//! kind: DaemonSet
//! apiVersion: apps/v1
//! metadata:
//!   name: agent
//!   labels: {team: data platform}
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
//! ## Valid
//! ```yaml
//! kind: DaemonSet
//! apiVersion: apps/v1
//! metadata:
//!   name: agent
//!   labels: {team: data-platform}
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
//! Peers: kube-score `label-values`
//!
//! Upstream: staging/src/k8s.io/apimachinery/pkg/api/validate/content/kube.go IsLabelValue (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};
use crate::matching::{label_key_errors, label_value_errors};
use crate::source::holds;

pub(super) static RULE: Rule = Rule {
    id: "label-value-invalid",
    severity: Severity::Error,
    reads: Reads::TEMPLATES
        .and(Reads::SERVICES)
        .and(Reads::CONFIG_MAPS)
        .and(Reads::NAMESPACES)
        .and(Reads::OTHERS),
    why: "The API server refuses it: labels are letters, digits, `-`, `_` and `.`, at most 63 of them, and both ends are letters or digits.",
    help: "Shorten it to such a word, or make an annotation of it.",
    say: &[
        "the value of the label `{0}` breaks the syntax of labels",
        "`{0}` breaks the syntax of label keys",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let lists = [
        context.root.at("metadata.labels"),
        context.labels,
        context.pod.get("nodeSelector"),
    ];
    for labels in lists {
        for (key, value) in labels.entries() {
            // What a tool fills in is not known yet.
            let is_filled_in = |text: &str| holds(text, "{{") || text.as_bytes().contains(&b'$');
            if is_filled_in(key) || is_filled_in(value.text()) {
                continue;
            }
            if !label_key_errors(key).is_empty() {
                found.at(value).word(key).case(1);
            } else if !label_value_errors(value.text()).is_empty() {
                found.at(value).word(key);
            }
        }
    }
}
