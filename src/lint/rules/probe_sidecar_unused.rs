//! A CSI liveness-probe sidecar runs, and no probe asks it.
//!
//! ## Why
//! The sidecar turns the health of the driver into an HTTP answer. It restarts nothing by itself: a `livenessProbe` of
//! the driver has to ask it.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! - name: liveness-probe
//!   image: registry.example.com/livenessprobe:v2.15.0
//!   args: [--csi-address=/csi/csi.sock]
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   livenessProbe:
//!     httpGet: {path: /healthz, port: 9808}
//! - name: liveness-probe
//!   image: registry.example.com/livenessprobe:v2.15.0
//!   args: [--csi-address=/csi/csi.sock]
//! ```
//!
//! ## When to switch off
//! Where something outside of the Pod asks it.

use crate::lint::{Context, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "probe-sidecar-unused",

    why: "The sidecar only answers: a driver that hangs stays as it is, because nobody asks.",
    help: "Add a `livenessProbe` with `httpGet` of the sidecar's port to the driver's container.",
    say: &["{0} `{1}` tells the driver's health, and no livenessProbe asks for it"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let mut containers = context.containers.iter();
    if containers.any(|container| container.at("livenessProbe.httpGet").exists()) {
        return;
    }
    for container in &context.containers {
        if container.image_name() == "livenessprobe" {
            found.at(container.view).container(container);
        }
    }
}
