//! The facts that upstream's own unit tests (v1.36.3) hold on to, in tables of ours.
//!
//! Each test names the one that it follows. Where upstream counts creations and deletions on a fake control plane, the
//! deciders are asked directly.

mod manage;
mod node_affinity;
mod pods;
mod rolling_update;
mod should_run;
mod syncs;
mod tolerations;

use everynode::apiserver::{default_daemon_set, default_node};
use everynode::controller::DaemonPodRules;
use everynode::manifest::{Limits, Typed, read};
use everynode::model::{DaemonSet, Defaulted, FeatureGates, Node, Pod};
use everynode::source::FileId;

/// The only object of a text.
fn object(text: &str) -> Typed {
    let mut reading = read(FileId(0), text, &Limits::default());
    assert_eq!(reading.objects.len(), 1, "{text}");
    reading.objects.remove(0).typed
}

/// A DaemonSet whose Pods have this spec, as YAML's flow style writes it.
fn daemon_set(pod_spec: &str) -> Defaulted<DaemonSet> {
    let text = format!(
        "{{apiVersion: apps/v1, kind: DaemonSet, metadata: {{name: ds}}, spec: {{template: {{spec: {pod_spec}}}}}}}\n"
    );
    match object(&text) {
        Typed::DaemonSet(daemon_set) => default_daemon_set(*daemon_set),
        other => panic!("{other:?}"),
    }
}

fn rules(pod_spec: &str) -> DaemonPodRules {
    DaemonPodRules::new(&daemon_set(pod_spec), FeatureGates::default())
}

/// A Node of this name; the rest as YAML's flow style writes it, `labels: {a: b}`.
fn node(name: &str, labels: &str, rest: &str) -> Defaulted<Node> {
    let text = format!(
        "{{apiVersion: v1, kind: Node, metadata: {{name: {name}, labels: {{{labels}}}}}, {rest}}}\n"
    );
    match object(&text) {
        Typed::Node(node) => default_node(*node),
        other => panic!("{other:?}"),
    }
}

/// A Pod with this metadata, spec and status.
fn pod(metadata: &str, spec: &str, status: &str) -> Pod {
    let text = format!(
        "{{apiVersion: v1, kind: Pod, metadata: {{{metadata}}}, spec: {{{spec}}}, status: {{{status}}}}}\n"
    );
    match object(&text) {
        Typed::Pod(pod) => *pod,
        other => panic!("{other:?}"),
    }
}
