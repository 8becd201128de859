use super::answer_missing::{Missing, find_daemon_set};
use super::answer_place::reference;
use super::answer_rollout_meaning::meaning;
use super::answer_rollout_scenario::{said, scenario, silent};
use super::answer_update::{self, asked, patch_findings};
use super::column::Column;
use super::{
    DaemonSetStatus, Diagnostic, Head, NodeTimes, RolloutEvents, RolloutFound, RolloutLimits,
    RolloutMeaning, RolloutOrder, RolloutQuestion, RolloutSteps, TimePart,
};
use crate::cluster::ClusterNodes;
use crate::model::{self, DaemonSet, Defaulted, Time, UpdateStrategyType};
use crate::order::{OrderedMap, sort_by_key, sorted_unique};
use crate::simulation::{
    Cause, EventKind, Observer, Outcome, PodTiming, Propagation, Rollout, RolloutInput, Scenario,
    Start, Status, Step, Timing, deletion, not_played, play,
};
use crate::words::{
    REFUSED, daemon_set_table, deletion_verdict, event_cause, name_list, not_found, rollout_status,
    rollout_verdict, stage, time_source,
};
use crate::workspace::{Asked, Cluster, Update, Workspace};

/// What the update itself does.
const MOVES: [EventKind; 3] = [EventKind::Created, EventKind::Deleted, EventKind::Ready];
/// Steps with a row of kubectl's.
const ROWS: usize = 5000;
/// Of the states in `spans.state`, the last one in which there is no Pod and none is due.
const ABSENT: u32 = 1;
/// Differing times of Nodes that are told apart.
const TIMES: usize = 20;

/// The course of an update, but for what reading found.
pub(super) fn answer(
    workspace: &Workspace,
    cluster: &Cluster,
    question: &RolloutQuestion,
    observer: &mut Observer<'_>,
) -> Result<RolloutFound, Missing> {
    let judged = match cluster.daemon_sets.as_slice() {
        [only] if question.daemon_set.is_empty() => only,
        _ => find_daemon_set(cluster, &question.daemon_set)?,
    };
    let asked = asked(question);
    let update = Update::find(workspace, cluster, judged, &question.from, asked);
    let new = &update.new;
    let start = update.start(cluster, workspace.now());
    let nodes = &cluster.snapshot.nodes;
    let old = update.old.as_ref().map(|old| &old.spec.template.spec);
    let said = said(&update, nodes, question);
    let timing = Timing::new(old, &new.spec.template.spec, &said.rules);
    let scenario = scenario(&timing, said.scenario, nodes, question);
    let gates = workspace.gates();
    let input = RolloutInput {
        start,
        new,
        nodes,
        gates,
        scenario: &scenario,
    };
    let is_refused = !update.refused.is_empty();
    let (played, deleted) = match asked {
        _ if is_refused => (not_played(input), None),
        Asked::Delete(propagation) => (deletion(input, propagation), Some(propagation)),
        _ => (play(input, observer), None),
    };
    let course = &played.course;
    let tries = !is_refused && deleted.is_none();
    let (outcome, mut meaning) = meaning(input, &played, tries, observer);
    if deleted.is_some() {
        // Whoever deletes it wants no Pods.
        meaning.summary.loses_coverage = Column::default();
    }
    let what = answer_update::update(workspace, cluster, &update, asked, &course.nodes);
    let view = View {
        course,
        new,
        now: workspace.now(),
        gone: deleted.and_then(|propagation| match propagation {
            Propagation::Foreground if course.outcome == Outcome::Complete => {
                course.steps.last().map(|step| step.time)
            }
            Propagation::Foreground => None,
            _ => Some(0),
        }),
    };
    let (messages, message) = view.messages();
    let rolling = new.spec.update_strategy.kind == Some(UpdateStrategyType::RollingUpdate);
    let last = course.steps.iter().rfind(|step| !step.idle);
    let seconds = last.map_or(0, |step| step.time);
    let end = last.map(|step| step.status).unwrap_or_default();
    let changes = course
        .steps
        .iter()
        .any(|step| step.events.iter().any(|event| MOVES.contains(&event.kind)));
    let (events, causes) = view.events(&scenario);
    let [header, _] = view.row(&end, seconds);
    Ok(RolloutFound {
        head: Head::default(),
        found: true,
        daemon_set: reference(judged),
        start: match start {
            Start::Nothing => "nothing",
            Start::Settled(_) => "settled",
            Start::Recorded(_) => "recorded",
        },
        strategy: if rolling { "RollingUpdate" } else { "OnDelete" },
        limits: course.limits.as_ref().ok().map(|limits| RolloutLimits {
            max_unavailable: number(limits.max_unavailable),
            max_surge: number(limits.max_surge),
        }),
        limits_error: course.limits.as_ref().err().cloned(),
        min_ready_seconds: number(i64::from(new.spec.min_ready_seconds)),
        outcome: if is_refused { "refused" } else { outcome },
        verdict: match deleted {
            _ if is_refused => REFUSED.to_owned(),
            Some(propagation) => {
                let stuck = meaning
                    .blockers
                    .iter()
                    .map(|blockers| blockers.nodes.0.len());
                deletion_verdict(propagation, seconds, stuck.sum())
            }
            None => rollout_verdict(
                &course.outcome,
                [end.updated, end.desired, end.available],
                seconds,
                rolling,
                changes,
            ),
        },
        seconds: number(seconds),
        order: RolloutOrder {
            by: if question.seed.is_some() {
                "seed"
            } else {
                "name"
            },
            seed: question.seed,
        },
        nodes: course.nodes.clone(),
        initial: course.initial.as_ref().map(counters),
        steps: view.steps(message),
        messages,
        kubectl_header: header,
        kubectl_rows: view.rows(),
        events,
        causes,
        notes: notes(question, nodes, &course.nodes, &meaning),
        meaning,
        times: times(&timing, nodes),
        diagnostics: patch_findings(&update, question)
            .into_iter()
            .chain(said.diagnostics)
            .collect(),
        update: what,
    })
}

