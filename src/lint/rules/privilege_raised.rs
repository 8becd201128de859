//! An update gives the Pods more rights than they had, by the Pod Security Standards.
//!
//! ## Why
//! Whoever looks at a change of an image tag does not expect `hostPID` beside it. A namespace that enforces the old level
//! refuses the new Pods, and only events of the controller say so.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents, uid: 5ab3}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       hostPID: true
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents, uid: 5ab3}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       hostPID: true
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       hostPID: true
//!       hostNetwork: true
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where another tool watches over rights.

use crate::diagnostic::Severity;
use crate::lint::{Context, PodSecurity, Reads, Rule, Spots, forbidden};
use crate::words::name_list;

pub(super) static RULE: Rule = Rule {
    id: "privilege-raised",
    security: Some(Severity::Warning),
    reads: Reads::UPDATES,
    why: "A namespace that enforces the old level refuses the new Pods; elsewhere they may do more than anybody has agreed to.",
    help: "Take back what the update adds, or have it agreed to by itself.",
    say: &[
        "the update leaves the level `baseline` for `privileged`: {0}",
        "the update leaves the level `restricted` for `baseline`: {0}",
        "the update leaves the level `restricted` for `privileged`: {0}",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let Some(old) = context
        .old()
        .filter(|old| old.shows_pods() && context.shows_pods())
    else {
        return;
    };
    let (was, is) = (forbidden(old), forbidden(context));
    let [before, after] = [&was, &is].map(|all| all.iter().map(|one| one.level).min());
    let case = match (before, after) {
        (Some(PodSecurity::Restricted), Some(PodSecurity::Baseline)) => 0,
        (None, Some(PodSecurity::Restricted)) => 1,
        (None, Some(PodSecurity::Baseline)) => 2,
        _ => return,
    };
    let new = is.iter().filter(|one| Some(one.level) == after);
    let Some(first) = new.clone().next() else {
        return;
    };
    let at = if first.at.exists() {
        first.at
    } else {
        context.pod
    };
    let fields: Vec<&str> = new.map(|one| one.field).collect();
    found.at(at).case(case).word(name_list(&fields, FIELDS));
}

/// Fields that are named one by one.
const FIELDS: usize = 4;
