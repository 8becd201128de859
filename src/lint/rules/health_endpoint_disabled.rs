//! A probe asks a path that the given configuration does not switch on.
//!
//! ## Why
//! Fluent Bit answers `/api/v1/health` only with `Health_Check On`. Without it the answer is 404, the probe fails each
//! time, and the kubelet restarts the agent of every node for ever.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: fluent-bit
//! spec:
//!   selector:
//!     matchLabels: {app: agent}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       volumes:
//!       - name: settings
//!         configMap: {name: settings}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/fluent-bit:v3.2.4
//!         livenessProbe:
//!           httpGet: {path: /api/v1/health, port: 2020}
//! ---
//! apiVersion: v1
//! kind: ConfigMap
//! metadata:
//!   name: settings
//! data:
//!   fluent-bit.conf: |
//!     [SERVICE]
//!         HTTP_Server  On
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: fluent-bit
//! spec:
//!   selector:
//!     matchLabels: {app: agent}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       volumes:
//!       - name: settings
//!         configMap: {name: settings}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/fluent-bit:v3.2.4
//!         livenessProbe:
//!           httpGet: {path: /api/v1/health, port: 2020}
//! ---
//! apiVersion: v1
//! kind: ConfigMap
//! metadata:
//!   name: settings
//! data:
//!   fluent-bit.conf: |
//!     [SERVICE]
//!         HTTP_Server  On
//!         Health_Check On
//! ```
//!
//! ## When to switch off
//! Where the option is set in a file that is not in the input.

use crate::lint::{Context, Rule, Spots};
use crate::source::holds;

pub(super) static RULE: Rule = Rule {
    id: "health-endpoint-disabled",
    why: "Without that option the answer is 404: the probe fails each time.",
    help: "Add `Health_Check On` to the section SERVICE, or ask `/`.",
    say: &["`{0}` is not switched on in ConfigMap `{1}`: `Health_Check` is missing"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for container in &context.containers {
        if !container.image_name().starts_with("fluent-bit") {
            continue;
        }
        for probe in container.probes() {
            let path = probe.at("httpGet.path");
            if path.text() != "/api/v1/health" {
                continue;
            }
            if let Some(settings) = lacking(context) {
                found.at(path).word(path.text()).word(settings);
            }
            break;
        }
    }
}

/// The ConfigMap that it mounts, where none of them switches the path on or reads other files.
fn lacking<'a>(context: &Context<'a>) -> Option<&'a str> {
    let mut first = None;
    for settings in context.beside("ConfigMap") {
        if !context.mounts_config_map(settings.name()) {
            continue;
        }
        for (_, file) in settings.root.get("data").entries() {
            let text = file.text().to_ascii_lowercase();
            if holds(&text, "health_check") || holds(&text, "@include") || holds(&text, "includes:")
            {
                return None;
            }
            if holds(&text, "service") {
                first = first.or(Some(settings.name()));
            }
        }
    }
    first
}
