//! A log collector reads the format of Docker, which nodes do not write.
//!
//! ## Why
//! containerd and CRI-O write a line as time, stream, flag and text. A parser of Docker JSON does not understand it:
//! each record is one raw text, and fields are lost.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: fluent-bit
//! spec:
//!   selector:
//!     matchLabels: {app: fluent-bit}
//!   template:
//!     metadata:
//!       labels: {app: fluent-bit}
//!     spec:
//!       containers:
//!       - name: fluent-bit
//!         image: registry.example.com/fluent-bit:v3.2.4
//!       volumes:
//!       - name: settings
//!         configMap: {name: settings}
//! ---
//! apiVersion: v1
//! kind: ConfigMap
//! metadata:
//!   name: settings
//! data:
//!   fluent-bit.conf: |
//!     [INPUT]
//!         Name    tail
//!         Path    /var/log/containers/*.log
//!         Parser  docker
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
//!     matchLabels: {app: fluent-bit}
//!   template:
//!     metadata:
//!       labels: {app: fluent-bit}
//!     spec:
//!       containers:
//!       - name: fluent-bit
//!         image: registry.example.com/fluent-bit:v3.2.4
//!       volumes:
//!       - name: settings
//!         configMap: {name: settings}
//! ---
//! apiVersion: v1
//! kind: ConfigMap
//! metadata:
//!   name: settings
//! data:
//!   fluent-bit.conf: |
//!     [INPUT]
//!         Name    tail
//!         Path    /var/log/containers/*.log
//!         multiline.parser  docker, cri
//! ```
//!
//! ## When to switch off
//! Where nodes run Docker through cri-dockerd.

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "docker-parser-on-cri",

    severity: Severity::Info,
    reads: Reads::CONFIG_MAPS,
    why: "containerd and CRI-O write the CRI format: a Docker parser leaves each line as one raw text.",
    help: "Use the parser `cri`, or `multiline.parser docker, cri`.",
    say: &["`{0}` parses container logs as Docker JSON"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if context.runs_docker() || !is_of_a_collector(context) {
        return;
    }
    for (name, file) in context.root.get("data").entries() {
        if reads_docker_alone(file.text()) {
            found.at(file).word(name);
        }
    }
}

/// Whether a DaemonSet mounts the ConfigMap into a log collector.
fn is_of_a_collector(context: &Context<'_>) -> bool {
    for other in context.beside("DaemonSet") {
        let mut containers = other.containers.iter();
        let mut volumes = other.pod.get("volumes").items();
        let mounts = volumes.any(|volume| volume.at("configMap.name").text() == context.name());
        let collects = containers.any(|container| {
            let image = container.image_name();
            ["fluent-bit", "fluentd", "filebeat"]
                .iter()
                .any(|name| image.starts_with(name))
        });
        if mounts && collects {
            return true;
        }
    }
    false
}

/// Whether a line of a configuration names the parser of Docker, and none that of CRI.
fn reads_docker_alone(text: &str) -> bool {
    let mut docker = false;
    for line in text.lines() {
        let mut words = line.split([' ', '\t', ',']).filter(|word| !word.is_empty());
        let name = words.next().unwrap_or_default();
        if name.eq_ignore_ascii_case("parser") || name.eq_ignore_ascii_case("multiline.parser") {
            for parser in words {
                docker |= parser == "docker";
                if parser == "cri" {
                    return false;
                }
            }
        }
    }
    docker
}
