//! Certificates and trust bundles in projected volumes. The server drops both while their features are off, unless
//! the stored object has one.

use super::field_error::{Bad, Errors};
use super::path::Path;
use super::{formats, labels, paths};
use crate::manifest::{StoredStruct, go_quote};

/// Upstream: pkg/apis/core/validation/validation.go validateProjectionSources (v1.36.3)
pub(super) fn trust_bundle(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    let (name, signer) = (of.text_if_set("name"), of.text_if_set("signerName"));
    match (name, signer) {
        (Some(_), Some(_)) => {
            let detail = "only one of name and signerName may be used";
            errors.invalid(path, Bad::Inside(of), detail);
        }
        (Some(name), None) => {
            let path_of_name = path.field("name");
            if name.is_empty() {
                errors.required(&path_of_name, "must be a valid object name");
            }
            for message in bundle_name(name) {
                let detail = ["not a valid clustertrustbundlename: ", &message].concat();
                errors.invalid(&path_of_name, Bad::Text(name), &detail);
            }
            if of.has("labelSelector") {
                let path = path.field("labelSelector");
                let detail = "labelSelector must be unset if name is specified";
                errors.invalid(&path, Bad::Json(of.get("labelSelector")), detail);
            }
        }
        (None, Some(signer)) => {
            let path_of_signer = path.field("signerName");
            if signer.is_empty() {
                errors.required(&path_of_signer, "must be a valid signer name");
            }
            signer_name(errors, signer, &path_of_signer);
            let selector = of.inner("labelSelector");
            labels::selector(errors, selector, false, &path.field("labelSelector"));
        }
        (None, None) => errors.required(path, "either name or signerName must be specified"),
    }
    let target = of.text("path");
    if target.is_empty() {
        errors.required(&path.field("path"), "");
    }
    paths::local_not_reserved(errors, target, &path.field("path"));
}

/// Upstream: pkg/apis/core/validation/names.go ValidateClusterTrustBundleName (v1.36.3)
fn bundle_name(name: &str) -> formats::Messages {
    match name.rsplit_once(':') {
        None => formats::subdomain(name),
        // What stands before the last colon is the signer, and its slashes are colons.
        Some((_, own)) => formats::subdomain(own),
    }
}

/// Upstream: pkg/apis/core/validation/names.go ValidateSignerName (v1.36.3)
fn signer_name(errors: &mut Errors, name: &str, path: &Path<'_>) {
    if name.is_empty() {
        errors.required(path, "");
        return;
    }
    let (domain, own) = match name.split_once('/') {
        Some((domain, own)) if !own.as_bytes().contains(&b'/') => (domain, own),
        _ => {
            let detail =
                "must be a fully qualified domain and path of the form 'example.com/signer-name'";
            errors.invalid(path, Bad::Text(name), detail);
            return;
        }
    };
    if domain.len() > 253 {
        errors.too_long(path, 253);
    }
    part(errors, domain, formats::label, path);
    if !domain.as_bytes().contains(&b'.') {
        let detail = "should be a domain with at least two segments separated by dots";
        errors.invalid(path, Bad::Text(domain), detail);
    }
    part(errors, own, formats::subdomain, path);
    if name.len() > 571 {
        errors.too_long(path, 571);
    }
}

/// Of the labels of a part, the first that is none.
fn part(errors: &mut Errors, text: &str, check: fn(&str) -> formats::Messages, path: &Path<'_>) {
    let mut labels = text.split('.').map(|label| (label, check(label)));
    let Some((label, messages)) = labels.find(|(_, messages)| !messages.is_empty()) else {
        return;
    };
    for message in messages {
        let detail = ["validating label ", &go_quote(label), ": ", &message].concat();
        errors.invalid(path, Bad::Text(text), &detail);
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateProjectionSources (v1.36.3)
pub(super) fn of_pod(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    const KEYS: [&str; 6] = [
        "RSA3072",
        "RSA4096",
        "ECDSAP256",
        "ECDSAP384",
        "ECDSAP521",
        "ED25519",
    ];
    let signer = of.text("signerName");
    signer_name(errors, signer, &path.field("signerName"));
    let annotations = path.field("userAnnotations");
    for (key, _) in of.map("userAnnotations") {
        domain_prefixed(errors, &formats::lowercase(key), &annotations);
    }
    labels::total_size(errors, of.map("userAnnotations"), &annotations);
    let key = of.text("keyType");
    if !KEYS.contains(&key) {
        errors.not_supported(&path.field("keyType"), Bad::Text(key), &KEYS);
    }
    let Some(seconds) = of.int_if_set("maxExpirationSeconds") else {
        return;
    };
    let path = path.field("maxExpirationSeconds");
    if seconds < 3600 {
        let detail = "if provided, maxExpirationSeconds must be >= 3600";
        errors.invalid(&path, Bad::Int(seconds), detail);
    }
    let domain = signer.split('/').next().unwrap_or_default();
    let own = domain == "kubernetes.io" || domain.ends_with(".kubernetes.io");
    // A day for the server's own signers, 91 days for others.
    let (most, text) = if own {
        (86_400, "86400")
    } else {
        (7_862_400, "7862400")
    };
    if seconds > most {
        let detail = ["if provided, maxExpirationSeconds must be <= ", text].concat();
        errors.invalid(&path, Bad::Int(seconds), &detail);
    }
}

/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go IsDomainPrefixedKey (v1.36.3)
fn domain_prefixed(errors: &mut Errors, key: &str, path: &Path<'_>) {
    if key.is_empty() {
        errors.required(path, "");
        return;
    }
    let messages = formats::qualified_name(key);
    if messages.is_empty() && !key.as_bytes().contains(&b'/') {
        let detail = "must be a domain-prefixed key (such as \"acme.io/foo\")";
        errors.invalid(path, Bad::Text(key), detail);
    }
    errors.each(path, key, messages);
}