/// Findings that say nothing here: of the files before the update, that they hold the same objects again.
pub(super) fn but_pairs(found: Vec<Diagnostic>, question: &RolloutQuestion) -> Vec<Diagnostic> {
    let before = |file: &String| question.from.contains(file);
    let pair = |finding: &Diagnostic| {
        let related = finding.related.first();
        finding.rule == "object-duplicate"
            && (before(&finding.file) || related.is_some_and(|other| before(&other.place.file)))
    };
    found.into_iter().filter(|finding| !pair(finding)).collect()
}

/// The course, to be put in columns.
struct View<'a> {
    course: &'a Rollout,
    new: &'a Defaulted<DaemonSet>,
    /// The moment of the update.
    now: Option<Time>,
    /// From when on there is no DaemonSet any more.
    gone: Option<i64>,
}

impl View<'_> {
    /// Each text once, and which of them is said at each step.
    fn messages(&self) -> (Vec<String>, Column) {
        let mut texts: Vec<String> = Vec::new();
        let said = self.course.steps.iter().map(|step| {
            let text = match self.not_found(step) {
                Some(text) => Ok((text, true)),
                None => rollout_status(self.new, step.generation, &written(&step.status)),
            };
            let text = text.map_or_else(|error| format!("error: {error}"), |(text, _)| text);
            // Texts come back soon or never.
            let known = texts.iter().rev().take(8).position(|known| *known == text);
            let number = known.map(|back| texts.len() - 1 - back).unwrap_or_else(|| {
                texts.push(text);
                texts.len() - 1
            });
            u32::try_from(number).unwrap_or(u32::MAX)
        });
        let said = said.collect();
        (texts, Column(said))
    }

    fn steps(&self, message: Column) -> RolloutSteps {
        let column = |of: &dyn Fn(&Step) -> u32| Column(self.course.steps.iter().map(of).collect());
        RolloutSteps {
            time: column(&|step| number(step.time)),
            desired: column(&|step| step.status.desired),
            current: column(&|step| step.status.current),
            misscheduled: column(&|step| step.status.misscheduled),
            ready: column(&|step| step.status.ready),
            updated: column(&|step| step.status.updated),
            available: column(&|step| step.status.available),
            unavailable: column(&|step| step.status.unavailable),
            held: column(&|step| step.held),
            message,
        }
    }

    /// What happens, and each cause once.
    fn events(&self, scenario: &Scenario) -> (RolloutEvents, Vec<String>) {
        let outside = scenario.events_in_order();
        let mut events = RolloutEvents::default();
        let mut numbers: OrderedMap<Cause, u32> = OrderedMap::new();
        let mut causes = Vec::new();
        for (step, at) in self.course.steps.iter().zip(0..) {
            for event in &step.events {
                let number = *numbers.or_insert_with(event.cause, || {
                    causes.push(event_cause(event.cause, &outside));
                    u32::try_from(causes.len() - 1).unwrap_or(u32::MAX)
                });
                events.step.0.push(at);
                events.kind.0.push(event.kind as u32);
                events.node.0.push(event.node);
                events.cause.0.push(number);
            }
        }
        (events, causes)
    }

    fn row(&self, status: &Status, time: i64) -> [String; 2] {
        let now = self.now.map(|now| Time {
            seconds: now.seconds.saturating_add(time),
        });
        daemon_set_table(self.new, &written(status), now, false).lines()
    }

    /// What kubectl says where there is no DaemonSet any more.
    fn not_found(&self, step: &Step) -> Option<String> {
        let gone = self.gone.is_some_and(|gone| step.time >= gone);
        gone.then(|| not_found(&self.new.metadata.name))
    }

    fn rows(&self) -> Vec<String> {
        let steps = self.course.steps.iter().take(ROWS);
        steps
            .map(|step| {
                self.not_found(step).unwrap_or_else(|| {
                    let [_, row] = self.row(&step.status, step.time);
                    row
                })
            })
            .collect()
    }
}

