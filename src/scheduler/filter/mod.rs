mod node_ports;

pub use node_ports::{HostPort, host_ports, ports_conflict};
