//! The token of the default ServiceAccount is in the Pod, although nothing shows that it asks the API server.
//!
//! ## Why
//! The kubelet mounts a token into every container unless `automountServiceAccountToken` is false. Who takes over the
//! container can then speak to the API server as the default account of the namespace.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent
//!   namespace: agents
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
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent
//!   namespace: agents
//! spec:
//!   selector:
//!     matchLabels: {app: agent}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       automountServiceAccountToken: false
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where the default account has no rights, and agents use it to read what everybody may.
//!
//! Peers: Polaris `automountServiceAccountToken`

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, Rule, Spot, Spots};
use crate::source::holds;

pub(super) static RULE: Rule = Rule {
    id: "sa-token-automount",
    severity: Severity::Info,
    security: Some(Severity::Warning),
    why: "Who takes over a container can speak to the API server as the default account of the namespace.",
    help: "Set `automountServiceAccountToken: false`, or name the account that the agent uses.",
    say: &["the token of the default ServiceAccount is mounted"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    const FIELD: &str = "automountServiceAccountToken";
    let lacks = [FIELD, "serviceAccountName", "serviceAccount"]
        .iter()
        .all(|field| context.pod.lacks(field));
    if lacks && !context.is_fragment() && !asks_api_server(context) {
        found.missing(context.pod, FIELD);
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Mount no token")
        .changes_behaviour()
        .add(spot.at, spot.missing, "false");
}

/// Whether arguments or variables name the API server.
fn asks_api_server(context: &Context<'_>) -> bool {
    let names = |text: &str| {
        let signs = [
            "kubernetes.default",
            "KUBERNETES_",
            "apiserver",
            "api-server",
            "serviceaccount",
        ];
        signs.iter().any(|sign| holds(text, sign))
    };
    context.containers.iter().any(|container| {
        container.words().any(|word| names(word.text()))
            || container
                .env()
                .any(|one| names(one.get("name").text()) || names(one.get("value").text()))
    })
}
