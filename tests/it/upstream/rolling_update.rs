use super::daemon_set;
use super::syncs::Syncs;
use everynode::apiserver::default_daemon_set;
use everynode::controller::{UpdateLimits, allows_surge, update_limits};
use everynode::model::{DaemonSet, Defaulted, IntOrString, RollingUpdateDaemonSet};

/// Creations and deletions of one sync after the other, all Pods Ready before those marked so.
fn play(syncs: &mut Syncs, expected: &[(bool, (usize, usize))]) {
    for (step, (ready, counts)) in expected.iter().enumerate() {
        if *ready {
            syncs.ready(|_| true);
        }
        assert_eq!(syncs.sync(), *counts, "sync {step}");
    }
}

/// Nodes with an available Pod each, and another template.
fn updated(mut syncs: Syncs) -> Syncs {
    syncs.ready(|_| true);
    syncs.update();
    syncs
}

/// pkg/controller/daemon/update_test.go TestDaemonSetUpdatesPods, TestDaemonSetUpdatesWhenNewPodIsNotReady,
/// TestDaemonSetUpdatesNoTemplateChanged
#[test]
fn an_update_takes_as_many_at_a_time_as_may_be_unavailable() {
    let mut syncs = updated(Syncs::up(5).unavailable(2));
    let rounds = [
        (false, (0, 2)),
        (false, (2, 0)),
        (true, (0, 2)),
        (false, (2, 0)),
        (true, (0, 1)),
        (false, (1, 0)),
        (true, (0, 0)),
    ];
    play(&mut syncs, &rounds);

    let mut waits = updated(Syncs::up(5).unavailable(3));
    play(
        &mut waits,
        &[(false, (0, 3)), (false, (3, 0)), (false, (0, 0))],
    );

    let mut unchanged = Syncs::up(5).unavailable(3);
    play(&mut unchanged, &[(false, (0, 0))]);
}

/// pkg/controller/daemon/update_test.go TestDaemonSetUpdatesPodsWithMaxSurge
#[test]
fn a_surge_puts_new_pods_beside_old_ones() {
    let mut syncs = updated(Syncs::up(5).surge(2));
    let rounds = [
        (false, (2, 0)),
        (false, (0, 0)),
        (true, (2, 2)),
        (false, (0, 0)),
        (true, (1, 2)),
        (false, (0, 0)),
        (true, (0, 1)),
        (false, (0, 0)),
    ];
    play(&mut syncs, &rounds);
}

/// pkg/controller/daemon/update_test.go TestDaemonSetUpdatesPodsNotMatchTainstWithMaxSurge
#[test]
fn a_node_that_is_no_longer_wanted_gives_its_pod_up_when_enough_others_serve() {
    let mut syncs = updated(Syncs::up(5).surge(1));
    syncs.nodes[0].should_run = false;
    let mut rounds = vec![(false, (1, 1)), (false, (0, 0))];
    for _ in 0..3 {
        rounds.extend([(true, (1, 1)), (false, (0, 0))]);
    }
    rounds.extend([(true, (0, 1)), (false, (0, 0))]);
    play(&mut syncs, &rounds);
}

/// pkg/controller/daemon/update_test.go TestDaemonSetUpdatesSomeOldPodsNotReady,
/// TestDaemonSetUpdatesSaveOldHealthyPods
#[test]
fn an_update_of_a_failing_update_touches_no_pod_that_serves() {
    let mut syncs = updated(Syncs::up(20).unavailable(10));
    let round = [(false, (0, 10)), (false, (10, 0)), (false, (0, 0))];
    play(&mut syncs, &round);
    let serving = |syncs: &Syncs| -> Vec<u32> {
        let pods = syncs.nodes.iter().flat_map(|node| &node.pods);
        pods.filter(|pod| pod.is_ready())
            .map(|pod| pod.id)
            .collect()
    };
    let healthy = serving(&syncs);
    assert_eq!(healthy.len(), 10);
    // A limit of 0 on both sides counts as 1.
    for limit in [0, 3, 9, 1, 10] {
        syncs.limits.max_unavailable = limit;
        syncs.update();
        play(&mut syncs, &round);
        assert_eq!(serving(&syncs), healthy, "maxUnavailable {limit}");
    }
    syncs.limits.max_unavailable = 11;
    syncs.update();
    play(
        &mut syncs,
        &[(false, (0, 11)), (false, (11, 0)), (false, (0, 0))],
    );
    assert_eq!(serving(&syncs).len(), 9);
}

