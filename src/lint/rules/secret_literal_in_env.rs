//! A password or token stands in the manifest.
//!
//! ## Why
//! Manifests lie in repositories, in the history of `kubectl` and in annotations of the object, where whoever may read
//! the DaemonSet reads it.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   env:
//!   - name: STORE_PASSWORD
//!     value: s3a-lion-42
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   env:
//!   - name: STORE_PASSWORD
//!     valueFrom:
//!       secretKeyRef: {name: store, key: password}
//! ```
//!
//! ## When to switch off
//! For values that are no secrets, whatever their names say.
//!
//! Peers: kube-linter `env-var-secret`; Polaris `sensitiveContainerEnvVar`

use crate::diagnostic::Severity;
use crate::lint::secret::is_secret;
use crate::lint::{Context, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "secret-literal-in-env",
    security: Some(Severity::Warning),
    why: "Whoever may read the manifest or the object has it.",
    help: "Put it into a Secret, and name that in `valueFrom.secretKeyRef` or mount it.",
    say: &["the value of `{0}` looks like a secret"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for container in &context.containers {
        for variable in container.env() {
            let name = variable.get("name").text();
            let value = variable.get("value");
            if value.exists() && is_secret(name, value.text()) {
                found.at(value).word(name);
            }
        }
    }
}
