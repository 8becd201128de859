//! Warnings about a Pod or a template of one.

use super::{ports, push, virtual_paths};
use crate::apiserver::validation::names::{Names, take};
use crate::apiserver::validation::options::Options;
use crate::apiserver::validation::path::Path;
use crate::apiserver::validation::pod;
use crate::apiserver::validation::pod_annotations::{APP_ARMOR, SECCOMP_CONTAINER, SECCOMP_POD};
use crate::apiserver::validation::{formats, ip, prepare, resources, same};
use crate::manifest::{StoredStruct, go_quote};
use crate::source::holds;

/// Labels of Nodes that should not be used any more.
///
/// Upstream: pkg/api/node/util.go deprecatedNodeLabels (v1.36.3)
const OLD_LABELS: [(&str, &str); 8] = [
    (
        "beta.kubernetes.io/arch",
        r#"deprecated since v1.14; use "kubernetes.io/arch" instead"#,
    ),
    (
        "beta.kubernetes.io/os",
        r#"deprecated since v1.14; use "kubernetes.io/os" instead"#,
    ),
    (
        "failure-domain.beta.kubernetes.io/region",
        r#"deprecated since v1.17; use "topology.kubernetes.io/region" instead"#,
    ),
    (
        "failure-domain.beta.kubernetes.io/zone",
        r#"deprecated since v1.17; use "topology.kubernetes.io/zone" instead"#,
    ),
    (
        "beta.kubernetes.io/instance-type",
        r#"deprecated since v1.17; use "node.kubernetes.io/instance-type" instead"#,
    ),
    ("app.kubernetes.io/created-by", "deprecated since v1.9"),
    (
        "scheduler.alpha.kubernetes.io/preferAvoidPods",
        "deprecated since v1.22; use Taints and Tolerations instead",
    ),
    (
        "node-role.kubernetes.io/master",
        r#"use "node-role.kubernetes.io/control-plane" instead"#,
    ),
];

/// Volumes of kinds that are gone: the field, its name in the warning, and what is said.
const OLD_VOLUMES: [(&str, &str, &str); 9] = [
    (
        "photonPersistentDisk",
        "photonPersistentDisk",
        "deprecated in v1.11, non-functional in v1.16+",
    ),
    (
        "gitRepo",
        "gitRepo",
        "deprecated in v1.11, and disabled by default in v1.33+",
    ),
    (
        "scaleIO",
        "scaleIO",
        "deprecated in v1.16, non-functional in v1.22+",
    ),
    (
        "flocker",
        "flocker",
        "deprecated in v1.22, non-functional in v1.25+",
    ),
    (
        "storageos",
        "storageOS",
        "deprecated in v1.22, non-functional in v1.25+",
    ),
    (
        "quobyte",
        "quobyte",
        "deprecated in v1.22, non-functional in v1.25+",
    ),
    (
        "glusterfs",
        "glusterfs",
        "deprecated in v1.25, non-functional in v1.26+",
    ),
    (
        "cephfs",
        "cephfs",
        "deprecated in v1.28, non-functional in v1.31+",
    ),
    (
        "rbd",
        "rbd",
        "deprecated in v1.28, non-functional in v1.31+",
    ),
];

const NO_SELECTOR: &str = "a null labelSelector results in matching no pod";
const SECCOMP: &str = r#"non-functional in v1.27+; use the "seccompProfile" field instead"#;

fn old_label(key: &str) -> Option<&'static str> {
    let found = OLD_LABELS.iter().find(|(known, _)| *known == key);
    found.map(|(_, message)| *message)
}

