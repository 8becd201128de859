use crate::manifest::View;

/// Which list of a Pod a container is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ContainerKind {
    /// Runs before the others, and ends.
    Init,
    /// An init container that runs on beside the others.
    Sidecar,
    /// One of `containers`.
    Main,
}

impl ContainerKind {
    /// What messages call it.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Init => "init container",
            Self::Sidecar => "sidecar",
            Self::Main => "container",
        }
    }
}

/// One container of a Pod.
#[derive(Clone, Copy, Debug)]
pub struct Container<'a> {
    /// As it is written.
    pub view: View<'a>,
    /// Which one of the lists it is in.
    pub kind: ContainerKind,
    /// Its position there.
    pub index: u32,
    /// The spec of the Pod that it is in.
    pub pod: View<'a>,
}

impl<'a> Container<'a> {
    /// Its name as written.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.view.get("name").text()
    }

    /// Its image as written.
    #[must_use]
    pub fn image(&self) -> &'a str {
        self.view.get("image").text()
    }

    /// A field of it; the same as of its view.
    #[must_use]
    pub fn at(&self, way: &str) -> View<'a> {
        self.view.at(way)
    }

    /// Whether it runs as long as the Pod does.
    #[must_use]
    pub fn runs_on(&self) -> bool {
        self.kind != ContainerKind::Init
    }

    /// A field of its security context, or else of the Pod's, where the Pod has such a field.
    #[must_use]
    pub fn security(&self, field: &str) -> View<'a> {
        let own = self.view.get("securityContext").get(field);
        match own.exists() {
            true => own,
            false => self.pod.get("securityContext").get(field),
        }
    }

    /// What the kernel lets it do: with `privileged`, everything.
    #[must_use]
    pub fn is_privileged(&self) -> bool {
        self.at("securityContext.privileged").is_true()
    }

    /// Its environment, item by item.
    #[must_use]
    pub fn env(&self) -> crate::manifest::Items<'a> {
        self.view.get("env").items()
    }

    /// Its ports, item by item.
    #[must_use]
    pub fn ports(&self) -> crate::manifest::Items<'a> {
        self.view.get("ports").items()
    }

    /// Whether a resource is in neither of what is written of the container and its Pod, as far as it can be told. Containers that end,
    /// and those that only wait, need none.
    #[must_use]
    pub fn lacks_resource(&self, list: &str, name: &str) -> bool {
        let resources = self.view.get("resources");
        let is_shown = resources.is_map() || self.view.lacks("resources");
        let of_pod = self.pod.get("resources").get(list).get(name);
        let is_there = resources.get(list).get(name).exists() || of_pod.exists();
        self.runs_on() && is_shown && !is_there && !self.only_waits()
    }
    /// What an image is called without registry, folders, tag and digest: `fluent-bit`.
    #[must_use]
    pub fn image_name(&self) -> &'a str {
        let path = image_path(self.image());
        path.rsplit('/').next().unwrap_or_default()
    }

    /// Its image with the registry and the folder that a runtime adds where they are left out, without tag and digest:
    /// `docker.io/library/nginx`.
    #[must_use]
    pub fn image_in_registry(&self) -> String {
        let path = image_path(self.image());
        let (first, _) = path.split_once('/').unwrap_or_default();
        match first {
            "" => ["docker.io/library/", path].concat(),
            "localhost" => path.to_owned(),
            first if first.contains(['.', ':']) => path.to_owned(),
            _ => ["docker.io/", path].concat(),
        }
    }

    /// The tag of its image; `None` where it has none. The port of a registry is no tag.
    #[must_use]
    pub fn image_tag(&self) -> Option<&'a str> {
        let image = self.image().split('@').next().unwrap_or_default();
        let rest = image.get(image_path(image).len()..)?;
        rest.strip_prefix(':')
    }

    /// Whether its image is named by its digest.
    #[must_use]
    pub fn has_digest(&self) -> bool {
        self.image().as_bytes().contains(&b'@')
    }
}

/// An image without tag and digest.
fn image_path(image: &str) -> &str {
    let image = image.split('@').next().unwrap_or_default();
    let slash = image.rfind('/').unwrap_or_default();
    let last = image.get(slash..).unwrap_or_default();
    let end = last.find(':').map_or(image.len(), |at| slash + at);
    image.get(..end).unwrap_or(image)
}

/// A mount of a container with the volume that it is of.
#[derive(Clone, Copy, Debug)]
pub struct Mount<'a> {
    /// The item of `volumeMounts`.
    pub view: View<'a>,
    /// The item of `volumes` of the same name; absent where there is none.
    pub volume: View<'a>,
    /// The container.
    pub container: Container<'a>,
}

impl<'a> Mount<'a> {
    /// The path on the Node, without a final slash; empty where the volume is no hostPath.
    #[must_use]
    pub fn host_path(&self) -> &'a str {
        let path = self.volume.at("hostPath.path").text();
        match path.strip_suffix('/') {
            Some("") | None => path,
            Some(path) => path,
        }
    }

    /// Where the container sees it.
    #[must_use]
    pub fn mount_path(&self) -> &'a str {
        self.view.get("mountPath").text()
    }

    /// Whether the container cannot write to it.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.view.get("readOnly").is_true()
    }
}

/// Whether a path is a folder, or in it.
///
/// ```
/// use everynode::lint::is_under;
/// assert!(is_under("/var/lib/kubelet/pods", "/var/lib/kubelet"));
/// assert!(!is_under("/var/library", "/var/lib"));
/// assert!(is_under("/etc", "/"));
/// ```
#[must_use]
pub fn is_under(path: &str, folder: &str) -> bool {
    let folder = folder.strip_suffix('/').unwrap_or(folder);
    path.strip_prefix(folder)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_of_a_registry_is_no_tag() {
        let cases = [
            ("registry:5000/agent", "registry:5000/agent", ""),
            ("registry:5000/a/agent:v1", "registry:5000/a/agent", ":v1"),
            ("agent:v1@sha256:00", "agent", ":v1"),
            ("agent@sha256:00", "agent", ""),
            ("agent", "agent", ""),
        ];
        for (image, path, tag) in cases {
            assert_eq!(image_path(image), path);
            let rest = image.split('@').next().unwrap_or_default();
            assert_eq!(rest.get(path.len()..), Some(tag));
        }
    }
}
