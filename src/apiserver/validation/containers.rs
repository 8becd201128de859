//! Containers: what all have, those of the Pod, and ephemeral ones.

use super::field_error::{Bad, Errors};
use super::names::{Names, take};
use super::options::Options;
use super::path::Path;
use super::pod::Around;
use super::{
    env, formats, ports, probes, resources, restart_rules, security_context, volume_mounts,
};
use crate::manifest::StoredStruct;
use crate::schema::{self, Item, Shape};

/// Upstream: pkg/apis/core/validation/validation.go validateContainers (v1.36.3)
pub(super) fn containers(
    errors: &mut Errors,
    spec: &StoredStruct,
    around: &Around<'_>,
    path: &Path<'_>,
    options: &Options,
) {
    if spec.count("containers") == 0 {
        errors.required(path, "");
        return;
    }
    let mut names = Names::new();
    for (index, container) in spec.structs("containers").enumerate() {
        let path = path.index(index);
        common(errors, container, around, &path, options);
        let name = container.text("name");
        if !take(&mut names, name) {
            errors.duplicate(&path.field("name"), Bad::Text(name));
        }
        probes::all(errors, container, around, &path, options);
        restart_rules::check(errors, container, false, &path);
    }
    ports::unique_on_host(errors, &mut spec.structs("containers"), path);
}

/// Upstream: pkg/apis/core/validation/validation.go validateContainerCommon (v1.36.3)
pub(super) fn common(
    errors: &mut Errors,
    container: &StoredStruct,
    around: &Around<'_>,
    path: &Path<'_>,
    options: &Options,
) {
    let name = container.text("name");
    let name_path = path.field("name");
    if name.is_empty() {
        errors.required(&name_path, "");
    } else {
        errors.each(&name_path, name, formats::label(name));
    }
    errors.needs(container, "image", path);
    let policy = container.text("terminationMessagePolicy");
    let policies = ["File", "FallbackToLogsOnError"];
    errors.choice(&path.field("terminationMessagePolicy"), policy, &policies);
    ports::ports(errors, container, &path.field("ports"));
    env::variables(errors, container, &path.field("env"));
    env::sources(errors, container, &path.field("envFrom"));
    volume_mounts::mounts(
        errors,
        container,
        &around.volumes,
        &path.field("volumeMounts"),
    );
    volume_mounts::devices(
        errors,
        container,
        &around.volumes,
        &path.field("volumeDevices"),
    );
    pull_policy(
        errors,
        container.text("imagePullPolicy"),
        &path.field("imagePullPolicy"),
    );
    if let Some(of) = container.inner("resources") {
        let path = path.field("resources");
        resources::of_container(errors, of, &around.claims, &path, options);
    }
    resize_policies(errors, container, around, &path.field("resizePolicy"));
    let context = container.inner("securityContext");
    let path = path.field("securityContext");
    security_context::of_container(errors, context, around.host_users, &path);
}

/// Upstream: pkg/apis/core/validation/validation.go validatePullPolicy (v1.36.3)
pub(super) fn pull_policy(errors: &mut Errors, policy: &str, path: &Path<'_>) {
    errors.choice(path, policy, &["Always", "IfNotPresent", "Never"]);
}

/// Upstream: pkg/apis/core/validation/validation.go validateResizePolicy (v1.36.3)
fn resize_policies(
    errors: &mut Errors,
    container: &StoredStruct,
    around: &Around<'_>,
    path: &Path<'_>,
) {
    let mut resources = Names::new();
    for (index, policy) in container.structs("resizePolicy").enumerate() {
        let resource = policy.text("resourceName");
        if !take(&mut resources, resource) {
            errors.duplicate(&path.index(index), Bad::Word(resource));
        }
        let restart = policy.text("restartPolicy");
        let known = [
            (resource, ["cpu", "memory"]),
            (restart, ["NotRequired", "RestartContainer"]),
        ];
        for (value, known) in known {
            errors.choice(path, value, &known);
        }
        if around.restart_policy == "Never" && restart != "NotRequired" {
            let detail = "must be 'NotRequired' when pod `restartPolicy` is 'Never'";
            errors.invalid(path, Bad::Word(restart), detail);
        }
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateContainerOnlyForPod (v1.36.3)
pub(super) fn image_without_spaces(errors: &mut Errors, container: &StoredStruct, path: &Path<'_>) {
    let image = container.text("image");
    if image.trim().len() != image.len() {
        let detail = "must not have leading or trailing whitespace";
        errors.invalid(&path.field("image"), Bad::Text(image), detail);
    }
}

/// Fields that an ephemeral container may not have.
const NOT_EPHEMERAL: [&str; 9] = [
    "ports",
    "resources",
    "resizePolicy",
    "restartPolicy",
    "restartPolicyRules",
    "livenessProbe",
    "readinessProbe",
    "startupProbe",
    "lifecycle",
];

/// Upstream: pkg/apis/core/validation/validation.go validateEphemeralContainers (v1.36.3)
pub(super) fn ephemeral(
    errors: &mut Errors,
    spec: &StoredStruct,
    around: &Around<'_>,
    path: &Path<'_>,
    options: &Options,
) {
    if spec.count("ephemeralContainers") == 0 {
        return;
    }
    let (mut others, mut all) = (Names::new(), Names::new());
    for container in spec
        .structs("containers")
        .chain(spec.structs("initContainers"))
    {
        take(&mut others, container.text("name"));
        take(&mut all, container.text("name"));
    }
    let detail = "cannot be set for an Ephemeral Container";
    for (index, container) in spec.structs("ephemeralContainers").enumerate() {
        let path = path.index(index);
        common(errors, container, around, &path, options);
        image_without_spaces(errors, container, &path);
        let name = container.text("name");
        if !take(&mut all, name) {
            errors.duplicate(&path.field("name"), Bad::Text(name));
        }
        let target = container.text("targetContainerName");
        if !target.is_empty() && !others.contains_key(target) {
            errors.not_found(&path.field("targetContainerName"), target, String::new());
        }
        for field in schema::fields(container.id) {
            if NOT_EPHEMERAL.contains(&field.name) && is_set(container, field) {
                errors.forbidden(&path.field(field.name), detail);
            }
        }
        let mounts = path.field("volumeMounts");
        for (index, mount) in container.structs("volumeMounts").enumerate() {
            let path = mounts.index(index);
            for field in ["subPath", "subPathExpr"] {
                if !mount.text(field).is_empty() {
                    errors.forbidden(&path.field(field), detail);
                }
            }
        }
    }
}

/// Whether a field is anything else than what it is when nothing is said.
fn is_set(container: &StoredStruct, field: &schema::Field) -> bool {
    match (field.item, field.shape, container.inner(field.name)) {
        (Item::Struct(id), Shape::One, Some(inner)) if !field.pointer => {
            let fields = schema::fields(id);
            fields.iter().any(|field| inner.has(field.name))
        }
        _ => container.has(field.name),
    }
}
