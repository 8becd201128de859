//! Requests and limits.

use super::field_error::{Bad, Errors, NEGATIVE};
use super::formats;
use super::names::{Names, OwnNames};
use super::options::Options;
use super::path::Path;
use super::pod;
use crate::manifest::{StoredStruct, StoredValue};
use crate::model::Quantity;
use crate::source::holds;

/// Names without a domain that are resources.
const STANDARD: [&str; 20] = [
    "cpu",
    "memory",
    "ephemeral-storage",
    "requests.cpu",
    "requests.memory",
    "requests.ephemeral-storage",
    "limits.cpu",
    "limits.memory",
    "limits.ephemeral-storage",
    "pods",
    "resourcequotas",
    "services",
    "replicationcontrollers",
    "secrets",
    "configmaps",
    "persistentvolumeclaims",
    "storage",
    "requests.storage",
    "services.nodeports",
    "services.loadbalancers",
];

/// Resources that are counted in whole numbers.
const COUNTED: [&str; 9] = [
    "pods",
    "resourcequotas",
    "services",
    "replicationcontrollers",
    "secrets",
    "configmaps",
    "persistentvolumeclaims",
    "services.nodeports",
    "services.loadbalancers",
];

pub(super) fn nanos(amount: &str) -> i128 {
    Quantity::new(amount).nanos().unwrap_or_default()
}

/// Not a whole number, counted in thousandths as upstream does: of what does not fit into 64 bits then, the last bits of an
/// exact number count, and of any other nothing.
pub(super) fn is_fraction(amount: &str) -> bool {
    let milli = nanos(amount) / 1_000_000;
    let exact = amount.ends_with('i') || amount.bytes().filter(u8::is_ascii_digit).count() > 18;
    let fits = i64::try_from(milli);
    #[expect(
        clippy::cast_possible_truncation,
        reason = "upstream keeps the last bits"
    )]
    let milli = fits.unwrap_or(if exact { milli as i64 } else { 0 });
    milli % 1000 != 0
}

pub(super) fn is_huge_page(name: &str) -> bool {
    name.starts_with("hugepages-")
}

/// Upstream: pkg/apis/core/helper/helpers.go IsNativeResource (v1.36.3)
fn is_native(name: &str) -> bool {
    !name.as_bytes().contains(&b'/') || holds(name, "kubernetes.io/")
}

/// Upstream: pkg/apis/core/helper/helpers.go IsExtendedResourceName (v1.36.3)
fn is_extended(name: &str) -> bool {
    if is_native(name) || name.starts_with("requests.") {
        return false;
    }
    formats::qualified_name(&["requests.", name].concat()).is_empty()
}

/// Upstream: pkg/apis/core/validation/validation.go validateResourceName (v1.36.3)
fn resource_name(errors: &mut Errors, name: &str, path: &Path<'_>) -> bool {
    let messages = formats::qualified_name(name);
    if !messages.is_empty() {
        for message in messages {
            errors.invalid(path, Bad::Word(name), &message);
        }
        return false;
    }
    let huge = is_huge_page(name) || name.starts_with("requests.hugepages-");
    if !name.as_bytes().contains(&b'/') && !STANDARD.contains(&name) && !huge {
        let detail = "must be a standard resource type or fully qualified";
        errors.invalid(path, Bad::Word(name), detail);
        return false;
    }
    true
}

