//! None of the given Nodes has a taint that the toleration is for.
//!
//! ## Why
//! A toleration without a taint does nothing: it is left over from a pool that is gone, or its key, value or effect is not what
//! the taint has. Where the key looks like a slip of a taint's, the help says so.
//!
//! The rule speaks from three Nodes on. It is silent about taints that come and go (states of Nodes, autoscalers, what an agent
//! sets until it is ready), about those with a domain, which are set by whoever has it (control planes, accelerators, clouds),
//! unless they look like a slip, and where another rule speaks about the toleration.
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
//!       tolerations:
//!       - {key: dedicated, operator: Exists}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: a
//! spec:
//!   taints: [{key: dedcated, effect: NoSchedule}]
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: b
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: c
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
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       tolerations:
//!       - {key: dedicated, operator: Exists}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: a
//! spec:
//!   taints: [{key: dedicated, effect: NoSchedule}]
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: b
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: c
//! ```
//!
//! ## When to switch off
//! For manifests that are written for many clusters, where the given Nodes are not all of the cluster's, or where a tainted pool
//! is scaled to nothing.
//!
//! Upstream: staging/src/k8s.io/component-helpers/scheduling/corev1/helpers.go TolerationsTolerateTaint (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::fleet::is_passing;
use crate::lint::{Context, Reads, Rule, Spots};
use crate::matching::tolerates_taint;
use crate::placement::nearest;

pub(super) static RULE: Rule = Rule {
    id: "toleration-dead",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "It does nothing on these nodes.",
    help: "Remove it, or write it as the taint is.",
    say: &["none of the given nodes has a taint that the toleration of `{0}` is for"],
    look,
    ..Rule::NEW
};

/// Tolerations that are looked at, and taints that a slip is held against.
const MOST: usize = 200;

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if !context.has_fleet() {
        return;
    }
    let taints = context.nodes().taints();
    let overlaps = context.overlaps();
    for toleration in context.tolerations().into_iter().take(MOST) {
        let key = toleration.typed.key.as_str();
        let gates = context.input.gates;
        let present = taints.iter().take(MOST);
        let near = nearest(key, present.map(|taint| taint.key.as_str()));
        let is_owned = key.as_bytes().contains(&b'/') || key == "CriticalAddonsOnly";
        let is_elsewhere = key.is_empty() || is_passing(key) || is_owned && near.is_none();
        let mut overlaps = overlaps.iter();
        let is_spoken_of = toleration.effect() == "PreferNoSchedule"
            || overlaps.any(|overlap| overlap.own.view.is(toleration.view));
        let mut tolerated = taints.iter();
        if is_elsewhere
            || is_spoken_of
            || tolerated.any(|taint| tolerates_taint(toleration.typed, taint, gates))
        {
            continue;
        }
        let spot = found.at(toleration.view).word(key);
        let mut same = taints.iter().filter(|taint| taint.key == key);
        if let Some(taint) = same.next() {
            spot.help(["The nodes have `", &taint.to_string(), "`."].concat());
        } else if let Some(near) = near {
            spot.help(["The nodes have the taint `", near, "`."].concat());
        }
    }
}
