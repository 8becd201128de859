//! How long Pods take, read off their templates.
//!
//! `cases.txt` beside this file holds cases: the Pod spec before the update, where there is one, that after it, each without its outer braces, and the
//! rules; then each stretch of the start and of the stop.

use everynode::apiserver::{default_daemon_set, default_node};
use everynode::cluster::ClusterNodes;
use everynode::manifest::{Limits, Typed, read};
use everynode::matching::Selector;
use everynode::model::{DaemonSet, Defaulted, FeatureGates, LabelSelector, Node};
use everynode::simulation::{
    Change, NodeScenario, Outcome, RolloutInput, RuleNodes, Scenario, ScenarioEvent, Stage, Start,
    Stretch, Timing, TimingRule, rollout,
};
use everynode::source::FileId;
use everynode::words::{stage, time_source};
use std::fmt::Write;
use std::sync::Arc;

const CASES: &str = include_str!("cases.txt");

fn daemon_set(spec: &str) -> DaemonSet {
    let text = format!(
        "{{apiVersion: apps/v1, kind: DaemonSet, metadata: {{name: d}}, spec: {{template: {{spec: {{{spec}}}}}}}}}\n"
    );
    let read = read(FileId(0), &text, &Limits::default());
    assert_eq!(read.diagnostics, [], "{spec}");
    let typed = read.objects.into_iter().map(|object| object.typed);
    let mut found = typed.filter_map(|typed| match typed {
        Typed::DaemonSet(daemon_set) => Some(*daemon_set),
        _ => None,
    });
    found.next().unwrap()
}

/// `image agent pull 3`, `pull 3`.
fn rule(text: &str) -> TimingRule {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (image, rest) = match words.as_slice() {
        ["image", image, rest @ ..] => (Some((*image).to_owned()), rest),
        rest => (None, rest),
    };
    let [name, seconds] = rest else {
        panic!("{text}")
    };
    let stages = [
        (Stage::Prepare, "prepare"),
        (Stage::Pull, "pull"),
        (Stage::Start, "start"),
        (Stage::Init, "init"),
        (Stage::Serve, "serve"),
        (Stage::PreStop, "preStop"),
        (Stage::Stop, "stop"),
        (Stage::Startup, "startup"),
        (Stage::Termination, "termination"),
    ];
    let stage = stages.iter().find(|(_, stage)| stage == name).unwrap().0;
    let seconds = seconds.parse().unwrap();
    TimingRule {
        nodes: RuleNodes::All,
        image,
        stage,
        seconds,
        said: String::new(),
    }
}

fn lines(what: &str, stretches: &[Stretch], timing: &Timing<'_>, out: &mut String) {
    let all: i64 = stretches.iter().map(|stretch| stretch.seconds).sum();
    writeln!(out, "{what}: {all} s").unwrap();
    for stretch in stretches {
        let who = stretch.container.as_ref().map_or("the Pod", |at| &at.name);
        let (seconds, stage) = (stretch.seconds, stage(stretch.stage));
        let source = time_source(stretch, timing);
        writeln!(out, "  {seconds:>3} {who} {stage}: {source}").unwrap();
    }
}

#[test]
fn each_stretch_is_as_long_as_the_kubelet_makes_it() {
    for case in CASES.trim_end().split("\n\n") {
        let inputs = |what| case.lines().filter_map(move |line| line.strip_prefix(what));
        let old = inputs("old: ").next().map(daemon_set);
        let new = daemon_set(inputs("new: ").next().unwrap());
        let rules = inputs("rule: ").zip(1..).map(|(text, number)| TimingRule {
            said: format!("rule {number}"),
            ..rule(text)
        });
        let rules: Vec<TimingRule> = rules.collect();
        let spec = |daemon_set: &DaemonSet| daemon_set.spec.template.spec.clone();
        let (old, new) = (old.as_ref().map(spec), spec(&new));
        let timing = Timing::new(old.as_ref(), &new, &rules);
        let pod = timing.on(&Node::default());
        let mut said = String::new();
        lines("start", &pod.start, &timing, &mut said);
        lines("stop", &pod.stop, &timing, &mut said);
        let is_input = |line: &&str| {
            ["#", "old: ", "new: ", "rule: "]
                .iter()
                .any(|what| line.starts_with(what))
        };
        let wanted: Vec<&str> = case.lines().filter(|line| !is_input(line)).collect();
        assert_eq!(said.trim_end(), wanted.join("\n"), "{case}");
    }
}

const AGENT: &str = "containers: [{name: agent, image: 'agent:2', readinessProbe: {initialDelaySeconds: 7, periodSeconds: 1}}], terminationGracePeriodSeconds: 5";

fn node(name: &str, labels: &[(&str, &str)]) -> Arc<Defaulted<Node>> {
    let mut node = Node::default();
    node.metadata.name = name.into();
    node.metadata.labels = labels.iter().copied().collect();
    Arc::new(default_node(node))
}

/// Nodes `a` to `d`; `c` is an old machine, of `d` it is known that it is slow in starting, and `e` joins.
fn fleet() -> (ClusterNodes, Vec<TimingRule>, Scenario) {
    let old = ("machine", "old");
    let nodes = [
        node("a", &[]),
        node("b", &[]),
        node("c", &[old]),
        node("d", &[]),
    ];
    let old = Selector::from_label_selector(Some(&LabelSelector {
        match_labels: [old].into_iter().collect(),
        ..LabelSelector::default()
    }));
    let on = |nodes, text| TimingRule {
        nodes,
        ..rule(text)
    };
    let rules = vec![
        on(RuleNodes::All, "pull 20"),
        on(RuleNodes::Labelled(old.unwrap()), "pull 50"),
        on(RuleNodes::Named("d".into()), "start 30"),
        on(RuleNodes::Named("e".into()), "stop 1"),
    ];
    let scenario = Scenario {
        nodes: [(
            "b".to_owned(),
            NodeScenario {
                startup_seconds: Some(4),
                ..NodeScenario::default()
            },
        )]
        .into_iter()
        .collect(),
        events: vec![ScenarioEvent::new(3, Change::SetNode(node("e", &[])))],
        ..Scenario::default()
    };
    (ClusterNodes::new(nodes), rules, scenario)
}

