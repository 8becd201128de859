use super::convert::diagnostic_of;
use super::{Diagnostic, RolloutQuestion};
use crate::cluster::ClusterNodes;
use crate::simulation::{NodeScenario, RuleNodes, Scenario, Stage, Timing, TimingRule};
use crate::source::SourceFile;
use crate::words::{is_silent, not_ready};
use crate::workspace::{ScenarioGiven, Update, read_scenario};

/// What a question says of the cluster.
pub(super) struct Said {
    pub(super) scenario: Scenario,
    /// How long Pods take; what the question itself says comes last, and so counts.
    pub(super) rules: Vec<TimingRule>,
    /// What is wrong with its scenario.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Reads the scenario of a question, and lays what the question itself says over it, where that is about times.
pub(super) fn said(update: &Update, nodes: &ClusterNodes, question: &RolloutQuestion) -> Said {
    let mut said = Said {
        scenario: Scenario {
            real_queue: true,
            ..Scenario::default()
        },
        rules: Vec::new(),
        diagnostics: Vec::new(),
    };
    if let Some(given) = &question.scenario {
        let reading = read_scenario(
            &given.text,
            ScenarioGiven {
                nodes,
                old: update.old.as_ref(),
                new: &update.new,
                stored: Some(update.stored.clone()),
            },
        );
        let file = SourceFile::new(given.name.as_str(), given.text.as_str());
        let found = reading.diagnostics.iter();
        said.diagnostics = found.map(|found| diagnostic_of(&file, found)).collect();
        (said.scenario, said.rules) = (reading.scenario, reading.rules);
    }
    let scenario = &mut said.scenario;
    scenario.seed = question.seed;
    for (seconds, stage) in [
        (question.startup_seconds, Stage::Startup),
        (question.termination_seconds, Stage::Termination),
    ] {
        let Some(seconds) = seconds else { continue };
        said.rules.push(TimingRule {
            nodes: RuleNodes::All,
            image: None,
            stage,
            seconds: seconds.into(),
            said: "as asked".to_owned(),
        });
        for node in scenario.nodes.values_mut() {
            match stage {
                Stage::Startup => node.startup_seconds = None,
                _ => node.termination_seconds = None,
            }
        }
    }
    if let Some(seconds) = question.max_seconds {
        scenario.max_seconds = seconds.into();
    }
    said
}

/// The whole scenario: with how long Pods take, and with what the question itself says of Nodes.
pub(super) fn scenario(
    timing: &Timing<'_>,
    said: Scenario,
    nodes: &ClusterNodes,
    question: &RolloutQuestion,
) -> Scenario {
    let mut scenario = timing.fill_in(said, nodes);
    let mut on = |names: &[String], change: fn(&mut NodeScenario)| {
        for name in names {
            change(
                scenario
                    .nodes
                    .or_insert_with(name.clone(), NodeScenario::default),
            );
        }
    };
    on(&question.never_ready, |node| node.never_ready = true);
    on(&question.unschedulable, |node| node.unschedulable = true);
    for name in silent(nodes) {
        scenario
            .nodes
            .or_insert_with(name.to_owned(), NodeScenario::default)
            .down = true;
    }
    for name in &question.down {
        nodes
            .named(name)
            .filter_map(|at| nodes.get(at))
            .for_each(|node| scenario.cut_off(node));
    }
    scenario
}

/// Nodes whose kubelet has not been heard of.
pub(super) fn silent(nodes: &ClusterNodes) -> impl Iterator<Item = &str> {
    let silent = nodes
        .iter()
        .filter(|node| not_ready(node).is_some_and(is_silent));
    silent.map(|node| node.metadata.name.as_str())
}
