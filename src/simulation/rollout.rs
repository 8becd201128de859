use super::course::Course;
use super::scenario::Scenario;
use super::start::Start;
use super::trace::{Outcome, Rollout, Step};
use super::watch::{Observer, Watch};
use crate::cluster::ClusterNodes;
use crate::controller::update_limits;
use crate::model::{DaemonSet, Defaulted, FeatureGates};

/// What a rollout starts from.
#[derive(Clone, Copy, Debug)]
pub struct RolloutInput<'a> {
    /// What is there before.
    pub start: Start<'a>,
    /// The DaemonSet that it becomes.
    pub new: &'a Defaulted<DaemonSet>,
    /// The Nodes at the beginning.
    pub nodes: &'a ClusterNodes,
    /// Feature gates of the controller.
    pub gates: FeatureGates,
    /// What the cluster does.
    pub scenario: &'a Scenario,
}

/// Plays an update: every moment at which something happens, until nothing more happens by itself.
///
/// The watch events of a sync arrive when it is over, then the controller looks again until it comes to rest; that is one
/// step. Nodes are taken by name wherever upstream's order is random, unless the scenario has a seed.
///
/// ```
/// use everynode::apiserver::{default_daemon_set, default_node};
/// use everynode::cluster::ClusterNodes;
/// use everynode::model::{DaemonSet, FeatureGates, Node};
/// use everynode::simulation::{Outcome, RolloutInput, Scenario, Start, rollout};
/// let daemon_set = default_daemon_set(DaemonSet::default());
/// let mut node = Node::default();
/// node.metadata.name = "a".into();
/// let nodes = ClusterNodes::new([default_node(node)]);
/// let scenario = Scenario { startup_seconds: 5, ..Scenario::default() };
/// let gates = FeatureGates::default();
/// let start = Start::Nothing;
/// let course = rollout(RolloutInput { start, new: &daemon_set, nodes: &nodes, gates, scenario: &scenario });
/// assert_eq!(course.outcome, Outcome::Complete);
/// assert_eq!(course.steps.last().unwrap().time, 5);
/// ```
///
/// DIFFERENCE: no API errors, conflicts, rate limits or latencies.
/// DIFFERENCE: unless [`real_queue`](Scenario::real_queue) says otherwise the controller looks at each of several moments
/// that it has set itself, as the recorded answers have it; upstream's queue keeps the earliest.
#[must_use]
pub fn rollout(input: RolloutInput<'_>) -> Rollout {
    play(input, &mut |_| true).course
}

/// An update that was played, with the cluster as it is at its end.
#[derive(Clone, Debug)]
pub struct Played<'a> {
    /// What has happened.
    pub course: Rollout,
    /// From where it goes on.
    pub(super) end: Course<'a>,
    /// How much there was to be done.
    pub(super) work: u64,
}

/// The same as [`rollout`], with somebody who is told of progress from time to time and can stop it.
///
/// ```
/// use everynode::apiserver::{default_daemon_set, default_node};
/// use everynode::cluster::ClusterNodes;
/// use everynode::model::{DaemonSet, FeatureGates, Node};
/// use everynode::simulation::{Outcome, RolloutInput, Scenario, Start, play};
/// let daemon_set = default_daemon_set(DaemonSet::default());
/// let nodes = ClusterNodes::new((0..3000).map(|number| {
///     let mut node = Node::default();
///     node.metadata.name = format!("node-{number}");
///     default_node(node)
/// }));
/// let scenario = Scenario { startup_seconds: 5, ..Scenario::default() };
/// let gates = FeatureGates::default();
/// let start = Start::Nothing;
/// let input = RolloutInput { start, new: &daemon_set, nodes: &nodes, gates, scenario: &scenario };
/// let mut heard = Vec::new();
/// let played = play(input, &mut |progress| {
///     heard.push(progress.desired);
///     false
/// });
/// assert_eq!(played.course.outcome, Outcome::Stopped);
/// assert_eq!(heard, [3000]);
/// ```
#[must_use]
pub fn play<'a>(input: RolloutInput<'a>, observer: &mut Observer<'_>) -> Played<'a> {
    let (mut course, so_far) = begin(input);
    course.store(input.new);
    let limits = update_limits(input.new, course.desired());
    let mut watch = Watch::new(observer, u64::MAX);
    let (steps, outcome) = course.run(&mut watch);
    let course_so_far = Rollout {
        limits,
        steps,
        changes: std::mem::take(&mut course.changes),
        outcome,
        ..so_far
    };
    Played {
        course: course_so_far,
        end: course,
        work: watch.work,
    }
}

/// An update that does not happen: what is there before it, in one step in which nothing happens.
#[must_use]
pub fn not_played(input: RolloutInput<'_>) -> Played<'_> {
    let (end, mut course) = begin(input);
    course.steps.push(Step {
        generation: end.stored.generation,
        status: course.initial.unwrap_or_default(),
        ..Step::default()
    });
    let work = 0;
    Played { course, end, work }
}

/// What is there before an update, without steps.
pub(super) fn begin(input: RolloutInput<'_>) -> (Course<'_>, Rollout) {
    let mut course = Course::new(input);
    let initial = match input.start {
        Start::Nothing => {
            course.all_changed();
            None
        }
        Start::Settled(old) => Some(course.begin_settled(old)),
        Start::Recorded(recorded) => Some(course.begin_recorded(recorded)),
    };
    course.note_states();
    course.changes.clear();
    let so_far = Rollout {
        nodes: course.names.to_vec(),
        limits: update_limits(input.new, course.desired()),
        initial,
        steps: Vec::new(),
        before: course.states.clone(),
        changes: Vec::new(),
        outcome: Outcome::Complete,
    };
    (course, so_far)
}
