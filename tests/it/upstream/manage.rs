use super::syncs::{Syncs, eligible, plain};
use everynode::controller::{DaemonNode, DaemonPod, DaemonPodPhase};

/// A Node with that many Pods of the current template.
fn with(count: u32) -> DaemonNode {
    eligible((1..=count).map(plain).collect())
}

fn closed(node: DaemonNode) -> DaemonNode {
    DaemonNode {
        should_run: false,
        should_continue_running: false,
        ..node
    }
}

/// pkg/controller/daemon/daemon_controller_test.go TestDealsWithExistingPods, TestSurgeDealsWithExistingPods,
/// TestSelectorDaemonDeletesUnselectedPods, TestSelectorDaemonDealsWithExistingPods, TestBadSelectorDaemonDoesNothing
#[test]
fn every_eligible_node_ends_with_one_pod_and_no_other_has_any() {
    let nodes = |counts: &[u32]| -> Vec<DaemonNode> { counts.iter().map(|c| with(*c)).collect() };
    let out = |counts: &[u32]| nodes(counts).into_iter().map(closed);
    for (nodes, expected) in [
        // Pods that the DaemonSet does not select are none of its own, and are not here.
        (nodes(&[0, 1, 2, 5, 0]), (2, 5)),
        (
            out(&[0, 3, 0, 0, 1]).chain(nodes(&[0; 5])).collect(),
            (5, 4),
        ),
        (
            out(&[1, 3, 4, 0, 0])
                .chain(nodes(&[0, 13, 0, 0, 1]))
                .collect(),
            (3, 20),
        ),
        (out(&[0, 0, 0]).collect(), (0, 0)),
    ] {
        for surge in [false, true] {
            let mut syncs = Syncs::new(nodes.clone());
            if surge {
                syncs = syncs.surge(1);
            }
            assert_eq!(syncs.sync(), expected, "surge: {surge}");
            assert_eq!(syncs.sync(), (0, 0));
        }
    }
}

/// pkg/controller/daemon/daemon_controller_test.go TestNoScheduleTaintedDoesntEvicitRunningIntolerantPod,
/// TestNoExecuteTaintedDoesEvicitRunningIntolerantPod, TestDaemonSetRespectsTermination,
/// TestDeleteUnscheduledPodForNotExistingNode
#[test]
fn pods_stay_where_they_may_and_wait_for_no_node_that_is_gone() {
    let keeps = DaemonNode {
        should_run: false,
        ..with(1)
    };
    assert_eq!(Syncs::new(vec![keeps]).sync(), (0, 0), "only kept out");
    assert_eq!(
        Syncs::new(vec![closed(with(1))]).sync(),
        (0, 1),
        "driven out"
    );
    let terminating = |id| DaemonPod {
        terminating: true,
        ..plain(id)
    };
    let leaving = eligible(vec![terminating(1)]);
    assert_eq!(Syncs::new(vec![leaving.clone()]).sync(), (0, 0));
    assert_eq!(
        Syncs::new(vec![leaving]).surge(1).sync(),
        (1, 0),
        "under surge the new one does not wait"
    );
    let gone = |pods| DaemonNode {
        pods,
        ..DaemonNode::default()
    };
    let unbound = DaemonPod {
        bound: false,
        ..plain(3)
    };
    let mut syncs = Syncs::new(vec![with(1), gone(vec![plain(2)]), gone(vec![unbound])]);
    assert_eq!(syncs.decisions(), (vec![], vec![3]));
}

