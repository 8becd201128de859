//! The name of a target port is none.
//!
//! ## Why
//! A port name has at most 15 characters, lower-case letters, digits and single `-` inside, and at least one letter.
//! The API server refuses any other.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: v1
//! kind: Service
//! metadata:
//!   name: agent
//! spec:
//!   selector: {app: agent}
//!   ports:
//!   - {port: 80, targetPort: metrics-of-the-agent}
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: v1
//! kind: Service
//! metadata:
//!   name: agent
//! spec:
//!   selector: {app: agent}
//!   ports:
//!   - {port: 80, targetPort: metrics}
//! ```
//!
//! ## When to switch off
//! Never: the API server refuses the Service.
//!
//! Peers: kube-linter `invalid-target-ports`
//!
//! Upstream: staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go IsValidPortName (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};
use crate::source::holds;

pub(super) static RULE: Rule = Rule {
    id: "target-port-invalid",
    severity: Severity::Error,
    reads: Reads::SERVICES,
    why: "The API server refuses the Service.",
    help: "Use at most 15 lower-case letters, digits and single `-` between them, with one letter at least.",
    say: &["`{0}` is no name of a port"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for port in context.root.at("spec.ports").items() {
        let target = port.get("targetPort");
        if target.is_text() && !is_name(target.text()) && !target.text().contains(['$', '{']) {
            found.at(target).word(target.text());
        }
    }
}

fn is_name(name: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase();
    name.len() <= 15
        && name.bytes().any(is_letter)
        && name
            .bytes()
            .all(|byte| is_letter(byte) || byte.is_ascii_digit() || byte == b'-')
        && !holds(name, "--")
        && !name.starts_with('-')
        && !name.ends_with('-')
}
