//! Liveness and readiness ask the same.
//!
//! ## Why
//! A readiness probe that fails takes the agent out of its Service, and lets it recover. When the liveness probe asks
//! the same and as soon, the busy agent is restarted instead, and loses what it was busy with.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   livenessProbe:
//!     httpGet: {path: /healthz, port: 8080}
//!   readinessProbe:
//!     httpGet: {path: /healthz, port: 8080}
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   livenessProbe:
//!     httpGet: {path: /live, port: 8080}
//!   readinessProbe:
//!     httpGet: {path: /ready, port: 8080}
//! ```
//!
//! ## When to switch off
//! Where the answer says nothing but that the process is there.
//!
//! Peers: kube-score `pod-probes-identical`

use crate::diagnostic::Severity;
use crate::lint::{Context, Rule, Spots};
use crate::manifest::View;

pub(super) static RULE: Rule = Rule {
    id: "probes-identical",

    severity: Severity::Info,
    why: "A busy agent is restarted where it should be left alone until it is Ready again.",
    help: "Give the liveness probe a handler of its own, or a `failureThreshold` that is several times as long.",
    say: &["{0} `{1}`: the liveness probe asks what the readiness probe asks, and as soon"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for container in &context.containers {
        let live = container.view.get("livenessProbe");
        let ready = container.view.get("readinessProbe");
        if asks_the_same(live, ready) && patience(live) <= patience(ready).saturating_mul(2) {
            found.at(live).container(container);
        }
    }
}

fn asks_the_same(live: View<'_>, ready: View<'_>) -> bool {
    let (one, other) = (live.get("httpGet"), ready.get("httpGet"));
    if one.exists() && other.exists() {
        let mut fields = ["path", "port", "scheme", "host"].into_iter();
        return fields.all(|field| one.get(field).text() == other.get(field).text());
    }
    let (one, other) = (live.at("exec.command"), ready.at("exec.command"));
    one.exists()
        && one
            .items()
            .map(View::text)
            .eq(other.items().map(View::text))
}

/// Seconds until a probe that fails has an effect.
fn patience(probe: View<'_>) -> i64 {
    let times = probe.get("failureThreshold").as_int().unwrap_or(3);
    times.saturating_mul(probe.get("periodSeconds").as_int().unwrap_or(10))
}