fn times(timing: &Timing<'_>, nodes: &ClusterNodes) -> Vec<NodeTimes> {
    let mut classes = timing.classes(nodes);
    sort_by_key(&mut classes, |class| {
        (
            std::cmp::Reverse(class.nodes.len()),
            class.nodes.first().copied(),
        )
    });
    let classes = classes.iter().filter(|class| !class.nodes.is_empty());
    classes
        .take(TIMES)
        .map(|class| {
            let first = class.nodes.first();
            let first = first.and_then(|node| nodes.get(*node as usize));
            NodeTimes {
                nodes: u32::try_from(class.nodes.len()).unwrap_or(u32::MAX),
                example: first
                    .map(|node| node.metadata.name.clone())
                    .unwrap_or_default(),
                startup_seconds: number(class.timing.startup_seconds()),
                termination_seconds: number(class.timing.termination_seconds()),
                parts: parts(&class.timing, timing),
            }
        })
        .collect()
}

fn parts(pod: &PodTiming, timing: &Timing<'_>) -> Vec<TimePart> {
    let of = [("start", &pod.start), ("stop", &pod.stop)];
    let parts = of.into_iter().flat_map(|(of, stretches)| {
        stretches.iter().map(move |stretch| TimePart {
            of,
            what: stage(stretch.stage),
            seconds: number(stretch.seconds),
            source: time_source(stretch, timing),
        })
    });
    parts.collect()
}

fn notes(
    question: &RolloutQuestion,
    nodes: &ClusterNodes,
    names: &[String],
    meaning: &RolloutMeaning,
) -> Vec<String> {
    let order = match question.seed {
        None => {
            "Nodes are taken in the order of their names; which come first in a cluster is not defined."
        }
        Some(_) => {
            "Nodes are taken in an order that the seed shuffles; which come first in a cluster is not defined."
        }
    };
    let mut notes = vec![order.to_owned()];
    let lists = [
        &question.down,
        &question.never_ready,
        &question.unschedulable,
    ];
    let named = lists.into_iter().flatten().map(String::as_str);
    let unknown: Vec<&str> = named.filter(|name| nodes.named(name).is_empty()).collect();
    if !unknown.is_empty() {
        notes.push(format!("The input has no node {}.", name_list(&unknown, 5)));
    }
    let silent = sorted_unique(silent(nodes));
    let names = names.iter().map(String::as_str).zip(0..);
    let silent: Vec<&str> = names
        .filter(|(name, node)| silent.binary_search(name).is_ok() && has_pod(meaning, *node))
        .map(|(name, _)| name)
        .collect();
    if !silent.is_empty() {
        notes.push(format!(
            "The kubelet does not answer on {}: a Pod that is deleted there stays Terminating.",
            name_list(&silent, 5)
        ));
    }
    if meaning.remedies_untried {
        notes.push("Not every change that may free the update was tried to its end.".to_owned());
    }
    notes
}

/// Whether a Node has, or is to have, a Pod at any time.
fn has_pod(meaning: &RolloutMeaning, node: usize) -> bool {
    let spans = &meaning.spans;
    let offset = |at: usize| spans.offset.0.get(at).map_or(0, |offset| *offset as usize);
    let states = spans.state.0.get(offset(node)..offset(node + 1));
    states.is_some_and(|states| states.iter().any(|state| *state > ABSENT))
}

fn counters(status: &Status) -> DaemonSetStatus {
    let number = |count: u32| i32::try_from(count).unwrap_or(i32::MAX);
    DaemonSetStatus {
        desired_number_scheduled: number(status.desired),
        current_number_scheduled: number(status.current),
        number_misscheduled: number(status.misscheduled),
        number_ready: number(status.ready),
        updated_number_scheduled: Some(number(status.updated)),
        number_available: number(status.available),
        number_unavailable: number(status.unavailable),
    }
}

/// As the API has it.
fn written(status: &Status) -> model::DaemonSetStatus {
    let number = |count: u32| i32::try_from(count).unwrap_or(i32::MAX);
    model::DaemonSetStatus {
        observed_generation: status.observed_generation,
        desired_number_scheduled: number(status.desired),
        current_number_scheduled: number(status.current),
        number_misscheduled: number(status.misscheduled),
        number_ready: number(status.ready),
        updated_number_scheduled: number(status.updated),
        number_available: number(status.available),
        number_unavailable: number(status.unavailable),
        ..model::DaemonSetStatus::default()
    }
}

/// Seconds and limits are never negative, and no update takes a hundred years.
fn number(value: i64) -> u32 {
    u32::try_from(value.max(0)).unwrap_or(u32::MAX)
}
