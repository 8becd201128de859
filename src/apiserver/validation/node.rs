//! Nodes.

use super::field_error::{Bad, Errors};
use super::names::OwnNames;
use super::path::Path;
use super::{NODE, annotation_json, formats, ip, metadata, resources, tolerations};
use crate::manifest::{Limits, StoredStruct, StoredValue, go_quote, read_value};
use crate::model::Json;
use crate::source::FileId;

const TAINTS: &str = "scheduler.alpha.kubernetes.io/taints";
const AVOID: &str = "scheduler.alpha.kubernetes.io/preferAvoidPods";

/// Upstream: pkg/apis/core/validation/validation.go ValidateNode (v1.36.3)
pub(super) fn check(errors: &mut Errors, of: &StoredStruct, own: &StoredStruct, is_new: bool) {
    metadata::on_create(errors, own, NODE, is_new);
    metadata::kube_finalizers(errors, own);
    annotations(errors, own);
    let spec = of.inner("spec");
    taints(errors, spec);
    let status = of.inner("status");
    if let Some(status) = status {
        amounts(errors, status);
        let info = status.inner("nodeInfo");
        let swap = info.and_then(|info| info.inner("swap"));
        if let Some(capacity) = swap.and_then(|swap| swap.int_if_set("capacity")) {
            errors.positive(&Path::new("metadata.nodeSwapStatus.capacity"), capacity);
        }
        features(errors, status);
    }
    let Some(spec) = spec else {
        return;
    };
    let path = Path::new("spec.podCIDRs");
    let ranges = pod_ranges(spec);
    for (index, range) in ranges.iter().enumerate() {
        ip::range(errors, range, &[], &path.index(index));
    }
    if ranges.len() > 1 {
        let read: Vec<_> = ranges.iter().map(|range| ip::Range::parse(range)).collect();
        if let Some(place) = read.iter().position(Option::is_none) {
            let (text, place) = (ranges.get(place).copied(), place.to_string());
            let detail = [
                "invalid PodCIDRs. failed to check with dual stack with error:invalid CIDR[",
                &place,
                "]: <nil> (invalid CIDR address: ",
                text.unwrap_or_default(),
                ")",
            ];
            errors.internal(&path, &detail.concat());
        }
        let mut known = read.iter().flatten();
        let six = known.clone().any(|range| range.is_v6());
        let four = known.any(|range| !range.is_v6());
        let dual = six && four && read.iter().all(Option::is_some);
        if !dual || ranges.len() > 2 {
            let all: Vec<StoredValue> = ranges
                .iter()
                .map(|range| StoredValue::Text((*range).to_owned()))
                .collect();
            let detail = "may specify no more than one CIDR for each IP family";
            errors.invalid(&path, Bad::Json(&StoredValue::List(all)), detail);
        }
    }
}

/// The ranges as the server's inside has them: the older field counts where both differ.
///
/// Upstream: pkg/apis/core/v1/conversion.go Convert_v1_NodeSpec_To_core_NodeSpec (v1.36.3)
pub(super) fn pod_ranges(spec: &StoredStruct) -> Vec<&str> {
    let (one, mut all) = (spec.text("podCIDR"), spec.texts("podCIDRs"));
    match one {
        "" => all.collect(),
        one if all.next() == Some(one) => spec.texts("podCIDRs").collect(),
        one => vec![one],
    }
}

