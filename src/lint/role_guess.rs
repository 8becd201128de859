//! What kind of agent something is, by its image, its mounts, its names and what it shares with the Node.

use super::config::At;
use super::container::is_under;
use super::{Config, Role, Subject};

/// A role, and why it is taken for that.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guess {
    /// The role.
    pub role: Role,
    /// What says so: ``its image is `fluent-bit` ``.
    pub because: String,
}

/// The annotation by which an object says its role itself.
const ANNOTATION: &str = "everynode.dev/role";

/// Words of images and names that say what an agent does. Of several the first counts: a CSI driver may have a
/// `metrics` sidecar, and no metrics exporter has a CSI one.
const WORDS: &[(Role, &[&str])] = &[
    (
        Role::DevicePlugin,
        &[
            "device-plugin",
            "k8s-device-plugin",
            "dcgm",
            "gpu-plugin",
            "sriov",
            "intel-dlb",
            "intel-qat",
            "intel-dsa",
            "intel-fpga",
            "gpu-driver",
            "nvidia-driver",
            "efa-",
        ],
    ),
    (
        Role::Csi,
        &[
            "csi",
            "volume-provisioner",
            "node-driver-registrar",
            "longhorn",
            "openebs",
            "rook",
            "portworx",
        ],
    ),
    (
        Role::Cni,
        &[
            "cni",
            "calico",
            "cilium",
            "flannel",
            "weave",
            "antrea",
            "kube-router",
            "kube-proxy",
            "ovn",
            "multus",
            "kilo",
            "ztunnel",
            "metallb",
            "azure-npm",
            "azure-cns",
            "frr",
            "speaker",
            "ip-masq",
            "node-local-dns",
            "nodelocaldns",
        ],
    ),
    (
        Role::SecurityAgent,
        &[
            "falco",
            "tetragon",
            "sysdig",
            "aqua",
            "kubearmor",
            "tracee",
            "crowdstrike",
            "twistlock",
            "wazuh",
            "sentinel",
            "neuvector",
            "spire",
            "kube-bench",
            "osquery",
            "audit",
        ],
    ),
    (
        Role::LogCollector,
        &[
            "fluent",
            "filebeat",
            "promtail",
            "vector",
            "logstash",
            "log-agent",
            "logging",
            "logs",
            "log-collector",
            "loki",
            "splunk",
            "alloy",
            "rsyslog",
            "log-shipper",
            "logspout",
        ],
    ),
    (
        Role::MetricsExporter,
        &[
            "exporter",
            "metricbeat",
            "cadvisor",
            "netdata",
            "telegraf",
            "collectd",
            "node-monitor",
            "metrics",
            "datadog",
            "otel",
            "opentelemetry",
            "newrelic",
            "dynatrace",
            "cloudwatch",
            "signalfx",
            "goldpinger",
            "node-problem-detector",
            "monitor",
        ],
    ),
];

/// Folders of the Node that an agent of one role alone has a use for.
const FOLDERS: &[(Role, &str)] = &[
    (Role::DevicePlugin, "/var/lib/kubelet/device-plugins"),
    (Role::Csi, "/var/lib/kubelet/plugins_registry"),
    (Role::Csi, "/var/lib/kubelet/plugins"),
    (Role::Cni, "/etc/cni/net.d"),
    (Role::Cni, "/opt/cni/bin"),
    (Role::LogCollector, "/var/log"),
    (Role::LogCollector, "/var/lib/docker/containers"),
];

/// What an object is taken for: what the configuration says, what it says itself, what its folders say, what its
/// images and names say.
pub(super) fn guess(subject: &Subject<'_>, file: &str, config: &Config) -> Guess {
    let because = |role, because: &[&str]| Guess {
        role,
        because: because.concat(),
    };
    let at = At {
        file,
        object: &subject.address(),
        path: "",
    };
    if let Some(role) = config.role_at(&at) {
        return because(role, &["the configuration says so"]);
    }
    let annotated = subject.annotation(ANNOTATION).text();
    if let Some(role) = Role::parse(annotated) {
        return because(role, &["its annotation `", ANNOTATION, "` says so"]);
    }
    let mounts = subject.mounts();
    for &(role, folder) in FOLDERS {
        // Logs are read by many; folders of plugins by nobody else.
        if role == Role::LogCollector {
            break;
        }
        if mounts
            .iter()
            .any(|mount| is_under(mount.host_path(), folder))
        {
            return because(role, &["it mounts `", folder, "`"]);
        }
    }
    for &(role, words) in WORDS {
        for container in subject.containers.iter().filter(|c| c.runs_on()) {
            let image = container.image_name();
            if words.iter().any(|word| says(image, word)) {
                return because(role, &["its image is `", image, "`"]);
            }
        }
    }
    for &(role, words) in WORDS {
        let name = subject.name();
        if !subject.is_fragment() && words.iter().any(|word| says(name, word)) {
            return because(role, &["its name is `", name, "`"]);
        }
    }
    for &(role, folder) in FOLDERS {
        if mounts
            .iter()
            .any(|mount| is_under(mount.host_path(), folder))
        {
            return because(role, &["it mounts `", folder, "`"]);
        }
    }
    Guess::default()
}

/// Whether a word stands in a name, at its beginning or behind a dash.
fn says(name: &str, word: &str) -> bool {
    let mut rest = name;
    loop {
        if rest.starts_with(word) {
            return true;
        }
        match rest.split_once(['-', '.', '_']) {
            Some((_, behind)) => rest = behind,
            None => return false,
        }
    }
}