/// Upstream: pkg/apis/core/validation/validation.go validateContainerResourceName (v1.36.3)
fn container_resource_name(errors: &mut Errors, name: &str, path: &Path<'_>) {
    resource_name(errors, name, path);
    if !name.as_bytes().contains(&b'/') {
        if !["cpu", "memory", "ephemeral-storage"].contains(&name) && !is_huge_page(name) {
            let detail = "must be a standard resource for containers";
            errors.invalid(path, Bad::Word(name), detail);
        }
    } else if !is_native(name) && !is_extended(name) {
        let detail = "doesn't follow extended resource name standard";
        errors.invalid(path, Bad::Word(name), detail);
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validatePodResourceName (v1.36.3)
fn pod_resource_name(errors: &mut Errors, name: &str, path: &Path<'_>) {
    if resource_name(errors, name, path)
        && !["cpu", "memory"].contains(&name)
        && !is_huge_page(name)
    {
        errors.not_supported(path, Bad::Word(name), &["cpu", "hugepages-", "memory"]);
    }
}

/// Upstream: pkg/apis/core/validation/validation.go ValidateResourceQuantityValue (v1.36.3)
pub(super) fn amount(errors: &mut Errors, name: &str, amount: &str, path: &Path<'_>) {
    if nanos(amount) < 0 {
        errors.invalid(path, Bad::Text(amount), NEGATIVE);
    }
    if (COUNTED.contains(&name) || is_extended(name)) && is_fraction(amount) {
        errors.invalid(path, Bad::Word(amount), "must be an integer");
    }
}

type NameCheck = fn(&mut Errors, &str, &Path<'_>);

pub(super) fn of_container(
    errors: &mut Errors,
    of: &StoredStruct,
    claims: &Names<'_>,
    path: &Path<'_>,
    options: &Options,
) {
    with_claims(errors, of, (claims, container_resource_name), path, options);
}

pub(super) fn of_pod(
    errors: &mut Errors,
    of: &StoredStruct,
    claims: &Names<'_>,
    path: &Path<'_>,
    options: &Options,
) {
    with_claims(errors, of, (claims, pod_resource_name), path, options);
}

fn with_claims(
    errors: &mut Errors,
    of: &StoredStruct,
    (claims, check): (&Names<'_>, NameCheck),
    path: &Path<'_>,
    options: &Options,
) {
    let lists = (of.map("limits"), of.map("requests"));
    requirements(errors, lists, check, path, options);
    claim_names(errors, of, claims, &path.field("claims"));
}

/// Upstream: pkg/apis/core/validation/validation.go validateOverhead (v1.36.3)
pub(super) fn overhead(
    errors: &mut Errors,
    spec: &StoredStruct,
    path: &Path<'_>,
    options: &Options,
) {
    let lists = (spec.map("overhead"), &[] as &[_]);
    requirements(errors, lists, container_resource_name, path, options);
}

type Amounts<'o> = &'o [(String, StoredValue)];

/// Upstream: pkg/apis/core/validation/validation.go validateResourceRequirements (v1.36.3)
fn requirements(
    errors: &mut Errors,
    (limits, requests): (Amounts<'_>, Amounts<'_>),
    name_check: NameCheck,
    path: &Path<'_>,
    options: &Options,
) {
    let (limits_path, requests_path) = (path.field("limits"), path.field("requests"));
    let (mut plain, mut huge) = (false, false);
    let mut one = |errors: &mut Errors, name: &str, text: &str, path: &Path<'_>| {
        name_check(errors, name, path);
        amount(errors, name, text, path);
        plain |= matches!(name, "cpu" | "memory");
        huge |= is_huge_page(name);
    };
    let pages = |errors: &mut Errors, name: &str, text: &str, path: &Path<'_>| {
        if is_huge_page(name) && !options.any_huge_pages && !divides(name, text) {
            let detail = [text, " is not positive integer multiple of ", name].concat();
            errors.invalid(path, Bad::Text(text), &detail);
        }
    };
    for (name, value) in limits {
        let path = limits_path.key(name);
        one(errors, name, value.as_text(), &path);
        pages(errors, name, value.as_text(), &path);
    }
    for (name, value) in requests {
        let path = requests_path.key(name);
        let text = value.as_text();
        one(errors, name, text, &path);
        let overcommit = is_native(name) && !is_huge_page(name);
        let limit = limits.iter().find(|(known, _)| known == name);
        let wanted = match limit.map(|(_, limit)| limit.as_text()) {
            Some(limit) if nanos(text) != nanos(limit) && !overcommit => Some(("equal to ", limit)),
            Some(limit) if nanos(text) > nanos(limit) => Some(("less than or equal to ", limit)),
            Some(_) => None,
            None => {
                if !overcommit {
                    let detail = "Limit must be set for non overcommitable resources";
                    errors.required(&limits_path, detail);
                }
                None
            }
        };
        if let Some((relation, limit)) = wanted {
            let detail = ["must be ", relation, name, " limit of ", limit].concat();
            errors.invalid(&requests_path, Bad::Text(text), &detail);
        }
        pages(errors, name, text, &path);
    }
    if huge && !plain {
        errors.forbidden(path, "HugePages require cpu or memory");
    }
}

/// Whether an amount is so many pages of the size in its name.
///
/// Upstream: pkg/apis/core/helper/helpers.go IsHugePageResourceValueDivisible (v1.36.3)
fn divides(name: &str, amount: &str) -> bool {
    let size = Quantity::new(name.strip_prefix("hugepages-").unwrap_or_default());
    let whole = size
        .milli_value()
        .is_some_and(|milli| milli > 0 && milli % 1000 == 0);
    let value = Quantity::new(amount).value().unwrap_or_default();
    let size = size.value().unwrap_or_default();
    whole && value.checked_rem(size) == Some(0)
}

/// Upstream: pkg/api/pod/util.go usesIndivisibleHugePagesValues (v1.36.3)
pub(super) fn has_odd_huge_pages(spec: &StoredStruct) -> bool {
    let odd = |amounts: Amounts<'_>| {
        let mut pages = amounts.iter().filter(|(name, _)| is_huge_page(name));
        pages.any(|(name, amount)| !divides(name, amount.as_text()))
    };
    let containers = pod::containers(spec).filter_map(|one| one.of.inner("resources"));
    let mut all = containers.chain(spec.inner("resources"));
    odd(spec.map("overhead")) || all.any(|of| odd(of.map("limits")) || odd(of.map("requests")))
}

/// Upstream: pkg/apis/core/validation/validation.go validateResourceClaimNames (v1.36.3)
fn claim_names(errors: &mut Errors, of: &StoredStruct, known: &Names<'_>, path: &Path<'_>) {
    let (mut names, mut with_request) = (OwnNames::new(), Names::new());
    for (index, claim) in of.structs("claims").enumerate() {
        let path = path.index(index);
        let (name, request) = (claim.text("name"), claim.text("request"));
        if name.is_empty() {
            errors.required(&path, "");
            continue;
        }
        if names.contains_key(name) {
            errors.duplicate(&path, Bad::Text(name));
        } else if request.is_empty() {
            // Once for each request of the claim.
            for _ in 0..with_request.get(name).copied().unwrap_or_default() {
                errors.duplicate(&path, Bad::Text(name));
            }
            names.insert(name.to_owned(), 0);
        } else {
            errors.each(&path.field("request"), request, formats::label(request));
            let key = [name, "/", request].concat();
            if names.contains_key(key.as_str()) {
                errors.duplicate(&path, Bad::Text(&key));
            } else {
                names.insert(key, 0);
                *with_request.or_insert_with(name, || 0) += 1;
            }
        }
        if !known.contains_key(name) {
            let mut detail = "must be one of the names in pod.spec.resourceClaims".to_owned();
            let all: Vec<&str> = known.keys().copied().collect();
            if all.is_empty() {
                detail.push_str(" which is empty");
            } else {
                detail.push_str(": ");
                detail.push_str(&all.join(", "));
            }
            errors.not_found(&path, name, detail);
        }
    }
}