/// pkg/controller/daemon/update_test.go TestDaemonSetUpdatesAllOldPodsNotReady,
/// TestDaemonSetUpdatesAllOldNotReadyPodsAndNewNotReadyPods
#[test]
fn old_pods_that_do_not_serve_are_replaced_whatever_the_budget() {
    let mut syncs = Syncs::up(5).unavailable(3);
    syncs.update();
    play(
        &mut syncs,
        &[(false, (0, 5)), (false, (5, 0)), (false, (0, 0))],
    );

    // Of 100 Nodes 10 have an available old Pod, 2 an old one that is not, 88 a new one that is not.
    let mut mixed = Syncs::up(100).unavailable(10);
    mixed.update();
    for (node, position) in mixed.nodes.iter_mut().zip(0..) {
        let pod = &mut node.pods[0];
        pod.ready_since = (position < 10).then_some(0);
        pod.template = u32::from(position >= 12);
    }
    let (created, deleted) = mixed.decisions();
    assert_eq!((created.len(), deleted), (0, vec![11, 12]));
    play(&mut mixed, &[(false, (2, 0)), (false, (0, 0))]);
}

/// pkg/controller/daemon/update_test.go TestDaemonSetUpdatesAllOldPodsNotReadyMaxSurge
#[test]
fn a_surge_waits_for_min_ready_seconds_and_not_for_pods_that_do_not_serve() {
    let mut syncs = Syncs::up(5).surge(3);
    syncs.update();
    syncs.now = 100;
    assert_eq!(syncs.sync(), (5, 0), "no old Pod serves");
    syncs.now = 200;
    assert_eq!(syncs.sync(), (0, 5));
    syncs.ready(|_| true);
    syncs.update();
    syncs.state.min_ready_seconds = 15;
    syncs.now = 300;
    assert_eq!(syncs.decisions().0, [0, 1, 2]);
    let current = syncs.state.template;
    let second = syncs.nodes[2]
        .pods
        .iter()
        .find(|pod| pod.template == current);
    let last = second.unwrap().id;
    syncs.ready(|pod| pod.template == current && pod.id < last);
    // One old Pod without a new one beside it stops serving.
    syncs.nodes[3].pods[0].ready_since = None;
    syncs.now = 310;
    assert_eq!(
        syncs.decisions(),
        (vec![3], vec![]),
        "ready for 10 of 15 seconds"
    );
    syncs.now = 320;
    let (created, deleted) = syncs.decisions();
    assert_eq!(
        (created, deleted.len()),
        (vec![4], 3),
        "both that are available, and the one that is not"
    );
    syncs.ready(|pod| pod.template == current);
    syncs.now = 340;
    assert_eq!(syncs.sync(), (0, 2));
    syncs.now = 350;
    assert_eq!(syncs.sync(), (0, 0));
}

fn limited(unavailable: Option<IntOrString>, surge: Option<IntOrString>) -> Defaulted<DaemonSet> {
    let mut daemon_set = daemon_set("{}").into_inner();
    daemon_set.spec.update_strategy.rolling_update = Some(RollingUpdateDaemonSet {
        max_unavailable: unavailable,
        max_surge: surge,
    });
    default_daemon_set(daemon_set)
}

/// pkg/controller/daemon/update_test.go TestGetUnavailableNumbers
#[test]
fn percentages_are_of_the_nodes_that_are_wanted_rounded_up() {
    let int = |number| Some(IntOrString::Int(number));
    let percent = |text: &str| Some(IntOrString::String(text.to_owned()));
    for (unavailable, surge, desired, expected, surges) in [
        (int(0), None, 0, (0, 0), false),
        (int(1), None, 2, (1, 0), false),
        (percent("50%"), None, 2, (1, 0), false),
        (percent("50%"), None, 3, (2, 0), false),
        (int(0), percent("50%"), 2, (0, 1), true),
        (int(0), percent("100%"), 2, (0, 2), true),
        (int(0), int(0), 2, (0, 0), false),
    ] {
        let daemon_set = limited(unavailable, surge);
        let limits = update_limits(&daemon_set, desired).unwrap();
        let (max_unavailable, max_surge) = expected;
        let wanted = UpdateLimits {
            max_unavailable,
            max_surge,
        };
        assert_eq!(limits, wanted);
        assert_eq!(allows_surge(&daemon_set), surges);
    }
    // Neither unavailable nor beside: one at a time is taken for what was meant.
    let mut syncs = updated(Syncs::up(2).unavailable(0));
    play(
        &mut syncs,
        &[(false, (0, 1)), (false, (1, 0)), (false, (0, 0))],
    );
}
