//! What the server takes and warns of, in its words and in its order.

mod pod;
mod ports;
mod service;
mod virtual_paths;

use super::options::Options;
use super::path::Path;
use super::{formats, ip, node as nodes, same};
use crate::manifest::StoredStruct;

pub(super) use pod::of_pod_spec;
pub(super) use service::of_service;

/// Upstream: pkg/registry/core/pod/strategy.go WarningsOnCreate (v1.36.3)
pub(super) fn of_pod(
    warnings: &mut Vec<String>,
    metadata: &StoredStruct,
    spec: &StoredStruct,
    options: &Options,
) {
    let mut name = metadata.text("name").to_owned();
    if name.is_empty() {
        name = [metadata.text("generateName"), "xxxxx"].concat();
    }
    let messages = formats::label(&name);
    if !messages.is_empty() {
        let start = "metadata.name: this is used in the Pod's hostname, which can result in surprising behavior; a DNS label is recommended: [";
        warnings.push([start, &messages.join(" "), "]"].concat());
    }
    of_pod_spec(warnings, metadata, spec, None, options);
}

/// Upstream: pkg/registry/core/node/strategy.go nodeWarnings (v1.36.3)
pub(super) fn of_node(warnings: &mut Vec<String>, spec: &StoredStruct, old: Option<&StoredStruct>) {
    if spec.has("configSource") && old.is_some_and(|old| old.has("configSource")) {
        warnings.push("spec.configSource: the feature is removed".to_owned());
    }
    if !spec.text("externalID").is_empty() {
        let text = "spec.externalID: this field is deprecated, and is unused by Kubernetes";
        warnings.push(text.to_owned());
    }
    let path = Path::new("spec.podCIDRs");
    for (index, range) in nodes::pod_ranges(spec).into_iter().enumerate() {
        ip::range_warnings(warnings, range, &path.index(index));
    }
}

/// Of a template that is stored otherwise already, nothing is said unless it changes.
///
/// Upstream: pkg/registry/apps/daemonset/strategy.go WarningsOnUpdate (v1.36.3)
pub(super) fn template_changes(new: &StoredStruct, old: &StoredStruct) -> bool {
    !same::same(new.get("template"), old.get("template"))
}

/// Adds a text at a place.
fn push(warnings: &mut Vec<String>, path: &Path<'_>, text: &str) {
    warnings.push([&path.text(), ": ", text].concat());
}
