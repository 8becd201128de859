//! Upstream's own promises about a rolling update, held against random clusters.

use crate::random::Random;
use everynode::apiserver::{default_daemon_set, default_node};
use everynode::cluster::ClusterNodes;
use everynode::controller::{
    DaemonNode, DaemonPod, DaemonPodPhase, DaemonSetState, DeleteReason, UpdateLimits, UpdateTally,
    UpdateView, update_view,
};
use everynode::model::{
    Container, DaemonSet, FeatureGates, IntOrString, Node, RollingUpdateDaemonSet, Taint,
    TaintEffect,
};
use everynode::simulation::{
    Change, EndingKind, Fix, InitialPod, NodeScenario, NodeState, Outcome, Remedy, RolloutInput,
    Scenario, ScenarioEvent, Start, ending, play, remedies, rollout, spans, summary,
};
use std::sync::Arc;

impl Random {
    fn node(&mut self) -> DaemonNode {
        let should_run = self.chance(80);
        let mut node = DaemonNode {
            exists: self.chance(95),
            should_run,
            should_continue_running: should_run || self.chance(50),
            pods: Vec::new(),
        };
        let pods = [0, 1, 1, 1, 1, 2, 2, 3][self.index(8)];
        for id in 0..pods {
            node.pods.push(DaemonPod {
                id,
                created: -self.seconds(9),
                bound: self.chance(90),
                terminating: self.chance(15),
                phase: DaemonPodPhase::Alive,
                ready_since: self.chance(70).then(|| -self.seconds(20)),
                template: u32::from(self.chance(50)),
            });
        }
        node.pods.sort_by_key(DaemonPod::order);
        node
    }
}

#[test]
fn no_sync_takes_more_available_pods_than_the_budget_leaves() {
    for seed in 0..3000 {
        let mut random = Random(seed);
        let nodes: Vec<_> = (0..1 + random.below(12)).map(|_| random.node()).collect();
        let surge = random.chance(50);
        let limit = 1 + random.seconds(4);
        let state = DaemonSetState {
            allows_surge: surge,
            min_ready_seconds: random.small(10),
            template: 1,
            observed_generation: 1,
        };
        let limits = UpdateLimits {
            max_unavailable: if surge { 0 } else { limit },
            max_surge: if surge { limit } else { 0 },
        };
        let mut tally = UpdateTally::default();
        for (node, position) in nodes.iter().zip(0..) {
            tally.add(position, update_view(node, state, surge, 0));
        }
        let wanted = nodes.iter().filter(|node| node.exists && node.should_run);
        let Ok(decision) = tally.decide(limits, u32::try_from(wanted.count()).unwrap()) else {
            let left = nodes
                .iter()
                .any(|node| !node.exists && !node.pods.is_empty());
            assert!(surge && left, "seed {seed}");
            continue;
        };
        let is_available = |node: u32, id: u32| {
            let pods = &nodes[node as usize].pods;
            let pod = pods.iter().find(|pod| pod.id == id).unwrap();
            assert!(
                !pod.terminating,
                "seed {seed}: deletes what is being deleted"
            );
            pod.is_available(state.min_ready_seconds, 0)
        };
        let held = tally.held(surge) as i64;
        let taken = decision.delete.iter().filter(|(pod, why)| {
            let old = is_available(pod.node, pod.pod);
            let within = matches!(why, DeleteReason::WithinMaxUnavailable(_));
            assert_eq!(old && !surge, within, "seed {seed}");
            old && within
        });
        assert!(taken.count() as i64 <= (limit - held).max(0), "seed {seed}");
        let beside = decision.create.iter().filter(|(node, _)| {
            let old = &nodes[*node as usize].pods;
            let old = old.iter().find(|pod| !pod.terminating).unwrap();
            old.is_available(state.min_ready_seconds, 0)
        });
        assert!(
            beside.count() as i64 <= (limit - held).max(0),
            "seed {seed}"
        );
    }
}

#[test]
fn a_tally_forgets_what_is_taken_out_of_it() {
    for seed in 0..500 {
        let mut random = Random(seed);
        let surge = random.chance(50);
        let state = DaemonSetState {
            allows_surge: surge,
            min_ready_seconds: 3,
            template: 1,
            observed_generation: 1,
        };
        let mut view = || update_view(&random.node(), state, surge, 0);
        let (mut tally, mut views) = (UpdateTally::default(), [UpdateView::default(); 8]);
        for turn in 0..40 {
            let (position, new) = (turn % 8, view());
            tally.remove(position, views[position as usize]);
            tally.add(position, new);
            views[position as usize] = new;
        }
        let mut afresh = UpdateTally::default();
        for (view, position) in views.into_iter().zip(0..) {
            afresh.add(position, view);
        }
        assert_eq!(tally, afresh, "seed {seed}");
    }
}

