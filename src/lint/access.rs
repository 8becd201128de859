//! What a Pod may do to its Node, and to others on it.

use super::{Container, Context, Mount, Role, Spot, Spots, Subject, is_under};
use crate::manifest::View;
use crate::source::holds;

impl<'a> Subject<'a> {
    /// Whether the Pod lives in the network of its Node.
    #[must_use]
    pub fn on_host_network(&self) -> bool {
        self.pod.get("hostNetwork").is_true()
    }

    /// Whether the Pod is for Windows Nodes, as it says itself: much of a security context is not for them.
    #[must_use]
    pub fn is_windows(&self) -> bool {
        let selector = self.pod.get("nodeSelector");
        let mut labels = OS_LABELS.iter();
        let node = self.pod.at("affinity.nodeAffinity");
        let required = node.get("requiredDuringSchedulingIgnoredDuringExecution");
        let mut terms = required.get("nodeSelectorTerms").items().peekable();
        labels.any(|label| selector.get(label).text() == "windows")
            || self.pod.at("os.name").text() == "windows"
            || terms.peek().is_some() && terms.all(asks_for_windows)
    }

    /// The security contexts that are written: the Pod's, and each container's.
    #[must_use]
    pub fn security_contexts(&self) -> Vec<View<'a>> {
        let mut found = vec![self.pod.get("securityContext")];
        for container in &self.containers {
            found.push(container.at("securityContext"));
        }
        found
    }

    /// Whether a container enters the namespaces or the file system of its Node by a command.
    #[must_use]
    pub fn enters_node(&self) -> bool {
        let mut containers = self.containers.iter();
        containers.any(|container| container.says(&["nsenter", "chroot"]))
    }

    /// Whether a container sees the whole file system of its Node.
    #[must_use]
    pub fn mounts_root(&self) -> bool {
        self.mounts().iter().any(|mount| mount.host_path() == "/")
    }

    /// Whether it has a use for the shared memory of its Node: it mounts `/dev/shm`, or shares a GPU by MPS.
    #[must_use]
    pub fn shares_memory(&self) -> bool {
        let mounts = self.mounts();
        let mut containers = self.containers.iter();
        mounts.iter().any(|mount| mount.host_path() == "/dev/shm")
            || containers.any(|container| container.says(&["mps", "MPS"]))
    }

    /// Whether its work is on the Node itself: it enters it, or nobody knows what else it would have the whole Node for.
    #[must_use]
    pub fn is_node_tool(&self) -> bool {
        let host_pid = self.pod.get("hostPID").is_true();
        let privileged = || self.containers.iter().any(Container::is_privileged);
        self.enters_node()
            || self.guess.role == Role::Generic
                && (host_pid || privileged())
                && (self.mounts_root() || host_pid && privileged() && self.on_host_network())
    }

    /// Whether a manifest shows all of its Pods: no part of one, and no patch.
    #[must_use]
    pub fn shows_pods(&self) -> bool {
        let is_known = |container: &Container<'_>| !container.image().is_empty();
        !self.is_fragment() && !self.containers.is_empty() && self.containers.iter().all(is_known)
    }
}

/// The labels by which a Node says its operating system.
const OS_LABELS: [&str; 2] = ["kubernetes.io/os", "beta.kubernetes.io/os"];

/// Whether a term of a node affinity is met by Windows Nodes alone.
fn asks_for_windows(term: View<'_>) -> bool {
    let mut expressions = term.get("matchExpressions").items();
    expressions.any(|expression| {
        let mut values = expression.get("values").items();
        OS_LABELS.contains(&expression.get("key").text())
            && expression.get("operator").text() == "In"
            && values.next().is_some_and(|first| first.text() == "windows")
            && values.next().is_none()
    })
}

impl<'a> Context<'a> {
    /// Whether a Node of the input runs its containers by Docker.
    #[must_use]
    pub fn runs_docker(&self) -> bool {
        let mut nodes = self.nodes().iter();
        nodes.any(|node| {
            let runtime = &node.status.node_info.container_runtime_version;
            runtime.starts_with("docker:")
        })
    }

    /// One finding for all containers of a template: at the first one that is `wrong`, at what that answers or, where
    /// it answers something absent, at the missing `field`. A container without an image is a patch of one, of which
    /// nothing is known.
    pub(super) fn one_of_all(
        &self,
        found: &mut Spots<'a>,
        field: &'static str,
        wrong: fn(&Self, &Container<'a>) -> Option<View<'a>>,
    ) {
        let mut others = Vec::new();
        let mut first = None;
        for container in &self.containers {
            if container.image().is_empty() {
                continue;
            }
            match wrong(self, container) {
                Some(at) if first.is_none() => first = Some((container, at)),
                Some(_) => others.push(container),
                None => {}
            }
        }
        let Some((container, at)) = first else {
            return;
        };
        let spot = match at.exists() {
            true => found.at(at),
            false => found.missing(container.view, field),
        };
        spot.container(container);
        for container in others {
            spot.related(container.view, container.as_well());
        }
    }
}

impl<'a> Container<'a> {
    /// What a related place says of it.
    #[must_use]
    pub fn as_well(&self) -> String {
        ["the same of ", self.kind.noun(), " `", self.name(), "`"].concat()
    }

    /// Whether a word of its command or arguments contains one of these.
    #[must_use]
    pub fn says(&self, any: &[&str]) -> bool {
        self.words()
            .any(|word| any.iter().any(|part| holds(word.text(), part)))
    }

