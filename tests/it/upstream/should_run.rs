use super::{node, rules};

/// pkg/controller/daemon/daemon_controller_test.go TestNodeShouldRunDaemonPod, and the tests of names, selectors, taints
/// and conditions around it (TestNameAndSelectorDaemonSetLaunchesPods to TestTaintPressureNodeDaemonLaunchesPod)
#[test]
fn a_node_runs_and_keeps_daemon_pods_as_upstream_says() {
    let (runs, keeps, neither) = ((true, true), (false, true), (false, false));
    let hungry = "{containers: [{name: c, resources: {requests: {cpu: 500m, memory: 200M}}}]}";
    let with_port = "{containers: [{name: c, ports: [{hostPort: 666}]}]}";
    let near = "{affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: \
                {nodeSelectorTerms: [{matchExpressions: [{key: type, operator: In, values: [production]}]}]}}}}";
    let far = near.replace("production", "test");
    let taint =
        |key: &str, effect: &str| format!("spec: {{taints: [{{key: {key}, effect: {effect}}}]}}");
    let pressure = "spec: {taints: [{key: node.kubernetes.io/disk-pressure, effect: NoSchedule}, \
                    {key: node.kubernetes.io/memory-pressure, effect: NoSchedule}, \
                    {key: node.kubernetes.io/pid-pressure, effect: NoSchedule}]}";
    let small = "status: {allocatable: {cpu: '1', memory: 100M}}";
    let not_ready = "status: {conditions: [{type: Ready, status: 'False'}]}";
    for (what, pod, node_rest, expected) in [
        ("nothing asked", "{}", "", runs),
        ("requests are the scheduler's", hungry, small, runs),
        ("ports of the host are the scheduler's", with_port, "", runs),
        ("this Node by name", "{nodeName: test-node}", "", runs),
        (
            "another Node by name",
            "{nodeName: other-node}",
            "",
            neither,
        ),
        (
            "selector matches",
            "{nodeSelector: {type: production}}",
            "",
            runs,
        ),
        (
            "selector does not",
            "{nodeSelector: {type: test}}",
            "",
            neither,
        ),
        (
            "name and selector match",
            "{nodeName: test-node, nodeSelector: {type: production}}",
            "",
            runs,
        ),
        (
            "name and selector disagree",
            "{nodeName: test-node, nodeSelector: {type: test}}",
            "",
            neither,
        ),
        ("affinity matches", near, "", runs),
        ("affinity does not", &far, "", neither),
        ("cordoned", "{}", "spec: {unschedulable: true}", runs),
        (
            "cordoned, with its taint",
            "{}",
            &taint("node.kubernetes.io/unschedulable", "NoSchedule"),
            runs,
        ),
        ("not Ready", "{}", not_ready, runs),
        (
            "not Ready, with its taint",
            "{}",
            &taint("node.kubernetes.io/not-ready", "NoExecute"),
            runs,
        ),
        (
            "unreachable, with its taint",
            "{}",
            &taint("node.kubernetes.io/unreachable", "NoExecute"),
            runs,
        ),
        (
            "not-ready:NoSchedule is no taint of the controller's",
            "{}",
            &taint("node.kubernetes.io/not-ready", "NoSchedule"),
            keeps,
        ),
        ("under pressure", "{}", pressure, runs),
        (
            "without network",
            "{}",
            &taint("node.kubernetes.io/network-unavailable", "NoSchedule"),
            keeps,
        ),
        (
            "without network, on the host's",
            "{hostNetwork: true}",
            &taint("node.kubernetes.io/network-unavailable", "NoSchedule"),
            runs,
        ),
        (
            "a taint that keeps out",
            "{}",
            &taint("test", "NoSchedule"),
            keeps,
        ),
        (
            "a taint that drives out",
            "{}",
            &taint("test", "NoExecute"),
            neither,
        ),
        (
            "a taint that asks to stay away",
            "{}",
            &taint("test", "PreferNoSchedule"),
            runs,
        ),
        (
            "tolerated",
            "{tolerations: [{key: test, operator: Exists}]}",
            &taint("test", "NoExecute"),
            runs,
        ),
    ] {
        let node = node("test-node", "type: production", node_rest);
        let rules = rules(pod);
        let judgement = rules.judge(&node);
        let decided = (judgement.should_run, judgement.should_continue_running);
        assert_eq!(decided, expected, "{what}");
    }
}
