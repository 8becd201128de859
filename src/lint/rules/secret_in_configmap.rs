//! A ConfigMap that a DaemonSet reads holds a password or token.
//!
//! ## Why
//! Whoever may read ConfigMaps of the namespace reads it, which is what roles for looking around allow; a ConfigMap is not
//! encrypted at rest where Secrets are, and lies in the repository with the manifest.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent
//! spec:
//!   selector:
//!     matchLabels: {app: agent}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         envFrom:
//!         - configMapRef: {name: settings}
//! ---
//! apiVersion: v1
//! kind: ConfigMap
//! metadata:
//!   name: settings
//! data:
//!   STORE_PASSWORD: s3a-lion-42
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent
//! spec:
//!   selector:
//!     matchLabels: {app: agent}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         envFrom:
//!         - secretRef: {name: settings}
//! ---
//! apiVersion: v1
//! kind: Secret
//! metadata:
//!   name: settings
//! stringData:
//!   STORE_PASSWORD: s3a-lion-42
//! ```
//!
//! ## When to switch off
//! For values that are no secrets, whatever their names say.
//!
//! Peers: Polaris `sensitiveConfigmapContent`

use crate::diagnostic::Severity;
use crate::lint::secret::{is_secret, secret_line};
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "secret-in-configmap",
    security: Some(Severity::Warning),
    reads: Reads::CONFIG_MAPS,
    why: "Whoever may read ConfigMaps of the namespace has it, and so has whoever reads the manifest.",
    help: "Put it into a Secret, and let the Pods read that.",
    say: &[
        "the value of `{0}` looks like a secret",
        "`{0}` in this text looks like a secret",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let mut is_used = None;
    for (key, value) in context.root.get("data").entries() {
        let text = value.text();
        let (name, case) = match secret_line(text) {
            _ if !text.as_bytes().contains(&b'\n') && is_secret(key, text) => (key, 0),
            Some(name) => (name, 1),
            None => continue,
        };
        // Few have something to hide, and to look for readers takes longer.
        let is_used = *is_used.get_or_insert_with(|| {
            let mut daemon_sets = context.beside("DaemonSet").into_iter();
            daemon_sets.any(|one| one.uses_config_map(context.name()))
        });
        if is_used {
            found.at(value).word(name).case(case);
        }
    }
}
