//! A probe asks another host than its Pod.
//!
//! ## Why
//! The kubelet sends the probe to `host` instead of the Pod. Another host says nothing about this Pod. Without
//! `hostNetwork`, `127.0.0.1` is the node itself, not the Pod.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   livenessProbe:
//!     httpGet: {host: store.example.com, path: /, port: 443}
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   livenessProbe:
//!     httpGet: {path: /, port: 8080}
//! ```
//!
//! ## When to switch off
//! Where the other host stands for the Pod on purpose.
//!
//! Upstream: staging/src/k8s.io/pod-security-admission/policy/check_hostProbesAndhostLifecycle.go (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, PodSecurity, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "probe-host-set",

    security: Some(Severity::Warning),
    pod_security: Some(PodSecurity::Baseline),
    why: "The answer says nothing about this Pod: it is restarted, or counted as Ready, for another one's state.",
    help: "Remove `host`: the kubelet asks the Pod's own address then.",
    say: &[
        "the probe asks `{0}`, not the Pod",
        "the probe asks `{0}`, which is the node: the Pod has a network of its own",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let host_network = context.on_host_network();
    for container in &context.containers {
        for probe in container.probes() {
            for handler in ["httpGet", "tcpSocket"] {
                let host = probe.get(handler).get("host");
                let is_loopback = matches!(host.text(), "127.0.0.1" | "localhost" | "::1");
                // A placeholder says nothing yet.
                let is_open = host.text().contains(['$', '{', '_']);
                if host.text().is_empty() || is_open || (is_loopback && host_network) {
                    continue;
                }
                let spot = found.at(host).word(host.text());
                if is_loopback {
                    spot.case(1);
                }
            }
        }
    }
}