/// Upstream: pkg/apis/core/validation/validation.go ValidateNodeSpecificAnnotations (v1.36.3)
fn annotations(errors: &mut Errors, own: &StoredStruct) {
    let path = Path::new("metadata.annotations");
    let text = own.entry("annotations", TAINTS).unwrap_or_default();
    if !text.is_empty() {
        match annotation_json::structs("v1.Taint", text) {
            Ok(found) => tolerations::taints(errors, &mut found.iter(), &path.field(TAINTS)),
            Err(problem) => errors.invalid(&path, Bad::Text(TAINTS), &problem),
        }
    }
    let text = own.entry("annotations", AVOID).unwrap_or_default();
    if text.is_empty() {
        return;
    }
    match annotation_json::starts(text) {
        Ok(()) => avoided(errors, text, &path.field(AVOID)),
        Err(problem) => errors.invalid(&path.field("AvoidPods"), Bad::Text(AVOID), &problem),
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validatePreferAvoidPodsEntry (v1.36.3)
fn avoided(errors: &mut Errors, text: &str, path: &Path<'_>) {
    let value = read_value(FileId(0), text, &Limits::default()).value;
    let value = value.unwrap_or_default();
    let entries = value.get("preferAvoidPods").map_or(&[][..], Json::items);
    for (index, entry) in entries.iter().enumerate() {
        let path = path.index(index);
        let signature = path.field("PodSignature");
        match entry.at(&["podSignature", "podController"]) {
            None | Some(Json::Null) => errors.required(&signature, ""),
            Some(controller) if controller.get("controller") == Some(&Json::Bool(false)) => {
                let path = signature.field("PodController.Controller");
                errors.invalid(&path, Bad::Bool(false), "must point to a controller");
            }
            Some(_) => {}
        }
    }
}

fn taints(errors: &mut Errors, spec: Option<&StoredStruct>) {
    if let Some(spec) = spec {
        let path = Path::new("metadata.taints");
        tolerations::taints(errors, &mut spec.structs("taints"), &path);
    }
}

/// Upstream: pkg/apis/core/validation/validation.go ValidateNodeResources (v1.36.3)
fn amounts(errors: &mut Errors, status: &StoredStruct) {
    for field in ["capacity", "allocatable"] {
        let path = Path::new("status");
        let path = path.field(field);
        for (name, amount) in status.map(field) {
            resources::amount(errors, name, amount.as_text(), &path.field(name));
        }
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateNodeDeclaredFeatures (v1.36.3)
fn features(errors: &mut Errors, status: &StoredStruct) {
    let path = Path::new("status.declaredFeatures");
    let mut before: Option<&str> = None;
    // Upstream says of a feature what is wrong with it, then what is wrong with the next one's place.
    for (index, name) in status.texts("declaredFeatures").enumerate() {
        let path = path.index(index);
        match before {
            Some(before) if before == name => errors.duplicate(&path, Bad::Text(name)),
            Some(before) if before > name => {
                let detail = "list must be sorted alphabetically";
                errors.invalid(&path, Bad::Text(name), detail);
            }
            _ => {}
        }
        let problem = if name.len() > 253 {
            ": must be no more than 253 characters"
        } else if !is_feature(name) {
            ": must start with an UpperCamelCase segment, with subsequent segments separated by '/' (e.g., MyFeature or MyFeature/mySubFeature), and contain only alphanumeric characters and slashes"
        } else {
            ""
        };
        if !problem.is_empty() {
            let detail = ["invalid feature name ", &go_quote(name), problem].concat();
            errors.invalid(&path, Bad::Text(name), &detail);
        }
        before = Some(name);
    }
}

fn is_feature(name: &str) -> bool {
    let mut parts = name.split('/');
    let is_part = |part: &str| {
        part.bytes()
            .next()
            .is_some_and(|byte| byte.is_ascii_alphabetic())
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    name.bytes()
        .next()
        .is_some_and(|byte| byte.is_ascii_uppercase())
        && parts.all(is_part)
}

/// Upstream: pkg/apis/core/validation/validation.go ValidateNodeUpdate (v1.36.3)
pub(super) fn on_update(
    errors: &mut Errors,
    of: &StoredStruct,
    old: &StoredStruct,
    (own, old_own): (&StoredStruct, &StoredStruct),
) {
    metadata::on_update(errors, own, old_own);
    metadata::kube_finalizers(errors, own);
    annotations(errors, own);
    if let Some(status) = of.inner("status") {
        amounts(errors, status);
        features(errors, status);
        let mut seen = OwnNames::new();
        let path = Path::new("status.addresses");
        for (index, address) in status.structs("addresses").enumerate() {
            let key = [address.text("type"), "\n", address.text("address")].concat();
            if seen.insert(key, index).is_some() {
                errors.duplicate(&path.index(index), Bad::Inside(address));
            }
        }
    }
    let (Some(spec), Some(before)) = (of.inner("spec"), old.inner("spec")) else {
        return;
    };
    let (ranges, old_ranges) = (pod_ranges(spec), pod_ranges(before));
    let path = Path::new("spec.podCIDRs");
    let changes = match ranges.len() == old_ranges.len() {
        false => usize::from(!old_ranges.is_empty()),
        true => ranges
            .iter()
            .zip(&old_ranges)
            .filter(|(a, b)| a != b)
            .count(),
    };
    for _ in 0..changes {
        let detail = "node updates may not change podCIDR except from \"\" to valid";
        errors.forbidden(&path, detail);
    }
    let provider = before.text("providerID");
    if !provider.is_empty() && provider != spec.text("providerID") {
        let detail = "node updates may not change providerID except from \"\" to valid";
        errors.forbidden(&Path::new("spec.providerID"), detail);
    }
    if before.has("configSource")
        && let Some(source) = spec.inner("configSource")
    {
        config_source(errors, source, true, &Path::new("spec.configSource"));
    }
    if let Some(config) = of.inner("status").and_then(|status| status.inner("config")) {
        let path = Path::new("status.config");
        for field in ["assigned", "active", "lastKnownGood"] {
            if let Some(source) = config.inner(field) {
                config_source(errors, source, false, &path.field(field));
            }
        }
    }
    taints(errors, Some(spec));
    if spec.text("externalID") != before.text("externalID") {
        errors.forbidden(&Path::new("spec.externalID"), "may not be updated");
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateNodeConfigSourceSpec, validateNodeConfigSourceStatus (v1.36.3)
fn config_source(errors: &mut Errors, of: &StoredStruct, in_spec: bool, path: &Path<'_>) {
    let Some(map) = of.inner("configMap") else {
        let detail = "exactly one reference subfield must be non-nil";
        errors.invalid(path, Bad::Inside(of), detail);
        return;
    };
    let path = path.field("configMap");
    for (field, text) in [
        ("uid", "uid must not be set in spec"),
        ("resourceVersion", "resourceVersion must not be set in spec"),
    ] {
        match (in_spec, map.text(field).is_empty()) {
            (true, false) => errors.forbidden(&path.field(field), text),
            (false, true) => errors.required(&path.field(field), ""),
            _ => {}
        }
    }
    for (field, check) in [
        ("namespace", formats::label as fn(&str) -> formats::Messages),
        ("name", formats::subdomain),
        ("kubeletConfigKey", formats::config_map_key),
    ] {
        let value = map.text(field);
        match value {
            "" => errors.required(&path.field(field), ""),
            _ => errors.each(&path.field(field), value, check(value)),
        }
    }
}
