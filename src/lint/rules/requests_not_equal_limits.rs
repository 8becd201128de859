//! The Pod is not Guaranteed: requests and limits differ.
//!
//! ## Why
//! A Pod whose containers all have equal requests and limits of CPU and memory is of the class Guaranteed: it is killed
//! last when memory runs out. For most agents that is more than they need.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   resources:
//!     requests: {cpu: 100m, memory: 64Mi}
//!     limits: {memory: 128Mi}
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   resources:
//!     limits: {cpu: 100m, memory: 64Mi}
//! ```
//!
//! ## When to switch off
//! Where nodes should not set aside what the agent rarely uses.
//!
//! Peers: kube-score `container-resource-requests-equal-limits`, `container-cpu-requests-equal-limits`, `container-
//! memory-requests-equal-limits`

use crate::diagnostic::Severity;
use crate::lint::{Container, Context, Preset, Rule, Spots};
use crate::manifest::View;
use crate::model::Quantity;

pub(super) static RULE: Rule = Rule {
    id: "requests-not-equal-limits",

    severity: Severity::Info,
    preset: Preset::Strict,
    why: "Only a Guaranteed Pod is among the last to be killed when memory runs out.",
    help: "Set limits of CPU and memory, and requests of the same size.",
    say: &["the Pod is not Guaranteed: requests and limits of {0} `{1}` differ"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    context.one_of_all(found, "resources", differing);
}

fn differing<'a>(_: &Context<'a>, container: &Container<'a>) -> Option<View<'a>> {
    let resources = container.view.get("resources");
    let is_shown = resources.is_map() || container.view.lacks("resources");
    let is_equal = |name: &str| {
        let limit = resources.get("limits").get(name);
        let request = resources.get("requests").get(name);
        let size = |text: &str| Quantity::new(text).nanos();
        // The API server fills a request in from the limit.
        limit.exists() && (!request.exists() || size(limit.text()) == size(request.text()))
    };
    let differs = is_shown && !(is_equal("cpu") && is_equal("memory"));
    differs.then_some(container.view)
}
