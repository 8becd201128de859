use super::{beyond, rule};
use crate::cluster::ClusterNodes;
use crate::diagnostic::Rule;
use crate::matching::Selector;
use crate::model::{Json, Node};
use crate::order::OrderedMap;
use crate::simulation::{InitialPod, NodeScenario, RuleNodes, Scenario, Stage, TimingRule};
use crate::source::FieldPath;
use crate::workspace::document::{Document, present};

/// Selectors that are read: each is asked of every Node.
const SELECTORS: usize = 1000;

const FIELDS: &[&str] = &[
    "startupSeconds",
    "terminationSeconds",
    "pullSeconds",
    "neverReady",
    "unschedulable",
    "down",
    "initial",
];

/// Which Nodes are meant.
pub(super) enum Who<'a> {
    /// The one of this name.
    Named(&'a str),
    /// Those with these labels.
    Labelled(Selector),
}

impl<'a> Who<'a> {
    /// A name, or a label selector where it cannot be a name.
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        if text.contains(['=', '!', ',', '(', '/', ' ']) {
            return Selector::parse(text).map(Self::Labelled);
        }
        (!text.is_empty()).then_some(Self::Named(text))
    }

    /// The same, and a finding where it is neither.
    pub(super) fn read(text: &'a str, at: &FieldPath, document: &mut Document<'_>) -> Option<Self> {
        let found = Self::parse(text);
        if found.is_none() {
            let value = Json::text(text);
            document.wanted(at, "the name of a node, or a label selector", &value);
        }
        found
    }
}

/// What is different on some Nodes.
#[derive(Clone, Copy, Default)]
struct Own {
    startup: Option<i64>,
    termination: Option<i64>,
    never_ready: Option<bool>,
    unschedulable: Option<bool>,
    down: Option<bool>,
    initial: Option<InitialPod>,
}

impl Own {
    fn lay_over(self, node: &mut NodeScenario) {
        node.never_ready = self.never_ready.unwrap_or(node.never_ready);
        node.unschedulable = self.unschedulable.unwrap_or(node.unschedulable);
        node.down = self.down.unwrap_or(node.down);
        node.initial = self.initial.unwrap_or(node.initial);
    }
}

/// What is different on Nodes: selectors in their order, then names.
#[derive(Default)]
pub(super) struct Different<'a> {
    labelled: Vec<(Selector, &'a str, Own)>,
    named: OrderedMap<&'a str, Own>,
}

impl<'a> Different<'a> {
    /// Reads `nodes`, and adds how long Pods take there to the rules.
    pub(super) fn read(
        value: &'a Json,
        document: &mut Document<'_>,
        rules: &mut Vec<TimingRule>,
    ) -> Self {
        let mut different = Self::default();
        let mut rules_of_names = Vec::new();
        let root = FieldPath::of(&["nodes"]);
        for (key, own) in document.members_in_order(value, "nodes", &root) {
            let at = root.clone().field(key);
            if !document.is_map(own, &at, FIELDS) {
                continue;
            }
            let Some(who) = Who::read(key, &at, document) else {
                continue;
            };
            let mut seconds = |field: &str| document.seconds(own, &at, field);
            let times = [
                (Stage::Startup, seconds("startupSeconds")),
                (Stage::Termination, seconds("terminationSeconds")),
                (Stage::Pull, seconds("pullSeconds")),
            ];
            let [(_, startup), (_, termination), _] = times;
            let found = Own {
                startup,
                termination,
                never_ready: document.truth(own, &at, "neverReady"),
                unschedulable: document.truth(own, &at, "unschedulable"),
                down: document.truth(own, &at, "down"),
                initial: initial(own, &at, document),
            };
            let (nodes, list) = match &who {
                Who::Named(name) => (RuleNodes::Named((*name).to_owned()), &mut rules_of_names),
                Who::Labelled(_) if different.labelled.len() >= SELECTORS => {
                    beyond(document, &root, "label selectors", SELECTORS);
                    break;
                }
                Who::Labelled(selector) => (RuleNodes::Labelled(selector.clone()), &mut *rules),
            };
            let mut noun = "nodes ";
            if let Who::Named(_) = who {
                noun = "node ";
            }
            for (stage, seconds) in times {
                if let Some(seconds) = seconds {
                    let said = format!("scenario, {noun}{key}");
                    list.push(rule(nodes.clone(), stage, seconds, &said));
                }
            }
            match who {
                Who::Named(name) => drop(different.named.insert(name, found)),
                Who::Labelled(selector) => different.labelled.push((selector, key, found)),
            }
        }
        rules.append(&mut rules_of_names);
        different
    }

    /// Tells a scenario what is different on the Nodes at the beginning.
    pub(super) fn on_all(&self, nodes: &ClusterNodes, scenario: &mut Scenario) {
        for (name, own) in self.named.iter() {
            // Also where no Node of the name is there, but a Pod for it.
            let different = scenario
                .nodes
                .or_insert_with((*name).to_owned(), NodeScenario::default);
            different.startup_seconds = own.startup;
            different.termination_seconds = own.termination;
            own.lay_over(different);
        }
        if !self.labelled.is_empty() {
            nodes.iter().for_each(|node| self.on(node, scenario));
        }
    }

    /// The same for one Node.
    pub(super) fn on(&self, node: &Node, scenario: &mut Scenario) {
        let name = node.metadata.name.as_str();
        let labels = &node.metadata.labels;
        let labelled = self.labelled.iter();
        let mut own = labelled
            .filter(|(selector, ..)| selector.matches(labels))
            .map(|(.., own)| own)
            .chain(self.named.get(name))
            .peekable();
        if own.peek().is_some() {
            let different = scenario
                .nodes
                .or_insert_with(name.to_owned(), NodeScenario::default);
            own.for_each(|own| own.lay_over(different));
        }
    }

    /// Names and selectors that mean no Node are findings. `known` tells names of Nodes.
    pub(super) fn without_nodes<'n>(
        &self,
        known: &dyn Fn(&str) -> bool,
        nodes: &dyn Fn() -> Box<dyn Iterator<Item = &'n Node> + 'n>,
        document: &mut Document<'_>,
    ) {
        let root = FieldPath::of(&["nodes"]);
        for name in self.named.keys() {
            if !known(name) {
                let message = format!("no node is called `{name}`");
                let at = root.clone().field(name);
                document.say_of_key(Rule::SCENARIO_TARGET, &at, message);
            }
        }
        for (selector, written, _) in &self.labelled {
            if !nodes().any(|node| selector.matches(&node.metadata.labels)) {
                let message = format!("no node has the labels `{written}`");
                let at = root.clone().field(written);
                document.say_of_key(Rule::SCENARIO_TARGET, &at, message);
            }
        }
    }
}

fn initial(own: &Json, at: &FieldPath, document: &mut Document<'_>) -> Option<InitialPod> {
    let value = present(own, "initial")?;
    Some(match value.as_text() {
        Some("available") => InitialPod::Available,
        Some("notReady") => InitialPod::NotReady,
        Some("missing") => InitialPod::Missing,
        Some("failed") => InitialPod::Failed,
        Some("succeeded") => InitialPod::Succeeded,
        _ => {
            let wanted = "one of `available`, `notReady`, `missing`, `failed`, `succeeded`";
            document.wanted(&at.clone().field("initial"), wanted, value);
            return None;
        }
    })
}
