//! Addresses of a Service, and families of addresses.

use super::field_error::{Bad, Errors};
use super::ip::{self, Address};
use super::names::{Names, take};
use super::path::Path;
use super::service::is_headless;
use crate::manifest::StoredStruct;

/// Upstream: pkg/apis/core/validation/validation.go validateService, ValidateEndpointIP (v1.36.3)
pub(super) fn check(
    errors: &mut Errors,
    spec: &StoredStruct,
    old: Option<&StoredStruct>,
    path: &Path<'_>,
) {
    if spec.text("type") != "ExternalName" {
        of_cluster(errors, spec, old, path);
    }
    let path = path.field("externalIPs");
    let kept: Vec<&str> = old
        .into_iter()
        .flat_map(|old| old.texts("externalIPs"))
        .collect();
    for (index, address) in spec.texts("externalIPs").enumerate() {
        let path = path.index(index);
        let before = errors.found.len();
        ip::address(errors, address, &kept, &path);
        if errors.found.len() == before {
            external(errors, address, &path);
        }
    }
}

/// Upstream: pkg/apis/core/validation/validation.go ValidateEndpointIP (v1.36.3)
fn external(errors: &mut Errors, text: &str, path: &Path<'_>) {
    let Some(address) = Address::parse(text) else {
        errors.invalid(path, Bad::Text(text), "must be a valid IP address");
        return;
    };
    let mut refuse = |detail: &str| errors.invalid(path, Bad::Text(text), detail);
    if address.is_unspecified() {
        let start = "may not be unspecified (";
        refuse(&[start, text, ")"].concat());
    }
    if address.is_loopback() {
        refuse("may not be in the loopback range (127.0.0.0/8, ::1/128)");
    }
    if address.is_link_local() {
        refuse("may not be in the link-local range (169.254.0.0/16, fe80::/10)");
    }
    if address.is_link_local_multicast() {
        refuse("may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)");
    }
}

/// Upstream: pkg/apis/core/validation/validation.go ValidateServiceClusterIPsRelatedFields (v1.36.3)
fn of_cluster(
    errors: &mut Errors,
    spec: &StoredStruct,
    old: Option<&StoredStruct>,
    path: &Path<'_>,
) {
    let (addresses_path, families_path) = (path.field("clusterIPs"), path.field("ipFamilies"));
    let all = spec.get("clusterIPs");
    let addresses: Vec<&str> = spec.texts("clusterIPs").collect();
    let one = spec.text("clusterIP");
    match (one, addresses.first()) {
        ("", Some(_)) => {
            let detail = "must be empty when `clusterIP` is not specified";
            errors.invalid(&addresses_path, Bad::Json(all), detail);
        }
        ("", None) => {}
        (_, None) => errors.required(&addresses_path, ""),
        (one, Some(first)) if one != *first => {
            let detail = "first value must match `clusterIP`";
            errors.invalid(&addresses_path, Bad::Json(all), detail);
        }
        _ => {}
    }
    let mut seen = Names::new();
    for (index, family) in spec.texts("ipFamilies").enumerate() {
        let path = families_path.index(index);
        errors.one_of(&path, family, &["IPv4", "IPv6"]);
        if !take(&mut seen, family) {
            errors.duplicate(&path, Bad::Word(family));
        }
    }
    let policies = ["PreferDualStack", "RequireDualStack", "SingleStack"];
    errors.one_if_set(spec, "ipFamilyPolicy", &policies, path);
    let kept: Vec<&str> = old
        .into_iter()
        .flat_map(|old| old.texts("clusterIPs"))
        .collect();
    let before = errors.found.len();
    for (index, address) in addresses.iter().enumerate() {
        if index > 0 || *address != "None" {
            ip::address(errors, address, &kept, &addresses_path.index(index));
        } else if addresses.len() > 1 {
            let detail = "'None' must be the first and only value";
            errors.invalid(&addresses_path, Bad::Json(all), detail);
        }
    }
    let good = errors.found.len() == before;
    if addresses.len() > 2 {
        errors.invalid(
            &addresses_path,
            Bad::Json(all),
            "may only hold up to 2 values",
        );
    }
    if !good {
        return;
    }
    let is_six = |text: &str| Address::parse(text).is_some_and(Address::is_v6);
    if addresses.len() > 1 {
        let six = addresses.iter().any(|text| is_six(text));
        let four = addresses.iter().any(|text| !is_six(text));
        if !six || !four {
            let detail = "may specify no more than one IP for each IP family";
            errors.invalid(&addresses_path, Bad::Json(all), detail);
        }
    }
    if is_headless(spec) {
        return;
    }
    let families = spec.texts("ipFamilies");
    for (index, (address, family)) in addresses.iter().zip(families).enumerate() {
        let (wrong, article) = match family {
            "IPv4" => (is_six(address), "an IPv4"),
            "IPv6" => (!is_six(address), "an IPv6"),
            _ => continue,
        };
        if wrong {
            let place = index.to_string();
            let parts = [
                "expected ",
                article,
                " value as indicated by `ipFamilies[",
                &place,
                "]`",
            ];
            let path = addresses_path.index(index);
            errors.invalid(&path, Bad::Text(address), &parts.concat());
        }
    }
}

