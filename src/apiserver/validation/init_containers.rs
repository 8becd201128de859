//! Init containers, those that stay (sidecars) among them.

use super::field_error::{Bad, Errors};
use super::names::{Names, take};
use super::options::Options;
use super::path::Path;
use super::pod::Around;
use super::{containers, ports, probes, restart_rules};
use crate::manifest::StoredStruct;

/// Upstream: pkg/apis/core/validation/validation.go validateInitContainers (v1.36.3)
pub(super) fn containers(
    errors: &mut Errors,
    spec: &StoredStruct,
    around: &Around<'_>,
    path: &Path<'_>,
    options: &Options,
) {
    let mut names = Names::new();
    for container in spec.structs("containers") {
        take(&mut names, container.text("name"));
    }
    let list = path;
    for (index, container) in spec.structs("initContainers").enumerate() {
        let path = list.index(index);
        containers::common(errors, container, around, &path, options);
        restart_rules::check(errors, container, true, &path);
        let name = container.text("name");
        if names.contains_key(name) {
            errors.duplicate(&path.field("name"), Bad::Text(name));
        } else if !name.is_empty() {
            take(&mut names, name);
        }
        ports::unique_on_host(errors, &mut [container].into_iter(), list);
        let stays = container.text("restartPolicy") == "Always";
        if stays {
            probes::all(errors, container, around, &path, options);
        } else {
            for field in [
                "lifecycle",
                "livenessProbe",
                "readinessProbe",
                "startupProbe",
            ] {
                let is_there = match field {
                    "lifecycle" => probes::lifecycle_of(container, options).is_some(),
                    _ => container.has(field),
                };
                if is_there {
                    let detail = "may not be set for init containers without restartPolicy=Always";
                    errors.forbidden(&path.field(field), detail);
                }
            }
        }
        if !stays && !options.restarting_resize_of_init {
            let path = path.field("resizePolicy");
            for (index, policy) in container.structs("resizePolicy").enumerate() {
                let restart = policy.text("restartPolicy");
                if restart == "RestartContainer" {
                    let path = path.index(index);
                    let detail =
                        "must not be set to 'RestartContainer' for non-sidecar initContainers";
                    errors.invalid(&path.field("restartPolicy"), Bad::Word(restart), detail);
                }
            }
        }
    }
}
