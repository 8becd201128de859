//! The Pod shares the System V IPC and POSIX message queues of its Node.
//!
//! ## Why
//! Shared memory of databases and other programs of the Node can be read and written from such a Pod. It is set by
//! habit together with `hostPID` and `hostNetwork`; hardly an agent uses it.
//!
//! ## Invalid
//! ```yaml
//! hostIPC: true
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! For programs that exchange data with processes of the Node through shared memory.
//!
//! Peers: kube-linter `host-ipc`; Polaris `hostIPCSet`

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, PodSecurity, Rule, Spot, Spots};

pub(super) static RULE: Rule = Rule {
    id: "host-ipc",
    security: Some(Severity::Warning),
    pod_security: Some(PodSecurity::Baseline),
    why: "Shared memory and message queues of every process of the node are open to it, and hardly an agent uses them.",
    help: "Remove `hostIPC`.",
    say: &["the Pod shares the IPC of its node"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let host_ipc = context.pod.get("hostIPC");
    if !host_ipc.is_true() || context.is_windows() || context.shares_memory() {
        return;
    }
    let spot = found.at(host_ipc);
    if context.is_node_tool() {
        spot.severity(Severity::Info);
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Remove `hostIPC`")
        .changes_behaviour()
        .remove(spot.at);
}