const CHANGED: &str = "may not change once set";

/// What may become of addresses and families.
///
/// Upstream: pkg/apis/core/validation/validation.go validateUpgradeDowngradeClusterIPs,
/// validateUpgradeDowngradeIPFamilies (v1.36.3)
pub(super) fn on_update(errors: &mut Errors, spec: &StoredStruct, old: &StoredStruct) {
    let external = |spec: &StoredStruct| spec.text("type") == "ExternalName";
    if external(spec) || external(old) {
        return;
    }
    let (headless, was_headless) = (is_headless(spec), is_headless(old));
    if !headless || !was_headless {
        clusters(errors, spec, old);
    }
    if !headless && !was_headless {
        families(errors, spec, old);
    }
}

fn first<'o>(of: &'o StoredStruct, field: &str) -> Option<&'o str> {
    of.texts(field).next()
}

/// The first of both lists differs.
fn first_changes(spec: &StoredStruct, old: &StoredStruct, field: &str) -> bool {
    matches!((first(old, field), first(spec, field)), (Some(was), Some(is)) if was != is)
}

fn clusters(errors: &mut Errors, spec: &StoredStruct, old: &StoredStruct) {
    let path = Path::new("spec.clusterIPs");
    let all = spec.get("clusterIPs");
    let (is, was) = (spec.count("clusterIPs"), old.count("clusterIPs"));
    if is == was {
        let pairs = old.texts("clusterIPs").zip(spec.texts("clusterIPs"));
        for (index, _) in pairs.enumerate().filter(|(_, (was, is))| was != is) {
            errors.invalid(&path.index(index), Bad::Json(all), CHANGED);
        }
        return;
    }
    if is == 0 {
        let detail = "primary clusterIP can not be unset";
        errors.invalid(&path.index(0), Bad::Json(all), detail);
    }
    if first_changes(spec, old, "clusterIPs") {
        errors.invalid(&path.index(0), Bad::Json(all), CHANGED);
    }
    if is < was && is == 1 {
        single_stack(
            errors,
            spec,
            "must be set to 'SingleStack' when releasing the secondary clusterIP",
        );
    }
}

fn single_stack(errors: &mut Errors, spec: &StoredStruct, detail: &str) {
    let policy = spec.get("ipFamilyPolicy");
    if policy.as_text() != "SingleStack" {
        errors.invalid(&Path::new("spec.ipFamilyPolicy"), Bad::Json(policy), detail);
    }
}

fn families(errors: &mut Errors, spec: &StoredStruct, old: &StoredStruct) {
    let path = Path::new("spec.ipFamilies");
    let path = path.index(0);
    let all = spec.get("ipFamilies");
    let (is, was) = (spec.count("ipFamilies"), old.count("ipFamilies"));
    if is == was {
        let pairs = old.texts("ipFamilies").zip(spec.texts("ipFamilies"));
        for _ in pairs.filter(|(was, is)| was != is) {
            errors.invalid(&path, Bad::Json(all), CHANGED);
        }
        return;
    }
    if is < was && spec.count("clusterIPs") == 0 {
        let detail = "primary ipFamily can not be unset";
        errors.invalid(&path, Bad::Json(all), detail);
    }
    if first_changes(spec, old, "ipFamilies") {
        // Upstream shows the addresses here.
        errors.invalid(&path, Bad::Json(spec.get("clusterIPs")), CHANGED);
    }
    if is < was && is == 1 {
        single_stack(
            errors,
            spec,
            "must be set to 'SingleStack' when releasing the secondary ipFamily",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manifest::StoredValue;

    #[test]
    fn the_first_of_two_lists_is_compared() {
        let id = crate::schema::named("v1.ServiceSpec").unwrap();
        let spec = |texts: &[&str]| {
            let mut spec = StoredStruct::new(id);
            let items = texts
                .iter()
                .map(|text| StoredValue::Text((*text).to_owned()));
            spec.add("clusterIPs", StoredValue::List(items.collect()));
            spec
        };
        assert!(first_changes(
            &spec(&["a"]),
            &spec(&["b", "a"]),
            "clusterIPs"
        ));
        assert!(!first_changes(
            &spec(&["b"]),
            &spec(&["b", "a"]),
            "clusterIPs"
        ));
        assert!(!first_changes(&spec(&[]), &spec(&["b"]), "clusterIPs"));
    }
}
