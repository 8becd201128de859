//! The scheduler's filters as pure deciders: whether a Pod fits on a Node beside those that are there.

mod filter;

pub use filter::{HostPort, host_ports, ports_conflict};
