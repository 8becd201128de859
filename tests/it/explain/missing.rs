//! Questions about what the input does not hold.

use super::{AGENT, NODE, explain};
use everynode::ffi::ExplainAnswer;

#[test]
fn what_is_not_there_is_named_with_the_nearest() {
    let second = AGENT.replace("namespace: logging", "namespace: other");
    let files = [
        ("ds.yaml", AGENT),
        ("nodes.yaml", NODE),
        ("second.yaml", &*second),
    ];
    for (daemon_set, node, message) in [
        (
            "logging/agent",
            "worker-2",
            "no Node is called `worker-2`; the nearest name is `worker-1`",
        ),
        (
            "logging/agents",
            "worker-1",
            "no DaemonSet is called `logging/agents`; the nearest name is `logging/agent`",
        ),
        (
            "agents",
            "worker-1",
            "no DaemonSet is called `agents`; the nearest name is `agent`",
        ),
        (
            "default/agent",
            "worker-1",
            "no DaemonSet is called `default/agent`; the nearest name is `logging/agent`",
        ),
        (
            "",
            "worker-1",
            "no DaemonSet is called ``; the input holds 2 DaemonSets",
        ),
        (
            "logging/agent",
            "Worker_1",
            "no Node is called `Worker_1`; the nearest name is `worker-1`",
        ),
        (
            "logging/agent",
            "elsewhere",
            "no Node is called `elsewhere`; the input holds 1 Node",
        ),
        (
            "nothing/like-it",
            "worker-1",
            "no DaemonSet is called `nothing/like-it`; the input holds 2 DaemonSets",
        ),
        (
            "agent",
            "worker-1",
            "several DaemonSets are called `agent`: logging/agent and other/agent",
        ),
    ] {
        let ExplainAnswer::NotFound(missing) = explain(&files, daemon_set, node) else {
            panic!("{daemon_set} {node}");
        };
        assert_eq!(missing.message, message);
    }
}

#[test]
fn an_input_that_holds_none_says_so() {
    for (files, message) in [
        (
            &[("ds.yaml", AGENT)] as &[(&str, &str)],
            "the input holds no Node",
        ),
        (&[("nodes.yaml", NODE)], "the input holds no DaemonSet"),
        (&[], "the input holds no DaemonSet"),
    ] {
        let ExplainAnswer::NotFound(missing) = explain(files, "logging/agent", "worker-1") else {
            panic!("{message}");
        };
        assert_eq!((missing.message.as_str(), missing.nearest), (message, None));
    }
}
