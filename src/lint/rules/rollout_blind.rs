//! An update goes over all nodes whatever becomes of the new Pods: nothing says when one is well.
//!
//! ## Why
//! Without readiness probe a container is Ready once it has started, and with `minReadySeconds: 0` the Pod is available
//! in the same moment. A version that crashes seconds later has already let the controller go on to the next node, and
//! it walks over all of them.
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
//! ```
//!
//! ## When to switch off
//! Where Pods end early on purpose.

use crate::lint::{Context, Mend, Reads, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "rollout-blind",
    reads: Reads::DAEMON_SETS,
    why: "A Pod counts as available when its containers have started: a version that crashes seconds later reaches every node.",
    help: "Add a `readinessProbe`, or set `minReadySeconds` to longer than the agent takes to fail.",
    say: &[
        "no readiness probe and `minReadySeconds: 0`: a version that crashes walks over all nodes",
    ],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let looks = context.any_has("readinessProbe") || context.any_has("startupProbe");
    let is_blind = context.is_available_at_once() && !looks && !context.only_waits();
    let Some(first) = context.first_running() else {
        return;
    };
    // Under surge, that is what another rule says.
    if is_blind && !context.is_on_delete() && !context.surge().exists() {
        let spec = context.root.get("spec");
        let seconds = spec.get("minReadySeconds");
        let spot = found.at(first.view);
        match seconds.exists() {
            true => spot.related(seconds, "it waits for nothing"),
            false => spot.related(spec, "`minReadySeconds` is not set"),
        };
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    let Some((place, _)) = spot.related.first() else {
        return;
    };
    mend.title("Wait ten seconds for each Pod")
        .changes_behaviour();
    match place.key() {
        "minReadySeconds" => mend.set(*place, "10"),
        _ => mend.add(*place, "minReadySeconds", "10"),
    };
}
