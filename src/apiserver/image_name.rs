//! Whether an image is pulled anew each time, where nobody says.

/// Whether an image has the tag `latest`, which it also has without tag and digest. What is no image name has no tag.
///
/// Upstream: pkg/util/parsers/parsers.go ParseImageName (v1.36.3), github.com/distribution/reference
/// ParseNormalizedNamed
pub(super) fn is_latest(image: &str) -> bool {
    let (name, digest) = match image.split_once('@') {
        Some((name, digest)) => (name, Some(digest)),
        None => (image, None),
    };
    let host = |host: &&str| {
        host.contains(['.', ':'])
            || *host == "localhost"
            || host.bytes().any(|b| b.is_ascii_uppercase())
    };
    let (domain, rest) = match name.split_once('/') {
        Some((domain, rest)) if host(&domain) => (Some(domain), rest),
        _ => (None, name),
    };
    let (path, tag) = match rest.split_once(':') {
        Some((path, tag)) => (path, Some(tag)),
        None => (rest, None),
    };
    let identifier = image.len() == 64 && image.bytes().all(is_small_hex);
    let valid = !identifier
        && domain.is_none_or(is_domain)
        && path.len() <= 255
        && path.split('/').all(is_component)
        && tag.is_none_or(is_tag)
        && digest.is_none_or(is_digest);
    valid && tag.map_or(digest.is_none(), |tag| tag == "latest")
}

fn is_small_hex(byte: u8) -> bool {
    byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte)
}

/// Names of a host, and a port.
fn is_domain(domain: &str) -> bool {
    let (host, port) = match domain.rsplit_once(':') {
        Some((host, port)) if !domain.ends_with(']') => (host, port),
        _ => (domain, "0"),
    };
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let address = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'));
    let is_host = match address {
        Some(address) => address.bytes().all(|b| b.is_ascii_hexdigit() || b == b':'),
        None => host.split('.').all(label),
    };
    is_host && !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit())
}

/// Small letters and digits; between them one point, one or two underscores, or dashes.
fn is_component(component: &str) -> bool {
    let letter = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    let edge = |b: Option<u8>| b.is_some_and(letter);
    let joined = component
        .split(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
        .all(|between| {
            matches!(between, "" | "." | "_" | "__") || between.bytes().all(|b| b == b'-')
        });
    edge(component.bytes().next()) && edge(component.bytes().last()) && joined
}

fn is_tag(tag: &str) -> bool {
    let word = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
    tag.len() <= 128
        && tag.bytes().next().is_some_and(word)
        && tag.bytes().all(|b| word(b) || matches!(b, b'.' | b'-'))
}

fn is_digest(digest: &str) -> bool {
    let Some((algorithm, hex)) = digest.split_once(':') else {
        return false;
    };
    let part = |part: &str| {
        part.bytes().next().is_some_and(|b| b.is_ascii_alphabetic())
            && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    algorithm.split(['-', '_', '+', '.']).all(part)
        && hex.len() >= 32
        && hex.bytes().all(|b| b.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latest_is_said_or_meant() {
        let digest = "@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        for (image, latest) in [
            ("agent", true),
            ("agent:latest", true),
            ("agent:1", false),
            ("registry:5000/agent", true),
            ("registry.example:5000/a/b_c/d--e", true),
            ("registry:5000/agent:2", false),
            ("", false),
            ("Agent", false),
            ("Not An Image", false),
            ("REGISTRY/agent", true),
            ("agent:", false),
            ("a/../b", false),
            ("a___b", false),
            (&format!("agent{digest}"), false),
            (&format!("agent:latest{digest}"), true),
            ("agent:latest@sha256:abc", false),
            (digest.get(8..).unwrap(), false),
        ] {
            assert_eq!(is_latest(image), latest, "{image}");
        }
    }
}
