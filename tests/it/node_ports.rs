//! Which ports of its Node a Pod takes, and which Pods can't run beside each other for that.

use everynode::apiserver::default_pod;
use everynode::model::{Container, ContainerPort, Pod, PodSpec};
use everynode::scheduler::{HostPort, host_ports, ports_conflict};

fn ports(
    host_network: bool,
    restart_policy: &str,
    ports: &[(i32, i32, &str, &str)],
) -> Vec<HostPort> {
    let ports = ports
        .iter()
        .map(|(port, host_port, protocol, ip)| ContainerPort {
            container_port: *port,
            host_port: *host_port,
            protocol: (*protocol).to_owned(),
            host_ip: (*ip).to_owned(),
            ..ContainerPort::default()
        });
    let container = Container {
        ports: ports.collect(),
        restart_policy: restart_policy.to_owned(),
        ..Container::default()
    };
    let mut spec = PodSpec {
        host_network,
        ..PodSpec::default()
    };
    match restart_policy {
        "" => spec.containers.push(container),
        _ => spec.init_containers.push(container),
    }
    host_ports(&default_pod(Pod {
        spec,
        ..Pod::default()
    }))
}

#[test]
fn a_pod_takes_ports_of_its_node_by_its_own_word_or_with_the_node_s_network() {
    assert_eq!(ports(false, "", &[(80, 0, "", "")]), []);
    assert_eq!(ports(false, "", &[(80, 8080, "", "")]).len(), 1);
    let shared = ports(true, "", &[(80, 0, "", "")]);
    assert_eq!(shared, ports(false, "", &[(1, 80, "TCP", "0.0.0.0")]));
    assert_eq!(
        ports(true, "Always", &[(80, 0, "", "")]),
        shared,
        "a sidecar"
    );
    assert_eq!(
        ports(true, "Never", &[(80, 0, "", "")]),
        [],
        "it has ended by then"
    );
}

#[test]
fn ports_conflict_by_number_protocol_and_address() {
    for (a, b, conflict) in [
        ((80, "TCP", ""), (80, "TCP", ""), true),
        ((80, "TCP", ""), (81, "TCP", ""), false),
        ((80, "TCP", ""), (80, "UDP", ""), false),
        ((80, "TCP", "127.0.0.1"), (80, "TCP", ""), true),
        ((80, "TCP", ""), (80, "TCP", "127.0.0.1"), true),
        ((80, "TCP", "127.0.0.1"), (80, "TCP", "127.0.0.1"), true),
        ((80, "TCP", "127.0.0.1"), (80, "TCP", "127.0.0.2"), false),
    ] {
        let one = |(port, protocol, ip)| ports(false, "", &[(port, port, protocol, ip)]);
        assert_eq!(ports_conflict(&one(a), &one(b)), conflict, "{a:?} {b:?}");
    }
    let two = ports(false, "", &[(1, 1, "", ""), (2, 2, "", "")]);
    assert!(ports_conflict(&two, &two[1..]));
    assert!(!ports_conflict(&two, &[]) && !ports_conflict(&[], &two));
}