fn daemon_set(random: &mut Random, image: &str, surge: bool) -> DaemonSet {
    let mut daemon_set = DaemonSet::default();
    daemon_set.metadata.name = "agent".to_owned();
    let image = image.to_owned();
    daemon_set.spec.template.spec.containers.push(Container {
        image,
        ..Container::default()
    });
    let percent = IntOrString::String(format!("{}%", 1 + random.below(60)));
    let number = IntOrString::Int(1 + random.small(3));
    let limit = if random.chance(50) { percent } else { number };
    let none = IntOrString::Int(0);
    let (unavailable, surges) = if surge { (none, limit) } else { (limit, none) };
    daemon_set.spec.update_strategy.rolling_update = Some(RollingUpdateDaemonSet {
        max_unavailable: Some(unavailable),
        max_surge: Some(surges),
    });
    daemon_set.spec.min_ready_seconds = random.small(12);
    daemon_set
}

fn node(name: String, tainted: bool) -> Node {
    let mut node = Node::default();
    node.metadata.name = name;
    if tainted {
        node.spec.taints.push(Taint {
            key: "dedicated".to_owned(),
            value: String::new(),
            effect: TaintEffect::NoSchedule,
        });
    }
    node
}

/// A number of seconds that somebody may write, however wrong.
fn wild(random: &mut Random) -> i64 {
    let ends = [0, 1, -1, 3, i64::MAX, i64::MIN, i64::MAX - 1, 86_400];
    ends[random.index(ends.len())]
}

#[test]
fn no_scenario_goes_on_for_ever_or_breaks_anything() {
    for seed in 0..300 {
        let mut random = Random(seed);
        let surge = random.chance(50);
        let mut old = daemon_set(&mut random, "agent:1", surge);
        old.spec.min_ready_seconds = [0, 1, i32::MAX, -5][random.index(4)];
        let mut new = old.clone();
        new.spec.template.spec.containers[0].image = "agent:2".to_owned();
        let mut scenario = Scenario {
            startup_seconds: wild(&mut random),
            termination_seconds: wild(&mut random),
            pod_gc_seconds: wild(&mut random),
            max_seconds: [86_400, i64::MAX, -1][random.index(3)],
            real_queue: random.chance(50),
            ..Scenario::default()
        };
        let names = ["", "a", "b", "c"];
        for name in names {
            let different = NodeScenario {
                startup_seconds: random.chance(50).then(|| wild(&mut random)),
                termination_seconds: random.chance(50).then(|| wild(&mut random)),
                down: random.chance(20),
                ..NodeScenario::default()
            };
            scenario.nodes.insert(name.to_owned(), different);
            let change = match random.below(5) {
                0 => Change::DeletePod(name.to_owned()),
                1 => Change::NotReady(name.to_owned()),
                2 => Change::DeleteNode(name.to_owned()),
                3 => Change::SetNode(Arc::new(default_node(node(name.to_owned(), true)))),
                _ => Change::Update(Arc::new(default_daemon_set(old.clone()))),
            };
            let time = wild(&mut random);
            scenario.events.push(ScenarioEvent::new(time, change));
        }
        let nodes = names.map(|name| default_node(node(name.to_owned(), false)));
        let (old, new) = (default_daemon_set(old), default_daemon_set(new));
        let course = rollout(RolloutInput {
            start: Start::Settled(&old),
            new: &new,
            nodes: &ClusterNodes::new(nodes),
            gates: FeatureGates::default(),
            scenario: &scenario,
        });
        let last = course.steps.last().unwrap();
        assert!(last.time == 0 || last.time <= scenario.max_seconds);
    }
}

/// Plays the whole update again, with the change among its events.
fn completes_with(input: RolloutInput<'_>, remedy: &Remedy) -> bool {
    let course = rollout(input);
    let time = course.steps.last().unwrap().time + 1000;
    let named = |change: fn(String) -> Change| -> Vec<Change> {
        let nodes = remedy.nodes.iter();
        nodes
            .map(|node| change(course.nodes[*node as usize].clone()))
            .collect()
    };
    let updated = |max_unavailable, max_surge| {
        let mut daemon_set = (**input.new).clone();
        daemon_set.spec.update_strategy.rolling_update = Some(RollingUpdateDaemonSet {
            max_unavailable: Some(IntOrString::Int(max_unavailable)),
            max_surge: Some(IntOrString::Int(max_surge)),
        });
        vec![Change::Update(Arc::new(default_daemon_set(daemon_set)))]
    };
    let changes = match remedy.fix {
        Fix::MaxUnavailable(limit) => updated(limit, 0),
        Fix::MaxSurge(limit) => updated(0, limit),
        Fix::WithoutSurge => updated(1, 0),
        Fix::Undo => {
            let Start::Settled(old) = input.start else {
                panic!()
            };
            vec![Change::Update(Arc::new(old.clone()))]
        }
        Fix::DeletePods => named(Change::DeletePod),
        Fix::ForceDeletePods => named(Change::ForceDeletePod),
        Fix::DeleteNodes => named(Change::DeleteNode),
    };
    let mut scenario = input.scenario.clone();
    let events = changes
        .into_iter()
        .map(|change| ScenarioEvent::new(time, change));
    scenario.events.extend(events);
    let scenario = &scenario;
    rollout(RolloutInput { scenario, ..input }).outcome == Outcome::Complete
}

