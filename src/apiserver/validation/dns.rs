//! How a Pod finds names.

use super::field_error::{Bad, Errors};
use super::path::Path;
use super::{formats, ip};
use crate::manifest::StoredStruct;

pub(super) const POLICIES: [&str; 4] =
    ["ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"];

/// Upstream: pkg/apis/core/validation/validation.go validatePodDNSConfig (v1.36.3)
pub(super) fn config(errors: &mut Errors, spec: &StoredStruct, path: &Path<'_>) {
    let config = spec.inner("dnsConfig");
    let servers_path = path.field("nameservers");
    let servers = config.map_or(0, |config| config.count("nameservers"));
    if spec.text("dnsPolicy") == "None" && servers == 0 {
        match config {
            None => {
                errors.required(path, "must provide `dnsConfig` when `dnsPolicy` is None");
            }
            Some(_) => {
                let detail = "must provide at least one DNS nameserver when `dnsPolicy` is None";
                errors.required(&servers_path, detail);
            }
        }
        return;
    }
    let Some(config) = config else {
        return;
    };
    if servers > 3 {
        let detail = "must not have more than 3 nameservers";
        errors.invalid(&servers_path, Bad::Json(config.get("nameservers")), detail);
    }
    for (index, server) in config.texts("nameservers").enumerate() {
        ip::address(errors, server, &[], &servers_path.index(index));
    }
    let searches = config.get("searches");
    let path_of_searches = path.field("searches");
    let count = config.count("searches");
    if count > 32 {
        let detail = "must not have more than 32 search paths";
        errors.invalid(&path_of_searches, Bad::Json(searches), detail);
    }
    let letters: usize = config.texts("searches").map(str::len).sum();
    if letters + count.saturating_sub(1) > 2048 {
        let detail =
            "must not have more than 2048 characters (including spaces) in the search list";
        errors.invalid(&path_of_searches, Bad::Json(searches), detail);
    }
    for (index, search) in config.texts("searches").enumerate() {
        if search != "." {
            let search = search.strip_suffix('.').unwrap_or(search);
            let messages = formats::subdomain_with_underscore(search);
            errors.each(&path_of_searches.index(index), search, messages);
        }
    }
    let path = path.field("options");
    for (index, option) in config.structs("options").enumerate() {
        if option.text("name").is_empty() {
            errors.required(&path.index(index), "must not be empty");
        }
    }
}

/// Upstream: pkg/apis/core/validation/validation.go ValidateHostAliases (v1.36.3)
pub(super) fn host_aliases(errors: &mut Errors, spec: &StoredStruct, path: &Path<'_>) {
    for (index, alias) in spec.structs("hostAliases").enumerate() {
        let path = path.index(index);
        ip::address(errors, alias.text("ip"), &[], &path.field("ip"));
        let path = path.field("hostnames");
        for (index, name) in alias.texts("hostnames").enumerate() {
            errors.each(&path.index(index), name, formats::subdomain(name));
        }
    }
}
