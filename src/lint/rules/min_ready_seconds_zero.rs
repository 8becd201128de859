//! A Pod counts as available the moment it is Ready.
//!
//! ## Why
//! An agent that is Ready and crashes a moment later has been counted: the controller has gone on. A few seconds of
//! `minReadySeconds` catch it, and cost so many seconds a batch.
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
//!         readinessProbe:
//!           httpGet: {path: /ready, port: 8080}
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent
//! spec:
//!   selector:
//!     matchLabels: {app: agent}
//!   minReadySeconds: 10
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         readinessProbe:
//!           httpGet: {path: /ready, port: 8080}
//! ```
//!
//! ## When to switch off
//! Where updates have to be as fast as they can.

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, Preset, Reads, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "min-ready-seconds-zero",
    severity: Severity::Info,
    preset: Preset::Strict,
    reads: Reads::DAEMON_SETS,
    why: "What crashes right after it was Ready has been counted already, and the update has gone on.",
    help: "Set `minReadySeconds` to some seconds.",
    say: &["a Pod counts as available the moment it is Ready"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let spec = context.root.get("spec");
    let looks = context.any_has("readinessProbe") || context.any_has("startupProbe");
    if !context.is_available_at_once() || context.is_on_delete() || !looks {
        return;
    }
    let seconds = spec.get("minReadySeconds");
    match seconds.exists() {
        true => found.at(seconds),
        false => found.missing(spec, "minReadySeconds"),
    };
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Wait ten seconds for each Pod")
        .changes_behaviour()
        .put(spot, "10");
}
