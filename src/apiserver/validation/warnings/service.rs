//! Warnings about a Service.

use crate::apiserver::validation::ip;
use crate::apiserver::validation::path::Path;
use crate::manifest::StoredStruct;

/// Upstream: pkg/api/service/warnings.go GetWarningsForService (v1.36.3)
pub(in crate::apiserver::validation) fn of_service(
    warnings: &mut Vec<String>,
    metadata: &StoredStruct,
    spec: &StoredStruct,
) {
    let path = Path::new("spec");
    let say = |warnings: &mut Vec<String>, text: &str| warnings.push(text.to_owned());
    let hints = "service.kubernetes.io/topology-aware-hints";
    if metadata.entry("annotations", hints).is_some() {
        say(
            warnings,
            "annotation service.kubernetes.io/topology-aware-hints is deprecated, please use service.kubernetes.io/topology-mode instead",
        );
    }
    let address = spec.text("clusterIP");
    if !address.is_empty() && address != "None" {
        addresses(warnings, spec, "clusterIPs", &path);
    }
    let kind = spec.text("type");
    let headless = kind == "ClusterIP" && address == "None";
    let external = spec.count("externalIPs") > 0;
    let balancer = spec.text("loadBalancerIP");
    if headless {
        if !balancer.is_empty() {
            say(
                warnings,
                "spec.loadBalancerIP is ignored for headless services",
            );
        }
        if external {
            say(
                warnings,
                "spec.externalIPs is ignored for headless services",
            );
        }
        if spec.text("sessionAffinity") != "None" {
            say(
                warnings,
                "spec.SessionAffinity is ignored for headless services",
            );
        }
    }
    addresses(warnings, spec, "externalIPs", &path);
    if external && !headless && kind != "ExternalName" {
        say(
            warnings,
            "spec.externalIPs is deprecated and may no longer be implemented in some clusters",
        );
    }
    if !balancer.is_empty() {
        ip::address_warning(warnings, balancer, &path.field("loadBalancerIP"));
    }
    let ranges = path.field("loadBalancerSourceRanges");
    for (index, range) in spec.texts("loadBalancerSourceRanges").enumerate() {
        ip::range_warnings(warnings, range, &ranges.index(index));
    }
    if kind == "ExternalName" && external {
        say(
            warnings,
            r#"spec.externalIPs is ignored when spec.type is "ExternalName""#,
        );
    }
    if kind != "ExternalName" && !spec.text("externalName").is_empty() {
        say(
            warnings,
            r#"spec.externalName is ignored when spec.type is not "ExternalName""#,
        );
    }
    if spec.text("trafficDistribution") == "PreferClose" {
        say(
            warnings,
            r#"spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone""#,
        );
    }
}

fn addresses(warnings: &mut Vec<String>, spec: &StoredStruct, field: &str, path: &Path<'_>) {
    let path = path.field(field);
    for (index, address) in spec.texts(field).enumerate() {
        ip::address_warning(warnings, address, &path.index(index));
    }
}