    /// The item by which a capability is added; absent where it is not.
    #[must_use]
    pub fn added(&self, capability: &str) -> View<'a> {
        let add = self.at("securityContext.capabilities.add");
        let mut items = add.items();
        let found = items.find(|item| {
            let name = item.text();
            name.strip_prefix("CAP_").unwrap_or(name) == capability
        });
        found.unwrap_or(add.absent())
    }

    /// Whether it runs as a user that is not root, as far as the manifest says.
    #[must_use]
    pub fn is_no_root(&self) -> bool {
        match self.security("runAsUser").as_int() {
            Some(user) => user > 0,
            None => self.security("runAsNonRoot").is_true(),
        }
    }
}

impl<'a> Mount<'a> {
    /// Whether the folder, or one below it, holds what only root of a Node may read: the logs of containers, and what the
    /// kubelet keeps.
    #[must_use]
    pub fn is_of_root_alone(&self) -> bool {
        let path = self.host_path();
        let folders = [
            "/var/log/pods",
            "/var/log/containers",
            "/var/log/audit",
            "/var/lib/docker/containers",
            "/var/lib/kubelet",
            "/root",
        ];
        folders.iter().any(|folder| is_under(path, folder))
    }

    /// Whether it is the socket of a container runtime, which hands out root on its Node to whoever may talk to it.
    #[must_use]
    pub fn is_runtime_socket(&self) -> bool {
        let socket = self.host_path().rsplit('/').next();
        let sockets = [
            "docker.sock",
            "containerd.sock",
            "crio.sock",
            "cri-dockerd.sock",
            "dockershim.sock",
            "podman.sock",
        ];
        socket.is_some_and(|socket| sockets.contains(&socket))
    }

    /// Whether it opens the volumes and tokens of all Pods of its Node to writing.
    #[must_use]
    pub fn writes_to_kubelet(&self) -> bool {
        let folders = ["/var/lib/kubelet", "/var/lib/kubelet/pods", "/var/lib", "/"];
        !self.is_read_only() && folders.contains(&self.host_path())
    }

    /// A finding at the mount: its container, its folder, and where the folder is named.
    pub(super) fn find_writable<'s>(&self, found: &'s mut Spots<'a>) -> &'s mut Spot<'a> {
        found
            .at(self.view)
            .container(&self.container)
            .word(self.host_path())
            .related(self.volume, "the folder of the node")
    }
}

/// A port of its Node that a Pod takes.
#[derive(Clone, Copy, Debug)]
pub struct NodePort<'a> {
    /// The container that opens it.
    pub container: Container<'a>,
    /// The item of `ports`.
    pub port: View<'a>,
    /// Its number as written: `hostPort`, or `containerPort` under `hostNetwork`.
    pub at: View<'a>,
    /// The same as a number.
    pub number: i64,
}

impl<'a> Subject<'a> {
    /// The ports of the Node that a Pod takes: `hostPort`, and under `hostNetwork` every `containerPort`.
    #[must_use]
    pub fn node_ports(&self) -> Vec<NodePort<'a>> {
        let mut found = Vec::new();
        for container in &self.containers {
            for port in container.ports() {
                let mut at = port.get("hostPort");
                if !at.exists() && self.on_host_network() {
                    at = port.get("containerPort");
                }
                if let Some(number) = at.as_int().filter(|number| *number > 0) {
                    found.push(NodePort {
                        container: *container,
                        port,
                        at,
                        number,
                    });
                }
            }
        }
        found
    }

    /// Whether a folder of the Node is one that the agent keeps for itself, or one where a writer harms nobody.
    #[must_use]
    pub fn owns(&self, mount: &Mount<'a>) -> bool {
        let path = mount.host_path();
        let kind = mount.volume.at("hostPath.type").text();
        if kind.ends_with("OrCreate") || path.ends_with(".lock") || path == "/dev/shm" {
            return true;
        }
        let names = [
            self.name(),
            mount.container.name(),
            mount.container.image_name(),
        ];
        // The first two folders are the system's: `/var/lib`, `/etc/kubernetes`.
        let mut folders = path.split('/').skip(2);
        folders.any(|folder| {
            !OF_ALL.contains(&folder) && names.iter().any(|name| is_named(folder, name))
        })
    }

    /// Whether a container can write to a folder of its Node that is somebody else's. Sockets are not made safe by
    /// `readOnly`, and what the kubelet makes for plugins is theirs.
    #[must_use]
    pub fn writes_to_others(&self, mount: &Mount<'a>) -> bool {
        let path = mount.host_path();
        let is_socket = path.ends_with(".sock")
            || path.ends_with("/run/dbus")
            || mount.volume.at("hostPath.type").text() == "Socket"
            || mount.is_runtime_socket();
        path.starts_with('/')
            && !mount.is_read_only()
            && !is_socket
            && !is_under(path, "/var/lib/kubelet")
            && !mount.writes_to_kubelet()
            && !self.is_windows()
            && !self.owns(mount)
    }
}

/// Folders that many share, whatever an agent is called.
const OF_ALL: &[&str] = &[
    "audit",
    "cni",
    "containerd",
    "containers",
    "crio",
    "data",
    "docker",
    "etcd",
    "home",
    "kubelet",
    "kubernetes",
    "lib",
    "local",
    "log",
    "logs",
    "node",
    "pods",
    "run",
    "system",
    "systemd",
];

/// Whether a folder has a name, or a word of one.
fn is_named(folder: &str, name: &str) -> bool {
    let mut words = name.split(['-', '.', '_']);
    name.len() > 2 && holds(folder, name)
        || words.any(|word| {
            let is_telling = word.len() > 3 && !matches!(word, "node" | "kube" | "system");
            word == folder || is_telling && holds(folder, word)
        })
}
