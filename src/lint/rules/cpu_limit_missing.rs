//! A container has no CPU limit.
//!
//! ## Why
//! An agent without a limit takes idle CPU when it is busy; one with a limit is throttled when it needs more. Both are
//! fine where they are meant.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   resources:
//!     limits: {memory: 128Mi}
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   resources:
//!     limits: {cpu: 500m, memory: 128Mi}
//! ```
//!
//! ## When to switch off
//! Where requests alone are to share the CPU, as many clusters do it.
//!
//! Peers: Polaris `cpuLimitsMissing`; kube-score `container-resources`; Trivy KSV011; Checkov CKV_K8S_11

use crate::diagnostic::Severity;
use crate::lint::{Container, Context, Preset, Rule, Spots};
use crate::manifest::View;

pub(super) static RULE: Rule = Rule {
    id: "cpu-limit-missing",

    severity: Severity::Info,
    preset: Preset::Strict,
    why: "A busy agent takes all idle CPU of its node; with a limit it is throttled instead.",
    help: "Say which is wanted: set `resources.limits.cpu`, or switch the rule off.",
    say: &["{0} `{1}` has no CPU limit"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if !context.pod.at("resources.limits.cpu").exists() {
        context.one_of_all(found, "resources.limits.cpu", unlimited);
    }
}

fn unlimited<'a>(_: &Context<'a>, container: &Container<'a>) -> Option<View<'a>> {
    let lacks = container.lacks_resource("limits", "cpu");
    lacks.then_some(container.view)
}
