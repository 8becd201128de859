//! A container has no memory limit.
//!
//! ## Why
//! Without a limit a leak grows until the node is short of memory. Then the kubelet evicts Pods, and the kernel kills
//! processes, often those of others.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   resources:
//!     requests: {cpu: 100m, memory: 64Mi}
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   resources:
//!     requests: {cpu: 100m, memory: 64Mi}
//!     limits: {memory: 128Mi}
//! ```
//!
//! ## When to switch off
//! For agents that every Pod of the node needs, where being killed is worse than being large.
//!
//! Peers: Polaris `memoryLimitsMissing`; kube-score `container-resources`; Trivy KSV018; Checkov CKV_K8S_13

use crate::lint::priority::is_system_class;
use crate::lint::{Container, Context, Roles, Rule, Spots};
use crate::manifest::View;

pub(super) static RULE: Rule = Rule {
    id: "memory-limit-missing",

    expected_of: Roles::NODE_CRITICAL,
    why: "A leak grows until the node is short of memory, and others are evicted or killed for it.",
    help: "Set `resources.limits.memory` to what the agent never needs.",
    say: &["{0} `{1}` has no memory limit"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    // Of the classes that are never evicted, another rule says it.
    let is_critical = is_system_class(context.priority_class().text());
    let is_bounded = context.pod.at("resources.limits.memory").exists();
    if is_critical || is_bounded || !context.beside("LimitRange").is_empty() {
        return;
    }
    context.one_of_all(found, "resources.limits.memory", unlimited);
}

fn unlimited<'a>(_: &Context<'a>, container: &Container<'a>) -> Option<View<'a>> {
    let resources = container.view.get("resources");
    let says_something = resources.entries().next().is_some();
    let lacks = says_something && !resources.at("limits.memory").exists();
    (container.runs_on() && lacks).then_some(container.view)
}
