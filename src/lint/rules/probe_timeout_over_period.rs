//! A probe may take longer than the time to the next one.
//!
//! ## Why
//! The kubelet waits for an answer before it asks again. With a `timeoutSeconds` above `periodSeconds` a container that
//! does not answer is found much later than the period says.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   livenessProbe:
//!     httpGet: {path: /live, port: 8080}
//!     timeoutSeconds: 30
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   livenessProbe:
//!     httpGet: {path: /live, port: 8080}
//!     timeoutSeconds: 5
//! ```
//!
//! ## When to switch off
//! Where the period is meant as the least time between answers.

use crate::diagnostic::Severity;
use crate::lint::{Context, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "probe-timeout-over-period",

    severity: Severity::Info,
    why: "The next check waits for the last: what does not answer is found later than the period says.",
    help: "Set `timeoutSeconds` to at most `periodSeconds`.",
    say: &["`timeoutSeconds: {0}` is longer than the {1} s from one probe to the next"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for container in &context.containers {
        for probe in container.probes() {
            let timeout = probe.get("timeoutSeconds");
            let period = probe.get("periodSeconds").as_int().unwrap_or(10);
            if timeout.as_int().is_some_and(|timeout| timeout > period) {
                found
                    .at(timeout)
                    .word(timeout.text())
                    .word(period.to_string());
            }
        }
    }
}
