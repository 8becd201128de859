use crate::model::{Defaulted, Pod};

/// A port of the Node that a Pod takes for itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostPort {
    /// 1 to 65535.
    pub port: i32,
    /// `TCP`, `UDP`, `SCTP`.
    pub protocol: String,
    /// `0.0.0.0`: every address of the Node.
    pub ip: String,
}

/// The ports of its Node that a Pod takes: those of its containers and of its sidecars.
///
/// Upstream: pkg/scheduler/util/utils.go GetHostPorts (v1.36.3)
#[must_use]
pub fn host_ports(pod: &Defaulted<Pod>) -> Vec<HostPort> {
    let sidecars = pod.spec.init_containers.iter();
    let sidecars = sidecars.filter(|container| container.is_sidecar());
    let ports = sidecars.chain(&pod.spec.containers).flat_map(|c| &c.ports);
    let or = |text: &str, default: &str| {
        let text = if text.is_empty() { default } else { text };
        text.to_owned()
    };
    ports
        .filter(|port| port.host_port > 0)
        .map(|port| HostPort {
            port: port.host_port,
            protocol: or(&port.protocol, "TCP"),
            ip: or(&port.host_ip, EVERY_ADDRESS),
        })
        .collect()
}

/// Upstream: staging/src/k8s.io/kube-scheduler/framework/types.go DefaultBindAllHostIP (v1.36.3)
const EVERY_ADDRESS: &str = "0.0.0.0";

/// Whether a Pod that wants some ports can't run beside one that has others.
///
/// ```
/// use everynode::scheduler::{HostPort, ports_conflict};
/// let port = |ip: &str| [HostPort { port: 9100, protocol: "TCP".into(), ip: ip.into() }];
/// assert!(ports_conflict(&port("127.0.0.1"), &port("0.0.0.0")));
/// assert!(!ports_conflict(&port("127.0.0.1"), &port("10.0.0.1")));
/// ```
///
/// Upstream: pkg/scheduler/framework/plugins/nodeports/node_ports.go fitsPorts (v1.36.3)
/// Upstream: staging/src/k8s.io/kube-scheduler/framework/types.go CheckConflict (v1.36.3)
#[must_use]
pub fn ports_conflict(wanted: &[HostPort], used: &[HostPort]) -> bool {
    wanted.iter().any(|a| {
        used.iter().any(|b| {
            let addresses = a.ip == b.ip || [&a.ip, &b.ip].iter().any(|ip| *ip == EVERY_ADDRESS);
            addresses && a.port == b.port && a.protocol == b.protocol
        })
    })
}
