//! The scenario of an update: a text that says what the cluster does meanwhile.

mod daemon_set;
mod events;
mod node_changes;
mod nodes;

use super::document::{Document, TextKind};
use crate::cluster::ClusterNodes;
use crate::diagnostic::{Diagnostic, Rule};
use crate::manifest::{Limits, read_value};
use crate::model::{DaemonSet, Defaulted, Json};
use crate::simulation::{RuleNodes, Scenario, Stage, TimingRule};
use crate::source::{FieldPath, FileId};
use nodes::Different;

/// The file that places in a scenario are of: no open text has this number.
pub const SCENARIO: FileId = FileId(u32::MAX - 1);

const KIND: TextKind = TextKind {
    noun: "scenario",
    file: SCENARIO,
    field: Rule::SCENARIO_FIELD,
    value: Rule::SCENARIO_VALUE,
};

/// The largest scenario that is read, in bytes.
const LONGEST: usize = 16 << 20;

/// What a scenario is about.
#[derive(Clone, Debug)]
pub struct ScenarioGiven<'a> {
    /// The Nodes at the beginning.
    pub nodes: &'a ClusterNodes,
    /// The DaemonSet before the update.
    pub old: Option<&'a Defaulted<DaemonSet>>,
    /// What it becomes.
    pub new: &'a Defaulted<DaemonSet>,
    /// The same as the API server stores it, for patches; `None` where only a part of it is known.
    pub stored: Option<Json>,
}

/// What a text says.
#[derive(Clone, Debug)]
pub struct ScenarioReading {
    /// All but how long Pods take on most Nodes: that is said by the rules.
    pub scenario: Scenario,
    /// How long Pods take.
    pub rules: Vec<TimingRule>,
    /// What is wrong with the text; places are of the file [`SCENARIO`]. What is wrong is left out, all else holds.
    pub diagnostics: Vec<Diagnostic>,
}

const FIELDS: &[&str] = &[
    "startupSeconds",
    "terminationSeconds",
    "pullSeconds",
    "maxSeconds",
    "podGCSeconds",
    "realQueue",
    "nodes",
    "images",
    "events",
];
const IMAGE_FIELDS: &[&str] = &["pullSeconds", "startupSeconds", "neverReady"];

/// Reads a scenario of YAML or JSON.
///
/// ```
/// use everynode::apiserver::{default_daemon_set, default_node};
/// use everynode::cluster::ClusterNodes;
/// use everynode::model::{DaemonSet, Node};
/// use everynode::workspace::{ScenarioGiven, read_scenario};
/// let new = default_daemon_set(DaemonSet::default());
/// let nodes = ClusterNodes::new([default_node(Node::default())]);
/// let given = ScenarioGiven { nodes: &nodes, old: None, new: &new, stored: None };
/// let reading = read_scenario("pullSeconds: 1m30s\nmaxSecond: 3600\n", given);
/// assert_eq!(reading.rules[0].seconds, 90);
/// assert_eq!(reading.diagnostics[0].rule.id, "scenario-field");
/// ```
#[must_use]
pub fn read_scenario(text: &str, given: ScenarioGiven<'_>) -> ScenarioReading {
    let limits = Limits {
        bytes: LONGEST,
        ..Limits::default()
    };
    let text_reading = read_value(SCENARIO, text, &limits);
    let mut document = Document::new(KIND, &text_reading.places, text_reading.diagnostics);
    let root = FieldPath::root();
    let mut reading = ScenarioReading {
        scenario: Scenario {
            real_queue: true,
            ..Scenario::default()
        },
        rules: Vec::new(),
        diagnostics: Vec::new(),
    };
    if let Some(value) = &text_reading.value
        && document.is_map(value, &root, FIELDS)
    {
        read_fields(value, given, &mut document, &mut reading);
    }
    reading.diagnostics = document.finish();
    reading
}

fn read_fields(
    value: &Json,
    given: ScenarioGiven<'_>,
    document: &mut Document<'_>,
    reading: &mut ScenarioReading,
) {
    let root = FieldPath::root();
    let ScenarioReading {
        scenario, rules, ..
    } = reading;
    for (field, stage) in [
        ("startupSeconds", Stage::Startup),
        ("terminationSeconds", Stage::Termination),
        ("pullSeconds", Stage::Pull),
    ] {
        if let Some(seconds) = document.seconds(value, &root, field) {
            rules.push(rule(RuleNodes::All, stage, seconds, "scenario"));
        }
    }
    if let Some(seconds) = document.seconds(value, &root, "maxSeconds") {
        scenario.max_seconds = seconds;
    }
    if let Some(seconds) = document.seconds(value, &root, "podGCSeconds") {
        scenario.pod_gc_seconds = seconds;
    }
    if let Some(real) = document.truth(value, &root, "realQueue") {
        scenario.real_queue = real;
    }
    images(value, document, scenario, rules);
    let different = Different::read(value, document, rules);
    events::read(value, given, &different, document, scenario);
}

/// What is different with images.
fn images(
    value: &Json,
    document: &mut Document<'_>,
    scenario: &mut Scenario,
    rules: &mut Vec<TimingRule>,
) {
    let at = FieldPath::of(&["images"]);
    for (image, own) in document.members(value, "images", &at) {
        let at = at.clone().field(image);
        if !document.is_map(own, &at, IMAGE_FIELDS) {
            continue;
        }
        for (field, stage) in [
            ("pullSeconds", Stage::Pull),
            ("startupSeconds", Stage::Serve),
        ] {
            if let Some(seconds) = document.seconds(own, &at, field) {
                let said = format!("scenario, image {image}");
                rules.push(TimingRule {
                    image: Some(image.clone()),
                    ..rule(RuleNodes::All, stage, seconds, &said)
                });
            }
        }
        if document.truth(own, &at, "neverReady") == Some(true) {
            scenario.broken_images.push(image.clone());
        }
    }
}

fn rule(nodes: RuleNodes, stage: Stage, seconds: i64, said: &str) -> TimingRule {
    TimingRule {
        nodes,
        image: None,
        stage,
        seconds,
        said: said.to_owned(),
    }
}

/// Passing a bound is a finding; what is beyond it is left out.
fn beyond(document: &mut Document<'_>, at: &FieldPath, what: &str, most: usize) {
    let message = format!("the scenario has more than {most} {what}");
    document.say(
        Rule::LIMIT_EXCEEDED,
        at,
        message,
        Some("What follows is left out."),
    );
}