#[test]
fn every_update_ends_or_waits_and_is_the_same_every_time() {
    let mut outcomes = [0; 2];
    let mut remedied = 0;
    for seed in 0..400 {
        let mut random = Random(seed);
        let surge = random.chance(50);
        let old = daemon_set(&mut random, "agent:1", surge);
        let mut new = old.clone();
        new.spec.template.spec.containers[0].image = "agent:2".to_owned();
        let count = 1 + random.below(14);
        let mut scenario = Scenario {
            startup_seconds: random.seconds(20),
            termination_seconds: random.seconds(31),
            ..Scenario::default()
        };
        let mut nodes = Vec::new();
        for position in 0..count {
            let name = format!("node-{position:02}");
            nodes.push(default_node(node(name.clone(), random.chance(10))));
            let initial = match random.below(8) {
                0 => InitialPod::NotReady,
                1 => InitialPod::Missing,
                2 => InitialPod::Failed,
                _ => InitialPod::Available,
            };
            let different = NodeScenario {
                startup_seconds: random.chance(30).then(|| random.seconds(90)),
                termination_seconds: None,
                never_ready: random.chance(4),
                unschedulable: random.chance(3),
                down: false,
                initial,
            };
            scenario.nodes.insert(name.clone(), different);
            let time = random.seconds(60);
            let change = match random.below(16) {
                0 => Change::DeletePod(name),
                1 => Change::NotReady(name),
                3 => Change::DeleteNode(name),
                4 => {
                    let image = format!("agent:{}", 1 + random.below(3));
                    let next = daemon_set(&mut random, &image, surge);
                    Change::Update(Arc::new(default_daemon_set(next)))
                }
                2 => Change::SetNode(Arc::new(default_node(node(name, random.chance(70))))),
                _ => continue,
            };
            scenario.events.push(ScenarioEvent::new(time, change));
        }
        let (old, new) = (default_daemon_set(old), default_daemon_set(new));
        let nodes = ClusterNodes::new(nodes);
        let input = RolloutInput {
            start: Start::Settled(&old),
            new: &new,
            nodes: &nodes,
            gates: FeatureGates::default(),
            scenario: &scenario,
        };
        let played = play(input, &mut |_| true);
        let course = &played.course;
        assert_eq!(*course, rollout(input), "seed {seed}");
        assert!(
            matches!(course.outcome, Outcome::Complete | Outcome::Stuck),
            "seed {seed}: {:?}",
            course.outcome
        );
        let found = ending(input, course);
        assert!(
            found.kind == EndingKind::Complete
                || !found.blockers.is_empty()
                || !found.waiting.is_empty(),
            "seed {seed}: it ends or says why it waits"
        );
        let tried = remedies(&played, &mut |_| true);
        assert!(!tried.untried, "seed {seed}");
        for remedy in tried.found {
            assert_ne!(found.kind, EndingKind::Complete, "seed {seed}: {remedy:?}");
            assert!(remedy.seconds >= 0, "seed {seed}: {remedy:?}");
            if remedy.completes {
                assert!(completes_with(input, &remedy), "seed {seed}: {remedy:?}");
            }
            remedied += 1;
        }
        let troubled = !scenario.events.is_empty()
            || scenario
                .nodes
                .values()
                .any(|node| node.never_ready || node.unschedulable);
        assert!(
            troubled || course.outcome == Outcome::Complete,
            "seed {seed}: nothing is in the way"
        );
        outcomes[usize::from(course.outcome == Outcome::Complete)] += 1;
        for pair in course.steps.windows(2) {
            assert!(pair[0].time < pair[1].time, "seed {seed}");
        }
        let picture = spans(course);
        for bounds in picture.offsets.windows(2) {
            let row = bounds[0] as usize..bounds[1] as usize;
            let (since, states) = (&picture.since[row.clone()], &picture.states[row]);
            assert_eq!(
                since.first(),
                Some(&0),
                "seed {seed}: each row begins with the update"
            );
            assert!(since.is_sorted_by(|a, b| a < b) && since.last() <= Some(&picture.end));
            assert!(
                states.is_sorted_by(|a, b| a != b),
                "seed {seed}: each stretch is something else"
            );
        }
        let mut changes = course.changes.iter().peekable();
        let mut now: Vec<_> = course.before.iter().map(|state| (*state, false)).collect();
        for step in &course.steps {
            while let Some(change) = changes.next_if(|change| change.time <= step.time) {
                now[change.node as usize] = (change.state, change.holds);
            }
            let held = now.iter().filter(|(_, holds)| *holds).count();
            assert_eq!(held, step.held as usize, "seed {seed}: {step:?}");
            let serves = [NodeState::Available, NodeState::OldAvailable];
            let serving = now
                .iter()
                .filter(|(state, _)| serves.contains(state))
                .count();
            let status = step.status;
            assert!(
                surge || step.status.misscheduled > 0 || serving <= status.available as usize,
                "seed {seed}: {step:?}"
            );
            assert_eq!(status.desired - status.available, status.unavailable);
            assert!(status.available <= status.ready && status.ready <= status.current);
            assert!(status.updated <= status.current && status.current <= status.desired);
        }
    }
    assert!(outcomes.iter().all(|count| *count > 20), "{outcomes:?}");
    assert!(remedied > 20, "{remedied}");
}

