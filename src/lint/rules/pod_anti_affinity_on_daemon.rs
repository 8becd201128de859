//! Required affinity to other Pods can only leave daemon Pods Pending.
//!
//! ## Why
//! Each daemon Pod is for one Node. Affinity and anti-affinity to Pods cannot send it elsewhere: where they do not hold,
//! it stays Pending, and the DaemonSet is never complete. Against its own Pods over a zone, one Node of a zone gets its
//! Pod and the others never do. Against its own Pods over the hostname it is what a DaemonSet does anyway, but for an
//! update with `maxSurge`, which it blocks.
//!
//! ## Invalid
//! ```yaml
//! affinity:
//!   podAntiAffinity:
//!     requiredDuringSchedulingIgnoredDuringExecution:
//!     - topologyKey: topology.kubernetes.io/zone
//!       labelSelector:
//!         matchLabels: {app: agent}
//! ```
//!
//! ## Valid
//! ```yaml
//! affinity:
//!   podAntiAffinity:
//!     preferredDuringSchedulingIgnoredDuringExecution:
//!     - weight: 1
//!       podAffinityTerm:
//!         topologyKey: kubernetes.io/hostname
//!         labelSelector:
//!           matchLabels: {app: agent}
//! ```
//!
//! ## When to switch off
//! Where the Pods are to wait for others, such as for the network, or keep away from them.
//!
//! Upstream: pkg/scheduler/framework/plugins/interpodaffinity/filtering.go Filter (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "pod-anti-affinity-on-daemon",
    reads: Reads::DAEMON_SETS,
    why: "A daemon Pod is for one node: where the rule does not hold, it cannot go elsewhere.",
    help: "Remove it, or choose nodes by a selector.",
    say: &[
        "one node of each `{0}` gets a Pod, and on the others it stays Pending",
        "`{0}` can only leave the Pods Pending",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for kind in ["podAffinity", "podAntiAffinity"] {
        let affinity = context.pod.get("affinity").get(kind);
        let required = affinity.get("requiredDuringSchedulingIgnoredDuringExecution");
        let mut worst = None;
        for term in required.items() {
            let key = term.get("topologyKey").text();
            let is_wide = key != "kubernetes.io/hostname" && kind == "podAntiAffinity";
            let elsewhere =
                term.get("namespaces").exists() || term.get("namespaceSelector").exists();
            if is_wide && !elsewhere && context.selects_itself(term.get("labelSelector")) {
                worst = Some(key);
            }
        }
        match worst {
            Some(key) => found.at(required).word(key),
            None if required.items().next().is_some() => found
                .at(required)
                .word(kind)
                .case(1)
                .severity(Severity::Info),
            None => continue,
        };
    }
}
