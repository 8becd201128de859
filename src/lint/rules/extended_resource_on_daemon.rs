//! The agent takes a device on every node.
//!
//! ## Why
//! A GPU or another device that a daemon Pod asks for is set aside for it on each node, and no workload gets it. Agents
//! that only look after devices mount what they need instead.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   resources:
//!     limits: {nvidia.com/gpu: 1}
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   resources:
//!     limits: {memory: 64Mi}
//! ```
//!
//! ## When to switch off
//! Where the device is there for the agent.

use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "extended-resource-on-daemon",

    reads: Reads::DAEMON_SETS,
    why: "A device is one Pod's at a time: on every node that has the agent, no workload gets this one.",
    help: "Leave the resource out; agents that look after devices reach them without asking for one.",
    say: &["{0} `{1}` takes `{2}` on every node, which no workload gets then"],
    look,
    ..Rule::NEW
};

const DEVICES: &[&str] = &[
    "nvidia.com/gpu",
    "nvidia.com/mig-",
    "amd.com/gpu",
    "gpu.intel.com/",
    "habana.ai/",
    "google.com/tpu",
    "aws.amazon.com/neuron",
    "rdma/",
];

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for container in &context.containers {
        let resources = container.view.get("resources");
        for list in ["limits", "requests"] {
            for (name, amount) in resources.get(list).entries() {
                let is_device = DEVICES.iter().any(|device| name.starts_with(device));
                let is_said = list == "requests" && resources.get("limits").get(name).exists();
                if is_device && !is_said && amount.text() != "0" {
                    found.at(amount).container(container).word(name);
                }
            }
        }
    }
}
