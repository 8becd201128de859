//! `serviceAccount` is the old name of `serviceAccountName`.
//!
//! ## Why
//! The API server copies one into the other. Where both are set and differ, the new name counts; tools that patch the
//! new name alone leave the old one standing.
//!
//! ## Invalid
//! ```yaml
//! serviceAccount: agent
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! serviceAccountName: agent
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Never, but for manifests that are generated.
//!
//! Peers: kube-linter `deprecated-service-account-field`

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "service-account-field-old",
    severity: Severity::Info,
    why: "The API server copies it to the new name; a tool that knows only that one does not see it.",
    help: "Write `serviceAccountName`.",
    say: &["`serviceAccount` is the old name of `serviceAccountName`"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let old = context.pod.get("serviceAccount");
    let has_new = context.pod.get("serviceAccountName").exists();
    if !old.text().is_empty() && !has_new {
        found
            .missing(context.pod, "serviceAccount")
            .word(old.text());
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Write `serviceAccountName`")
        .add(spot.at, "serviceAccountName", spot.said(0))
        .remove(spot.at.get("serviceAccount"));
}
