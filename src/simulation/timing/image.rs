use crate::model::Container;

/// When an image is pulled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pull {
    /// The registry is asked at each start.
    Always,
    /// Where it is not there.
    IfMissing,
    /// Never.
    Never,
}

/// Upstream: pkg/apis/core/v1/defaults.go SetDefaults_Container (v1.36.3)
pub(super) fn pull(container: &Container) -> Pull {
    match container.image_pull_policy.as_str() {
        "Always" => Pull::Always,
        "Never" => Pull::Never,
        "" if is_latest(&container.image) => Pull::Always,
        _ => Pull::IfMissing,
    }
}

/// Whether an image has the tag `latest`, which it also has without tag and digest.
///
/// Upstream: pkg/util/parsers/parsers.go ParseImageName (v1.36.3)
fn is_latest(image: &str) -> bool {
    let (_, tag, digest) = parts(image);
    tag.map_or(!digest, |tag| tag == "latest")
}

/// What an image may be called: as written, without its digest, without its tag too.
pub(in crate::simulation) fn names_of(image: &str) -> [&str; 3] {
    let tagged = image.split_once('@').map_or(image, |(tagged, _)| tagged);
    [image, tagged, parts(image).0]
}

/// The repository, the tag, and whether there is a digest.
fn parts(image: &str) -> (&str, Option<&str>, bool) {
    let (tagged, digest) = match image.split_once('@') {
        Some((tagged, _)) => (tagged, true),
        None => (image, false),
    };
    match tagged.rsplit_once(':') {
        // A colon before the last slash is that of a registry's port.
        Some((name, tag)) if !tag.as_bytes().contains(&b'/') => (name, Some(tag), digest),
        _ => (tagged, None, digest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_without_tag_and_digest_is_the_latest() {
        for (image, latest) in [
            ("agent", true),
            ("example.com:5000/agent", true),
            ("agent:latest", true),
            ("agent:1.2", false),
            ("example.com:5000/agent:1.2", false),
            ("agent@sha256:00", false),
            ("agent:latest@sha256:00", true),
            ("", true),
        ] {
            assert_eq!(is_latest(image), latest, "{image}");
        }
    }

    #[test]
    fn an_image_is_known_by_its_repository_too() {
        for (image, names) in [
            ("agent", ["agent"; 3]),
            ("a:5000/b/agent", ["a:5000/b/agent"; 3]),
            (
                "a:5000/agent:1",
                ["a:5000/agent:1", "a:5000/agent:1", "a:5000/agent"],
            ),
            ("agent:1@sha256:0", ["agent:1@sha256:0", "agent:1", "agent"]),
        ] {
            assert_eq!(names_of(image), names);
        }
    }

    #[test]
    fn what_the_manifest_says_comes_first() {
        let container = |image: &str, policy: &str| Container {
            image: image.into(),
            image_pull_policy: policy.into(),
            ..Container::default()
        };
        assert_eq!(pull(&container("agent", "IfNotPresent")), Pull::IfMissing);
        assert_eq!(pull(&container("agent:1", "Always")), Pull::Always);
        assert_eq!(pull(&container("agent:1", "")), Pull::IfMissing);
        assert_eq!(pull(&container("agent", "")), Pull::Always);
        assert_eq!(pull(&container("agent", "Never")), Pull::Never);
    }
}