#[test]
fn nodes_with_the_same_times_are_one_class() {
    let (nodes, rules, _) = fleet();
    let new = daemon_set(AGENT).spec.template.spec;
    let timing = Timing::new(None, &new, &rules);
    let mut classes: Vec<(Vec<u32>, i64)> = Vec::new();
    for class in timing.classes(&nodes) {
        classes.push((class.nodes, class.timing.startup_seconds()));
    }
    classes.sort();
    assert_eq!(classes, [(vec![0, 1], 30), (vec![2], 60), (vec![3], 59)]);
    for (position, node) in nodes.iter().enumerate() {
        let own = timing.on(node);
        let mut all = timing.classes(&nodes).into_iter();
        let class = all.find(|class| class.nodes.contains(&u32::try_from(position).unwrap()));
        assert_eq!(class.unwrap().timing, own, "{}", node.metadata.name);
    }
}

#[test]
fn a_scenario_is_filled_in_where_it_says_nothing() {
    let (nodes, rules, scenario) = fleet();
    let new = daemon_set(AGENT).spec.template.spec;
    let filled = Timing::new(None, &new, &rules).fill_in(scenario, &nodes);
    assert_eq!(
        (filled.startup_seconds, filled.termination_seconds),
        (30, 5)
    );
    let times = |name: &str| {
        let own = filled.nodes.get(name)?;
        Some((own.startup_seconds, own.termination_seconds))
    };
    assert_eq!(times("a"), None);
    assert_eq!(
        times("b"),
        Some((Some(4), None)),
        "the scenario knows better"
    );
    assert_eq!(times("c"), Some((Some(60), Some(5))));
    assert_eq!(times("d"), Some((Some(59), Some(5))));
    assert_eq!(times("e"), Some((Some(30), Some(1))));
}

#[test]
fn an_update_takes_as_long_as_its_pods_do() {
    let (nodes, rules, scenario) = fleet();
    let scenario = Scenario {
        events: Vec::new(),
        ..scenario
    };
    let (old, new) = (AGENT.replace("agent:2", "agent:1"), AGENT);
    let [old, new] = [&*old, new].map(|spec| default_daemon_set(daemon_set(spec)));
    let spec = |daemon_set: &DaemonSet| daemon_set.spec.template.spec.clone();
    let (before, after) = (spec(&old), spec(&new));
    let timing = Timing::new(Some(&before), &after, &rules);
    let scenario = timing.fill_in(scenario, &nodes);
    let course = rollout(RolloutInput {
        start: Start::Settled(&old),
        new: &new,
        nodes: &nodes,
        gates: FeatureGates::default(),
        scenario: &scenario,
    });
    assert_eq!(course.outcome, Outcome::Complete);
    let one_by_one = (5 + 30) + (5 + 4) + (5 + 60) + (5 + 59);
    assert_eq!(course.steps.last().unwrap().time, one_by_one);
}

#[test]
fn a_stretch_names_the_field_that_it_comes_from() {
    let spec = "initContainers: [{name: setup, image: i}, {name: proxy, image: p, restartPolicy: Always, startupProbe: {initialDelaySeconds: 3}}], \
                containers: [{name: agent, image: a, lifecycle: {preStop: {sleep: {seconds: 2}}}}]";
    let new = daemon_set(spec).spec.template.spec;
    let timing = Timing::new(None, &new, &[]).on(&Node::default());
    let fields = |stretches: &[Stretch]| -> Vec<String> {
        let fields = stretches.iter().filter_map(Stretch::field);
        fields.map(|field| field.to_string()).collect()
    };
    assert_eq!(
        fields(&timing.start),
        [
            "initContainers[1].startupProbe.initialDelaySeconds",
            "initContainers[1].startupProbe.periodSeconds",
        ]
    );
    assert_eq!(
        fields(&timing.stop),
        [
            "containers[0].lifecycle.preStop.sleep.seconds",
            "terminationGracePeriodSeconds"
        ]
    );
}

#[test]
fn extreme_figures_make_no_extreme_times() {
    let most = i32::MAX;
    let spec = format!(
        "terminationGracePeriodSeconds: {0}, containers: [{{name: a, image: a, startupProbe: {{initialDelaySeconds: {most}, periodSeconds: {most}}}, \
         readinessProbe: {{initialDelaySeconds: -5, periodSeconds: -1, successThreshold: {most}}}, \
         lifecycle: {{postStart: {{sleep: {{seconds: {0}}}}}, preStop: {{sleep: {{seconds: -1}}}}}}}}]",
        i64::MAX
    );
    let new = daemon_set(&spec).spec.template.spec;
    let rules = [
        rule(&format!("start {}", i64::MIN)),
        rule(&format!("serve {}", i64::MAX)),
    ];
    let timing = Timing::new(None, &new, &rules).on(&Node::default());
    let year = 365 * 86_400;
    for stretch in timing.start.iter().chain(&timing.stop) {
        assert!((1..=year).contains(&stretch.seconds), "{stretch:?}");
    }
    assert_eq!(timing.termination_seconds(), year);
}
