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
use crate::lint::{Context, Rule, Spots};
use crate::manifest::View;

pub(super) static RULE: Rule = Rule {
    id: "secret-literal-in-env",
    security: Some(Severity::Warning),
    why: "Whoever may read the manifest or the object has it.",
    help: "Put it into a Secret, and name that in `valueFrom.secretKeyRef` or mount it.",
    say: &["the value of `{0}` looks like a secret"],
    look,
    ..Rule::NEW
};

/// How variables end that hold secrets.
const NAMES: &[&str] = &[
    "PASSWORD",
    "PASSWD",
    "SECRET",
    "TOKEN",
    "API_KEY",
    "APIKEY",
    "ACCESS_KEY",
    "PRIVATE_KEY",
    "CREDENTIALS",
];

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for container in &context.containers {
        for variable in container.env() {
            let name = variable.get("name").text();
            let value = variable.get("value");
            let is_secret = NAMES.iter().any(|end| name.ends_with(end));
            if is_secret && value.exists() && !is_placeholder(value) {
                found.at(value).word(name);
            }
        }
    }
}

/// Whether a value stands for one that comes from elsewhere, or is none.
fn is_placeholder(value: View<'_>) -> bool {
    let text = value.text().trim();
    let lower = text.to_ascii_lowercase();
    let is_replaced = [
        "$(",
        "${",
        "{{",
        "<",
        "[",
        "changeme",
        "change-me",
        "change_me",
        "example",
        "your",
        "redacted",
    ]
    .iter()
    .any(|sign| lower.contains(sign));
    // A URL without a user, or a path.
    let is_place = text.starts_with(['/', '.']) || text.contains("://") && !text.contains('@');
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let is_masked = lower
        .bytes()
        .all(|byte| matches!(byte, b'x' | b'*' | b'.' | b'-'));
    let is_shouted = text
        .bytes()
        .all(|byte| byte.is_ascii_uppercase() || matches!(byte, b'_' | b'-'));
    let is_word = matches!(
        &*lower,
        "true"
            | "false"
            | "none"
            | "null"
            | "disabled"
            | "placeholder"
            | "secret"
            | "password"
            | "token"
    );
    is_replaced
        || is_place
        || is_number
        || is_masked
        || is_shouted
        || is_word
        || value.as_bool().is_some()
}