#[test]
fn an_untroubled_update_keeps_within_its_limit_and_completes() {
    for seed in 0..300 {
        let mut random = Random(seed);
        let surge = random.chance(50);
        let mut old = daemon_set(&mut random, "agent:1", surge);
        old.spec.template.spec.host_network = random.chance(50);
        let mut new = old.clone();
        new.spec.template.spec.containers[0].image = "agent:2".to_owned();
        let mut scenario = Scenario {
            startup_seconds: random.seconds(20),
            termination_seconds: random.seconds(31),
            ..Scenario::default()
        };
        let mut nodes = Vec::new();
        for position in 0..1 + random.below(30) {
            let name = format!("node-{position:02}");
            let slow = NodeScenario {
                startup_seconds: random.chance(30).then(|| random.seconds(90)),
                termination_seconds: random.chance(30).then(|| random.seconds(90)),
                ..NodeScenario::default()
            };
            scenario.nodes.insert(name.clone(), slow);
            nodes.push(default_node(node(name, false)));
        }
        let (old, new) = (default_daemon_set(old), default_daemon_set(new));
        let nodes = ClusterNodes::new(nodes);
        let input = RolloutInput {
            start: Start::Settled(&old),
            new: &new,
            nodes: &nodes,
            gates: FeatureGates::default(),
            scenario: &scenario,
        };
        let course = rollout(input);
        assert_eq!(course.outcome, Outcome::Complete, "seed {seed}");
        let limits = course.limits.clone().unwrap();
        let mut now = course.before.clone();
        let mut changes = course.changes.iter().peekable();
        for step in &course.steps {
            while let Some(change) = changes.next_if(|change| change.time <= step.time) {
                now[change.node as usize] = change.state;
            }
            let count = |states: &[NodeState]| {
                let those = now.iter().filter(|state| states.contains(state));
                i64::try_from(those.count()).unwrap()
            };
            let both = count(&[NodeState::SideBySide]);
            let serving = count(&[NodeState::OldAvailable, NodeState::Available]) + both;
            let total = i64::try_from(now.len()).unwrap();
            assert!(
                total - serving <= limits.max_unavailable,
                "seed {seed}: {now:?}"
            );
            assert!(
                i64::from(step.held) <= limits.max_unavailable + limits.max_surge,
                "seed {seed}"
            );
            assert!(surge || both == 0, "seed {seed}");
            assert!(
                i64::from(step.status.unavailable) <= limits.max_unavailable,
                "seed {seed}"
            );
        }
        let sum = summary(&course);
        assert_eq!(
            sum.side_by_side.len(),
            if surge { now.len() } else { 0 },
            "seed {seed}"
        );
        assert_eq!(
            (sum.loses_coverage, sum.gains),
            (vec![], vec![]),
            "seed {seed}"
        );
    }
}

#[test]
fn a_first_rollout_on_more_nodes_than_syncs_can_serve_is_no_restless_one() {
    let mut daemon_set = DaemonSet::default();
    daemon_set.metadata.name = "agent".to_owned();
    let daemon_set = default_daemon_set(daemon_set);
    let nodes = ClusterNodes::new((0..51_000).map(|number| {
        let mut node = Node::default();
        node.metadata.name = format!("node-{number:05}");
        default_node(node)
    }));
    let scenario = Scenario::default();
    let course = rollout(RolloutInput {
        start: Start::Nothing,
        new: &daemon_set,
        nodes: &nodes,
        gates: FeatureGates::default(),
        scenario: &scenario,
    });
    assert_eq!(course.outcome, Outcome::Complete);
}
