//! The DaemonSet controller as pure deciders.
