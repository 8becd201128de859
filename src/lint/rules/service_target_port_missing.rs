//! A Service names a port that no container of its DaemonSet has.
//!
//! ## Why
//! A `targetPort` that is a name is looked up in each Pod. Where no container has a port of that name, the Pod is no
//! endpoint of the Service.
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
//!         ports:
//!         - {name: http, containerPort: 8080}
//! ---
//! apiVersion: v1
//! kind: Service
//! metadata:
//!   name: agent
//! spec:
//!   selector: {app: agent}
//!   ports:
//!   - {port: 80, targetPort: grpc}
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
//!         ports:
//!         - {name: http, containerPort: 8080}
//! ---
//! apiVersion: v1
//! kind: Service
//! metadata:
//!   name: agent
//! spec:
//!   selector: {app: agent}
//!   ports:
//!   - {port: 80, targetPort: http}
//! ```
//!
//! ## When to switch off
//! Where other Pods, which are not in the input, have the port.
//!
//! Upstream: staging/src/k8s.io/endpointslice/util/controller_utils.go FindPort (v1.36.3)

use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "service-target-port-missing",
    reads: Reads::SERVICES,
    why: "The name is looked up in each Pod: where it is not found, the Pod is no endpoint.",
    help: "Name a port of the container, or write its number.",
    say: &["no container of DaemonSet `{0}` has a port named `{1}`"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let targets = context.service_targets();
    let Some(daemon_set) = targets.iter().find(|target| target.is_daemon_set()) else {
        return;
    };
    for port in context.root.at("spec.ports").items() {
        let target = port.get("targetPort");
        let name = target.text();
        let is_number = name.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number && !targets.iter().any(|target| target.has_port_name(name)) {
            found.at(target).word(daemon_set.name()).word(name);
        }
    }
}
