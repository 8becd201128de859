//! A liveness probe asks a backend: when that is away, the agent of every node is restarted.
//!
//! ## Why
//! A liveness probe restarts the container that it is of. One that goes through to a store or a collector restarts all
//! agents at once when that has an outage, and each loses what it held for it.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   livenessProbe:
//!     exec:
//!       command: [curl, -f, "http://store.example.com:9200/"]
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   livenessProbe:
//!     exec:
//!       command: [curl, -f, "http://127.0.0.1:2020/"]
//! ```
//!
//! ## When to switch off
//! Where a restart is what brings the connection back.

use crate::diagnostic::Severity;
use crate::lint::{Context, Rule, Spots};
use crate::source::{holds, parted};

pub(super) static RULE: Rule = Rule {
    id: "liveness-depends-on-backend",

    severity: Severity::Info,
    why: "An outage of the backend restarts the agent of every node at once, and each loses what it held.",
    help: "Ask the agent itself whether it is stuck; leave the backend to readiness and alerts.",
    say: &[
        "the liveness probe asks another host: `{0}`",
        "the liveness probe fails when shipping does: `{0}` counts errors of the outputs",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for container in &context.containers {
        let probe = container.view.get("livenessProbe");
        for word in probe.at("exec.command").items() {
            let text = word.text();
            if ["http://", "https://"]
                .iter()
                .any(|scheme| is_elsewhere(text, scheme))
            {
                found.at(word).word(text);
                break;
            }
        }
        let path = probe.at("httpGet.path");
        let is_health =
            path.text() == "/api/v1/health" && container.image_name().starts_with("fluent-bit");
        if is_health && counts_errors(context) {
            found.at(path).word("HC_Errors_Count").case(1);
        }
    }
}

/// Whether a text has an address of another host than its own.
fn is_elsewhere(text: &str, scheme: &str) -> bool {
    const OWN: &[&str] = &["localhost", "127.", "[::1]", "0.0.0.0", "$", "{"];
    match parted(text, scheme) {
        Some((_, host)) => !OWN.iter().any(|own| host.starts_with(own)),
        None => false,
    }
}

/// Whether a configuration beside it has Fluent Bit count errors of its outputs.
fn counts_errors(context: &Context<'_>) -> bool {
    for other in context.beside("ConfigMap") {
        for (_, file) in other.root.get("data").entries() {
            if holds(file.text(), "HC_Errors_Count") {
                return true;
            }
        }
    }
    false
}
