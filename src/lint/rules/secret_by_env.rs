//! A Secret is read through a variable.
//!
//! ## Why
//! Every program that the container starts inherits its variables, crash reports and `/proc` show them, and a change of
//! the Secret reaches them only with a new container. A mounted file has none of that.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   env:
//!   - name: PASSWORD
//!     valueFrom:
//!       secretKeyRef: {name: agent, key: password}
//! ```
//!
//! ## Valid
//! ```yaml
//! volumes:
//! - name: secret
//!   secret: {secretName: agent}
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - {name: secret, mountPath: /secret, readOnly: true}
//! ```
//!
//! ## When to switch off
//! For programs that read secrets from variables alone.
//!
//! Peers: kube-linter `read-secret-from-env-var`

use crate::diagnostic::Severity;
use crate::lint::{Context, Preset, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "secret-by-env",
    severity: Severity::Info,
    preset: Preset::Strict,
    security: Some(Severity::Info),
    why: "Programs that the container starts inherit it, and a change of the Secret reaches it only with a new container.",
    help: "Mount the Secret as a file, where the program can read one.",
    say: &["{0} `{1}` reads the Secret `{2}` through variables"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for container in &context.containers {
        let variables = container.env().map(|one| one.at("valueFrom.secretKeyRef"));
        let sources = container.at("envFrom").items();
        for secret in variables.chain(sources.map(|one| one.get("secretRef"))) {
            if secret.exists() {
                found
                    .at(secret)
                    .container(container)
                    .word(secret.get("name").text());
            }
        }
    }
}
