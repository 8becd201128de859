//! A container does not say how much CPU or memory it needs.
//!
//! ## Why
//! The scheduler takes a container without requests for one that needs nothing: it puts Pods onto Nodes that cannot carry
//! them, and a daemon Pod is on every Node. When memory runs out, the kubelet evicts first what uses more than it requested,
//! which is then every byte of it. Init containers count, too: a Pod reserves the largest of them.
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
//!   resources:
//!     requests: {cpu: 50m, memory: 64Mi}
//!     limits: {memory: 128Mi}
//! ```
//!
//! ## When to switch off
//! Where a LimitRange of the namespace fills requests in, and the manifests are to stay without.
//!
//! Peers: kube-linter `unset-cpu-requirements`; Polaris `cpuRequestsMissing`, `memoryRequestsMissing`; kube-score
//! `container-resources`; Trivy KSV015, KSV016; Checkov CKV_K8S_10, CKV_K8S_12
//!
//! Upstream: pkg/kubelet/eviction/helpers.go exceedMemoryRequests (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "requests-missing",
    why: "The scheduler reserves nothing for it, and the kubelet evicts first what uses more than it requested.",
    help: "Set `resources.requests` to what it uses in ordinary times.",
    say: &[
        "{0} `{1}` requests {2}",
        "{0} `{1}` requests {2}: its limits become its requests",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let of_pod = context.pod.at("resources.requests");
    let mut lacking = Vec::new();
    for container in &context.containers {
        // A part of a container may have its resources elsewhere, and a pause container does nothing.
        let is_shown = container.view.lacks("resources") || container.at("resources").is_map();
        if !is_shown || container.image_name() == "pause" {
            continue;
        }
        let has = |list: &str, name: &str| container.at(list).get(name).exists();
        let lacks = |name: &str| !has("resources.requests", name) && !of_pod.get(name).exists();
        let what = match (lacks("cpu"), lacks("memory")) {
            (true, true) => "no CPU and no memory",
            (true, false) => "no CPU",
            (false, true) => "no memory",
            (false, false) => continue,
        };
        // The API server fills a request in from the limit of the same name.
        let unlimited = |name: &str| lacks(name) && !has("resources.limits", name);
        let is_bare = unlimited("cpu") && unlimited("memory");
        let is_filled_in = !unlimited("cpu") && !unlimited("memory");
        let ends = matches!(&*context.object.kind, "Job" | "CronJob");
        let severity = match is_bare && container.runs_on() && !ends {
            true => Severity::Warning,
            false => Severity::Info,
        };
        lacking.push((severity, container, what, is_filled_in));
    }
    // One finding a template, at the first of the worst.
    let Some(worst) = lacking.iter().map(|(severity, ..)| *severity).min() else {
        return;
    };
    let mut first: Option<&mut Spot<'a>> = None;
    for (severity, container, what, is_filled_in) in lacking {
        if let Some(spot) = &mut first {
            spot.related(
                container.view,
                [container.name(), " requests ", what].concat(),
            );
        } else if severity == worst {
            let spot = found.at(container.view).container(container).word(what);
            if is_filled_in {
                spot.case(1).why(FILLED_IN);
            }
            first = Some(spot.severity(severity));
        }
    }
}

const FILLED_IN: &str =
    "The API server makes requests of the limits: the scheduler reserves all that it may ever use.";
