//! How long Pods take on a Node: what the kubelet makes of a template, and what is assumed where it says nothing.

mod classes;
mod container;
mod image;
mod probes;
mod rule;
mod start;
mod stop;

pub use classes::NodeClass;
pub(super) use image::names_of;
pub use rule::{RuleNodes, TimingRule};

use crate::model::{Node, PodSpec};
use crate::source::FieldPath;
use rule::Rules;

/// What takes its time in the life of a Pod.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// It is bound to its Node, which sets up its network and volumes.
    Prepare,
    /// An image is pulled.
    Pull,
    /// A container is created and started, with its `postStart` hook.
    Start,
    /// An init container runs.
    Init,
    /// A container runs, and would not pass its probes yet.
    Serve,
    /// A container would pass its probes, and its kubelet does not ask yet, or not yet often enough.
    Probe,
    /// The `preStop` hook of a container runs.
    PreStop,
    /// A container has been told to stop, and runs.
    Stop,
    /// All of it, from the Pod's creation until it is Ready.
    Startup,
    /// All of it, from the Pod's deletion until it is gone.
    Termination,
}

/// Why a stretch is as long as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeSource {
    /// This field of the container says so, or its default where it is left out.
    Field(&'static str),
    /// The `terminationGracePeriodSeconds` of the Pod, or their default.
    GracePeriod,
    /// The rule at this position says so.
    Rule(u32),
    /// The kubelet leaves every container two seconds to stop.
    Kubelet,
    /// Nothing says so: a guess, to be put right by a rule.
    Assumed,
}

/// A stretch of time in which a Pod gets on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stretch {
    /// What takes its time.
    pub stage: Stage,
    /// Of which container; `None`: of the Pod.
    pub container: Option<ContainerAt>,
    /// How long. Never negative.
    pub seconds: i64,
    /// Why.
    pub source: TimeSource,
}

/// A container, and where its Pod has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ContainerAt {
    /// Its name.
    pub name: String,
    /// Whether it is among the init containers.
    pub init: bool,
    /// Its position there, or among the containers.
    pub index: u32,
}

impl Stretch {
    /// The field that the length comes from, from the Pod's spec on. Where it is left out there, its default counts.
    #[must_use]
    pub fn field(&self) -> Option<FieldPath> {
        let field = match self.source {
            TimeSource::GracePeriod => {
                return Some(FieldPath::of(&["terminationGracePeriodSeconds"]));
            }
            TimeSource::Field(field) => field,
            TimeSource::Rule(_) | TimeSource::Kubelet | TimeSource::Assumed => return None,
        };
        let at = self.container.as_ref()?;
        let list = match at.init {
            true => "initContainers",
            false => "containers",
        };
        let container = FieldPath::of(&[list]).index(at.index as usize);
        Some(field.split('.').fold(container, FieldPath::field))
    }
}

/// How long the Pods of a template take on a Node. What takes no time is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct PodTiming {
    /// From its creation until it is Ready: one stretch behind the other, those that nothing waits for left out.
    pub start: Vec<Stretch>,
    /// From its deletion until it is gone, at the longest: a container may stop sooner than its grace period ends.
    pub stop: Vec<Stretch>,
}

impl PodTiming {
    /// From creation to Ready.
    #[must_use]
    pub fn startup_seconds(&self) -> i64 {
        sum(&self.start)
    }

    /// From deletion to gone.
    #[must_use]
    pub fn termination_seconds(&self) -> i64 {
        sum(&self.stop)
    }
}

/// What the times of an update follow from: two templates and what somebody knows better.
///
/// ```
/// use everynode::model::{Container, Node, PodSpec, Probe};
/// use everynode::simulation::Timing;
/// let mut spec = PodSpec { termination_grace_period_seconds: Some(15), ..PodSpec::default() };
/// spec.containers.push(Container {
///     name: "agent".into(),
///     readiness_probe: Some(Probe { initial_delay_seconds: 20, ..Probe::default() }),
///     ..Container::default()
/// });
/// let timing = Timing::new(Some(&spec), &spec, &[]).on(&Node::default());
/// assert_eq!(timing.termination_seconds(), 15);
/// assert_eq!(timing.startup_seconds(), 2 + 1 + 1 + 20, "setting up, asking for the image, starting, the delay");
/// let last = timing.start.last().and_then(|stretch| stretch.field()).unwrap();
/// assert_eq!(last.to_string(), "containers[0].readinessProbe.initialDelaySeconds");
/// ```
#[derive(Clone, Debug)]
pub struct Timing<'a> {
    old: Option<&'a PodSpec>,
    new: &'a PodSpec,
    rules: Rules<'a>,
}

impl<'a> Timing<'a> {
    /// `old` are the Pods that run before, whose images are on their Nodes; `None`: a first rollout. Of several rules for
    /// one stretch the last one counts.
    #[must_use]
    pub fn new(old: Option<&'a PodSpec>, new: &'a PodSpec, rules: &'a [TimingRule]) -> Self {
        let rules = Rules::new(rules);
        Self { old, new, rules }
    }

    /// On one Node.
    ///
    /// Pods that stop are the old ones; without any, the new ones.
    #[must_use]
    pub fn on(&self, node: &Node) -> PodTiming {
        self.with(&self.rules.for_node(node))
    }

    /// The rule at a position.
    #[must_use]
    pub fn rule(&self, position: u32) -> Option<&TimingRule> {
        self.rules.get(position)
    }

    /// Under the rules at some positions besides those that are for all Nodes.
    fn with(&self, rules: &[u32]) -> PodTiming {
        let times = self.rules.times(rules);
        let start = || start::start(self.new, self.old, &times);
        let stop = || stop::stop(self.old.unwrap_or(self.new), &times);
        PodTiming {
            start: times.of(Stage::Startup, None).map_or_else(start, whole),
            stop: times.of(Stage::Termination, None).map_or_else(stop, whole),
        }
    }
}

/// No stretch takes longer than a year, so that no sum is too big.
fn bounded(seconds: i64) -> i64 {
    const YEAR: i64 = 365 * 86_400;
    seconds.clamp(0, YEAR)
}

/// All that a rule says, where it says all.
fn whole(stretch: Stretch) -> Vec<Stretch> {
    match stretch.seconds {
        0 => Vec::new(),
        _ => vec![stretch],
    }
}

fn sum(stretches: &[Stretch]) -> i64 {
    let seconds = stretches.iter().map(|stretch| stretch.seconds);
    seconds.fold(0, i64::saturating_add)
}
