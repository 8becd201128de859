//! An agent that its node needs does not start while the registry is away.
//!
//! ## Why
//! With `Always` the kubelet asks the registry before each start of a container, even when the image is on the node.
//! When the registry, or the way to it, is away, a node that restarts has no network or no storage.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   imagePullPolicy: Always
//! priorityClassName: system-node-critical
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   imagePullPolicy: IfNotPresent
//! priorityClassName: system-node-critical
//! ```
//!
//! ## When to switch off
//! Where the registry is on the node itself.

use crate::diagnostic::Severity;
use crate::lint::priority::is_system_class;
use crate::lint::{Context, Mend, Role, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "image-pull-on-node-start",

    severity: Severity::Info,
    why: "The kubelet asks the registry before each start: while that is away, a node that restarts stays without the agent.",
    help: "Use `IfNotPresent` with a full version or a digest.",
    say: &["{0} `{1}` starts only while its registry answers"],
    mend: Some(mend),
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let is_critical = is_system_class(context.priority_class().text());
    if !is_critical && !matches!(context.role(), Role::Cni | Role::Csi) {
        return;
    }
    for container in &context.containers {
        let policy = container.view.get("imagePullPolicy");
        let moves =
            !container.has_digest() && matches!(container.image_tag(), None | Some("latest"));
        if policy.text() == "Always" && !moves {
            found.at(policy).container(container);
        }
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Pull only where the image is not there")
        .changes_behaviour()
        .set(spot.at, "IfNotPresent");
}
