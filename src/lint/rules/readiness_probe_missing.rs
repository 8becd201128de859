//! Nothing but time paces an update: there is no readiness probe.
//!
//! ## Why
//! With `minReadySeconds` alone, the controller goes on when the containers have run for so long, whether they serve or
//! not.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent
//! spec:
//!   minReadySeconds: 10
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
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   readinessProbe:
//!     httpGet: {path: /ready, port: 8080}
//! ```
//!
//! ## When to switch off
//! For agents that serve nobody.
//!
//! Peers: kube-linter `no-readiness-probe`; Polaris `readinessProbeMissing`; kube-score `pod-probes`; Checkov CKV_K8S_9

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "readiness-probe-missing",

    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "The controller goes on when the containers have run for a while, whether they serve or not.",
    help: "Add a `readinessProbe`.",
    say: &["no readiness probe: an update goes on after a time, whatever the agent does"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let Some(first) = context.first_running() else {
        return;
    };
    // Where nothing at all paces the update, another rule says so.
    let starts_up = context.any_has("startupProbe");
    let is_paced = starts_up || context.root.at("spec.minReadySeconds").as_int() > Some(0);
    let is_asked = context.any_has("readinessProbe") || !first.view.lacks("readinessProbe");
    if is_paced && !is_asked && !context.is_on_delete() && !context.only_waits() {
        found.at(first.view);
    }
}