/// pkg/controller/daemon/daemon_controller_test.go TestDaemonKillFailedPods, TestDaemonKillFailedPodsBackoff
#[test]
fn failed_pods_go_first_and_later_and_later() {
    let failed = |id| DaemonPod {
        phase: DaemonPodPhase::Failed,
        ..plain(id)
    };
    for (failures, others, expected) in [
        (0, 1, (0, 0)),
        (0, 0, (1, 0)),
        (1, 0, (0, 1)),
        (1, 3, (0, 3)),
    ] {
        let ill = (1..=failures).map(failed);
        let pods = ill.chain((11..11 + others).map(plain)).collect();
        let mut syncs = Syncs::new(vec![eligible(pods)]);
        syncs.rolling = false;
        assert_eq!(syncs.sync(), expected, "{failures} failed, {others} others");
    }
    // A kubelet that refuses the Pod every time.
    let mut syncs = Syncs::new(vec![eligible(vec![failed(1)])]);
    syncs.rolling = false;
    for wait in [1, 2, 4] {
        assert_eq!(syncs.sync(), (0, 1));
        syncs.nodes = vec![eligible(vec![failed(1)])];
        syncs.now += wait - 1;
        assert_eq!(syncs.sync(), (0, 0), "{wait} seconds are not over");
        syncs.now += 1;
    }
}

/// Pods of one Node under surge: id, creation, whether of the current template, since when Ready.
fn surging(pods: &[(u32, i64, bool, Option<i64>)]) -> DaemonNode {
    let pods = pods
        .iter()
        .map(|&(id, created, new, ready_since)| DaemonPod {
            created,
            ready_since,
            template: u32::from(new),
            ..plain(id)
        });
    let mut pods: Vec<DaemonPod> = pods.collect();
    pods.sort_by_key(DaemonPod::order);
    eligible(pods)
}

/// pkg/controller/daemon/daemon_controller_test.go TestSurgePreservesReadyOldPods, TestSurgeDeletesUnreadyOldPods,
/// TestSurgePreservesOldReadyWithUnsatisfiedMinReady, TestSurgeDeletesOldReadyWithUnsatisfiedMinReady
#[test]
fn under_surge_the_oldest_of_each_template_stays_while_it_is_needed() {
    let since = Some(0);
    for (what, pods, min_ready, now, deleted) in [
        (
            "the oldest old one is Ready, the new one is not",
            [
                (1, 100, true, None),
                (2, 50, false, since),
                (3, 60, false, since),
            ],
            0,
            0,
            vec![3],
        ),
        (
            "the oldest old one is not Ready",
            [
                (1, 100, true, None),
                (2, 50, false, None),
                (3, 60, false, since),
            ],
            0,
            0,
            vec![2, 3],
        ),
        (
            "the new one is Ready for 10 of 15 seconds",
            [
                (1, 100, true, Some(50)),
                (2, 50, false, since),
                (3, 60, false, since),
            ],
            15,
            60,
            vec![3],
        ),
        (
            "the new one is Ready for 20 of 15 seconds",
            [
                (1, 100, true, Some(50)),
                (2, 50, false, since),
                (3, 60, false, since),
            ],
            15,
            70,
            vec![2, 3],
        ),
    ] {
        let current = DaemonPod {
            template: 1,
            ..plain(9)
        };
        let other = eligible(vec![current]);
        let empty = eligible(Vec::new());
        let nodes = vec![empty.clone(), surging(&pods), other, empty.clone(), empty];
        let mut syncs = Syncs::new(nodes).surge(1);
        syncs.update();
        syncs.state.min_ready_seconds = min_ready;
        syncs.now = now;
        assert_eq!(syncs.decisions(), (vec![0, 3, 4], deleted), "{what}");
    }
}

/// pkg/controller/daemon/daemon_controller_test.go TestSurgeCreatesNewPodWhenAtMaxSurgeAndOldPodDeleted
#[test]
fn a_node_whose_old_pod_leaves_gets_a_new_one_beyond_the_surge() {
    let ready = Some(0);
    let mut nodes = vec![surging(&[(1, 100, true, None), (2, 50, false, ready)])];
    nodes.extend((3..7).map(|id| surging(&[(id, 1, false, ready)])));
    nodes[4].pods[0].terminating = true;
    let mut syncs = Syncs::new(nodes).surge(1);
    syncs.update();
    assert_eq!(syncs.decisions(), (vec![4], vec![]));
}
