//! A log collector has little time to ship what it holds in memory.
//!
//! ## Why
//! When a node is drained or the agent updated, the collector gets `terminationGracePeriodSeconds` to flush. What is
//! left in memory then is lost.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: fluent-bit
//! spec:
//!   selector:
//!     matchLabels: {app: fluent-bit}
//!   template:
//!     metadata:
//!       labels: {app: fluent-bit}
//!     spec:
//!       terminationGracePeriodSeconds: 5
//!       containers:
//!       - name: fluent-bit
//!         image: registry.example.com/fluent-bit:v3.2.4
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: fluent-bit
//! spec:
//!   selector:
//!     matchLabels: {app: fluent-bit}
//!   template:
//!     metadata:
//!       labels: {app: fluent-bit}
//!     spec:
//!       terminationGracePeriodSeconds: 60
//!       containers:
//!       - name: fluent-bit
//!         image: registry.example.com/fluent-bit:v3.2.4
//! ```
//!
//! ## When to switch off
//! Where the buffer is on disk, in a place that is not a hostPath.

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Role, Rule, Spots, is_under};

pub(super) static RULE: Rule = Rule {
    id: "no-pre-stop-for-buffer",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "What it has not shipped when the time is over is lost, at each update and each drain.",
    help: "Give it 30 seconds or more, a `preStop` hook that flushes, or a buffer on the node.",
    say: &["the collector has {0} seconds to ship what it holds in memory"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let seconds = context.pod.get("terminationGracePeriodSeconds");
    let is_short = seconds
        .as_int()
        .is_some_and(|seconds| (1..30).contains(&seconds));
    if !is_short || context.role() != Role::LogCollector {
        return;
    }
    for container in &context.containers {
        if container.at("lifecycle.preStop").exists() {
            return;
        }
    }
    for mount in context.mounts() {
        let is_claim = mount.volume.get("persistentVolumeClaim").exists();
        let path = mount.host_path();
        let holds = !path.is_empty() && !mount.is_read_only() && !is_under(path, "/var/log");
        if is_claim || holds {
            return;
        }
    }
    found.at(seconds).word(seconds.text());
}