/// `template` is the way to the template; nothing for a Pod.
///
/// Upstream: pkg/api/pod/warnings.go warningsForPodSpecAndMeta (v1.36.3)
pub(in crate::apiserver::validation) fn of_pod_spec(
    warnings: &mut Vec<String>,
    metadata: &StoredStruct,
    spec: &StoredStruct,
    template: Option<&str>,
    options: &Options,
) {
    let root = Path::new(template.unwrap_or_default());
    let path = root.field("spec");
    let annotations = root.field("metadata.annotations");
    let selector = path.field("nodeSelector");
    for (key, _) in spec.map("nodeSelector") {
        if let Some(message) = old_label(key) {
            push(warnings, &selector.key(key), message);
        }
    }
    node_affinity(warnings, spec, &path.field("affinity.nodeAffinity"));
    spread(warnings, spec, &path.field("topologySpreadConstraints"));
    for (key, message) in [
        (
            "scheduler.alpha.kubernetes.io/critical-pod",
            r#"non-functional in v1.16+; use the "priorityClassName" field instead"#,
        ),
        (
            "security.alpha.kubernetes.io/sysctls",
            r#"non-functional in v1.11+; use the "sysctls" field instead"#,
        ),
        (
            "security.alpha.kubernetes.io/unsafe-sysctls",
            r#"non-functional in v1.11+; use the "sysctls" field instead"#,
        ),
    ] {
        if metadata.entry("annotations", key).is_some() {
            push(warnings, &annotations.key(key), message);
        }
    }
    volumes(warnings, spec, &path.field("volumes"));
    virtual_paths::overlaps(warnings, spec, options);
    twice(warnings, spec, "hostAliases", "ip", &path);
    twice(warnings, spec, "imagePullSecrets", "name", &path);
    let secrets = path.field("imagePullSecrets");
    for (index, secret) in spec.structs("imagePullSecrets").enumerate() {
        if secret.text("name").is_empty() {
            let path = secrets.index(index);
            push(warnings, &path.field("name"), r#"invalid empty name """#);
        }
    }
    for name in ["memory", "ephemeral-storage"] {
        fraction(warnings, spec, "overhead", name, &path.field("overhead"));
    }
    let context = spec.inner("securityContext");
    let has_seccomp = context.is_some_and(|context| context.has("seccompProfile"));
    if !has_seccomp && metadata.entry("annotations", SECCOMP_POD).is_some() {
        push(warnings, &annotations.key(SECCOMP_POD), SECCOMP);
    }
    let profile = context.and_then(|context| context.inner("appArmorProfile"));
    for one in pod::containers(spec) {
        let list = path.field(one.list);
        let path = list.index(one.index);
        let about = (metadata, template.is_some(), profile);
        container_annotations(warnings, one.of, about, &annotations);
        container(warnings, one.of, &path);
    }
    ports::of_containers(warnings, spec, &path);
    if spec.int("terminationGracePeriodSeconds") < 0 {
        let path = path.field("terminationGracePeriodSeconds");
        let text = "must be >= 0; negative values are invalid and will be treated as 1";
        push(warnings, &path, text);
    }
    pod_affinity(warnings, spec, &path.field("affinity"));
    if let Some(config) = spec.inner("dnsConfig") {
        let path = path.field("dnsConfig.nameservers");
        for (index, server) in config.texts("nameservers").enumerate() {
            ip::address_warning(warnings, server, &path.index(index));
        }
    }
    let path = path.field("hostAliases");
    for (index, alias) in spec.structs("hostAliases").enumerate() {
        let path = path.index(index);
        ip::address_warning(warnings, alias.text("ip"), &path.field("ip"));
    }
}

const REQUIRED: &str = "requiredDuringSchedulingIgnoredDuringExecution";
const PREFERRED: &str = "preferredDuringSchedulingIgnoredDuringExecution";

fn node_affinity(warnings: &mut Vec<String>, spec: &StoredStruct, path: &Path<'_>) {
    let affinity = spec.inner("affinity");
    let Some(of) = affinity.and_then(|affinity| affinity.inner("nodeAffinity")) else {
        return;
    };
    if let Some(required) = of.inner(REQUIRED) {
        let path = path.field(REQUIRED);
        let path = path.field("nodeSelectorTerms");
        for (index, one) in required.structs("nodeSelectorTerms").enumerate() {
            term(warnings, one, false, &path.index(index));
        }
    }
    let path = path.field(PREFERRED);
    for (index, one) in of.structs(PREFERRED).enumerate() {
        if let Some(one) = one.inner("preference") {
            let path = path.index(index);
            term(warnings, one, true, &path.field("preference"));
        }
    }
}

/// Upstream: pkg/api/node/util.go GetWarningsForNodeSelectorTerm (v1.36.3)
fn term(warnings: &mut Vec<String>, of: &StoredStruct, values: bool, path: &Path<'_>) {
    let path = path.field("matchExpressions");
    for (index, expression) in of.structs("matchExpressions").enumerate() {
        let path = path.index(index);
        let key = expression.text("key");
        if let Some(message) = old_label(key) {
            push(
                warnings,
                &path.field("key"),
                &[key, " is ", message].concat(),
            );
        }
        let path = path.field("values");
        let all = expression.texts("values").filter(|_| values);
        for (index, value) in all.enumerate() {
            for message in formats::label_value(value) {
                let text = [value, " is invalid, ", &message].concat();
                push(warnings, &path.index(index), &text);
            }
        }
    }
}

fn spread(warnings: &mut Vec<String>, spec: &StoredStruct, path: &Path<'_>) {
    for (index, of) in spec.structs("topologySpreadConstraints").enumerate() {
        let path = path.index(index);
        let key = of.text("topologyKey");
        if let Some(message) = old_label(key) {
            let text = [key, " is ", message].concat();
            push(warnings, &path.field("topologyKey"), &text);
        }
        if !of.has("labelSelector") {
            push(warnings, &path.field("labelSelector"), NO_SELECTOR);
        }
    }
}

fn volumes(warnings: &mut Vec<String>, spec: &StoredStruct, path: &Path<'_>) {
    for (index, volume) in spec.structs("volumes").enumerate() {
        let path = path.index(index);
        for (field, name, message) in OLD_VOLUMES {
            if field == "cephfs"
                && let Some(claim) = volume.inner("ephemeral")
                && let Some(template) = claim.inner("volumeClaimTemplate")
                && let Some(claim) = template.inner("spec")
                && let Some(resources) = claim.inner("resources")
            {
                // Between those of kinds that are gone, as upstream has it.
                let path = path.field("ephemeral.volumeClaimTemplate.spec.resources");
                for list in ["requests", "limits"] {
                    fraction(warnings, resources, list, "storage", &path.field(list));
                }
            }
            if volume.has(field) {
                push(warnings, &path.field(name), message);
            }
        }
    }
}

fn fraction(
    warnings: &mut Vec<String>,
    of: &StoredStruct,
    list: &str,
    name: &str,
    path: &Path<'_>,
) {
    if let Some(amount) = of
        .entry(list, name)
        .filter(|amount| resources::is_fraction(amount))
    {
        let end = " is invalid, must be an integer";
        let text = ["fractional byte value ", &go_quote(amount), end].concat();
        push(warnings, &path.key(name), &text);
    }
}

/// Items that repeat a text of an earlier one.
fn twice(
    warnings: &mut Vec<String>,
    spec: &StoredStruct,
    list: &str,
    field: &str,
    path: &Path<'_>,
) {
    let path = path.field(list);
    let mut seen = Names::new();
    for (index, item) in spec.structs(list).enumerate() {
        let text = item.text(field);
        if !take(&mut seen, text) {
            let path = path.index(index);
            let text = ["duplicate ", field, " ", &go_quote(text)].concat();
            push(warnings, &path.field(field), &text);
        }
    }
}

fn container_annotations(
    warnings: &mut Vec<String>,
    container: &StoredStruct,
    (metadata, in_template, of_pod): (&StoredStruct, bool, Option<&StoredStruct>),
    path: &Path<'_>,
) {
    if metadata.map("annotations").is_empty() {
        return;
    }
    let context = container.inner("securityContext");
    let has = |field| context.is_some_and(|context| context.has(field));
    let name = container.text("name");
    let key = [SECCOMP_CONTAINER, name].concat();
    if !has("seccompProfile") && metadata.entry("annotations", &key).is_some() {
        push(warnings, &path.key(&key), SECCOMP);
    }
    let key = [APP_ARMOR, name].concat();
    if in_template
        && !has("appArmorProfile")
        && let Some(annotation) = metadata.entry("annotations", &key)
    {
        let meant = prepare::profile_of(annotation);
        let known = match (of_pod, meant) {
            (Some(of_pod), Some(meant)) => same::same_struct(of_pod, &meant),
            _ => false,
        };
        if !known {
            let text = r#"deprecated since v1.30; use the "appArmorProfile" field instead"#;
            push(warnings, &path.key(&key), text);
        }
    }
}

fn container(warnings: &mut Vec<String>, container: &StoredStruct, path: &Path<'_>) {
    if let Some(resources) = container.inner("resources") {
        let path = path.field("resources");
        for name in ["memory", "ephemeral-storage"] {
            for list in ["limits", "requests"] {
                fraction(warnings, resources, list, name, &path.field(list));
            }
        }
    }
    let path = path.field("env");
    let mut names = Names::new();
    for (index, variable) in container.structs("env").enumerate() {
        let name = variable.text("name");
        if take(&mut names, name) {
            continue;
        }
        let reference = ["$(", name, ")"].concat();
        let value = variable.text("value");
        let extends = value != reference && holds(value, &reference);
        if variable.has("valueFrom") || !extends {
            let end = ", which may be dropped when using apply";
            let text = ["hides previous definition of ", &go_quote(name), end].concat();
            push(warnings, &path.index(index), &text);
        }
    }
}

fn pod_affinity(warnings: &mut Vec<String>, spec: &StoredStruct, path: &Path<'_>) {
    for kind in ["podAffinity", "podAntiAffinity"] {
        let affinity = spec.inner("affinity");
        let Some(of) = affinity.and_then(|affinity| affinity.inner(kind)) else {
            continue;
        };
        let path = path.field(kind);
        let required = path.field(REQUIRED);
        for (index, term) in of.structs(REQUIRED).enumerate() {
            if !term.has("labelSelector") {
                let path = required.index(index);
                push(warnings, &path.field("labelSelector"), NO_SELECTOR);
            }
        }
        let preferred = path.field(PREFERRED);
        for (index, term) in of.structs(PREFERRED).enumerate() {
            let inner = term.inner("podAffinityTerm");
            if !inner.is_some_and(|inner| inner.has("labelSelector")) {
                let path = preferred.index(index);
                push(
                    warnings,
                    &path.field("podAffinityTerm.labelSelector"),
                    NO_SELECTOR,
                );
            }
        }
    }
}
