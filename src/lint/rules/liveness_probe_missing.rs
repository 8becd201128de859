//! A hung agent is never restarted.
//!
//! ## Why
//! Without a liveness probe the kubelet restarts a container only when its process ends. An agent that hangs keeps its
//! Pod Running on the node, and does nothing.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   livenessProbe:
//!     httpGet: {path: /live, port: 8080}
//! ```
//!
//! ## When to switch off
//! For agents that end by themselves when something is wrong.
//!
//! Peers: kube-linter `no-liveness-probe`; Polaris `livenessProbeMissing`; kube-score `pod-probes`; Checkov CKV_K8S_8

use crate::diagnostic::Severity;
use crate::lint::{Context, Rule, Spot, Spots, probe_port};

pub(super) static RULE: Rule = Rule {
    id: "liveness-probe-missing",

    severity: Severity::Info,
    why: "The kubelet restarts a container whose process ends; one that hangs stays as it is.",
    help: "Add a `livenessProbe` that fails only when the agent itself is stuck.",
    say: &["{0} `{1}` is never restarted when it hangs"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let mut asked = Vec::new();
    for container in &context.containers {
        for probe in container.probes() {
            asked.push(probe_port(probe).text());
        }
    }
    let mut first: Option<&mut Spot<'a>> = None;
    for container in &context.containers {
        // A sidecar that others ask through one of its ports is looked after by them.
        let mut ports = container.ports();
        let is_asked = ports.any(|port| {
            let port = [port.get("name").text(), port.get("containerPort").text()];
            port.iter()
                .any(|port| !port.is_empty() && asked.contains(port))
        });
        let lacks = container.view.lacks("livenessProbe") && container.runs_on();
        if !lacks || is_asked || container.only_waits() || container.image_name() == "livenessprobe"
        {
            continue;
        }
        match &mut first {
            None => first = Some(found.at(container.view).container(container)),
            Some(spot) => {
                spot.related(container.view, "nor is this one");
            }
        }
    }
}
