use super::container::Placed;
use super::image::names_of;
use super::{Stage, Stretch, TimeSource, bounded};
use crate::matching::Selector;
use crate::model::Node;
use crate::order::{OrderedMap, sort_by_key};

/// For which Nodes a rule is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleNodes {
    /// All.
    All,
    /// The one of this name.
    Named(String),
    /// Those with these labels.
    Labelled(Selector),
}

/// How long a stage takes, where somebody knows better than the manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimingRule {
    /// On which Nodes.
    pub nodes: RuleNodes,
    /// For containers of this image, with or without its tag and digest; `None`: of every image, and for the Pod.
    pub image: Option<String>,
    /// What takes its time.
    pub stage: Stage,
    /// How long; less than zero means zero.
    pub seconds: i64,
    /// Who says so, for answers: `scenario, nodes pool=gpu`.
    pub said: String,
}

/// Rules by what they are for.
#[derive(Clone, Debug)]
pub(super) struct Rules<'a> {
    all: &'a [TimingRule],
    for_all: Table<'a>,
    /// Sorted by name.
    by_name: Vec<(&'a str, u32)>,
    by_labels: Vec<(&'a Selector, u32)>,
}

/// The position of the last rule for a stage and an image.
type Table<'a> = OrderedMap<(Stage, Option<&'a str>), u32>;

impl<'a> Rules<'a> {
    pub(super) fn new(all: &'a [TimingRule]) -> Self {
        let mut rules = Self {
            all,
            for_all: Table::new(),
            by_name: Vec::new(),
            by_labels: Vec::new(),
        };
        for (rule, position) in all.iter().zip(0..) {
            match &rule.nodes {
                RuleNodes::All => {
                    rules.for_all.insert(rule.key(), position);
                }
                RuleNodes::Named(name) => rules.by_name.push((name, position)),
                RuleNodes::Labelled(selector) => rules.by_labels.push((selector, position)),
            }
        }
        sort_by_key(&mut rules.by_name, |(name, _)| *name);
        rules
    }

    /// The rule at a position.
    pub(super) fn get(&self, position: u32) -> Option<&'a TimingRule> {
        self.all.get(position as usize)
    }

    /// Positions of the rules for a Node besides those for all, in no order.
    pub(super) fn for_node(&self, node: &Node) -> Vec<u32> {
        let labelled = self.by_labels.iter();
        let labelled = labelled.filter(|(selector, _)| selector.matches(&node.metadata.labels));
        let name = node.metadata.name.as_str();
        let before = self.by_name.partition_point(|(own, _)| *own < name);
        let named = self.by_name.iter().skip(before);
        let named = named.take_while(|(own, _)| *own == name);
        let named = named.map(|(_, position)| *position);
        let labelled = labelled.map(|(_, position)| *position);
        labelled.chain(named).collect()
    }

    /// What the rules at some positions say, and those for all.
    pub(super) fn times(&self, positions: &[u32]) -> Times<'_> {
        let mut own = Table::new();
        for position in positions {
            if let Some(rule) = self.all.get(*position as usize) {
                let last = own.or_insert_with(rule.key(), || 0);
                *last = (*last).max(*position);
            }
        }
        Times { rules: self, own }
    }
}

impl TimingRule {
    fn key(&self) -> (Stage, Option<&str>) {
        (self.stage, self.image.as_deref())
    }
}

/// What the rules say for a Node.
pub(super) struct Times<'a> {
    rules: &'a Rules<'a>,
    own: Table<'a>,
}

impl Times<'_> {
    /// What the rules say of a stage.
    pub(super) fn of(&self, stage: Stage, container: Option<&Placed<'_>>) -> Option<Stretch> {
        let image = container.map(|placed| names_of(&placed.container.image));
        let images = image.into_iter().flatten().map(Some).chain([None]);
        let tables = [&self.rules.for_all, &self.own];
        let found = images.flat_map(|image| tables.map(|table| table.get(&(stage, image))));
        let position = *found.flatten().max()?;
        Some(Stretch {
            stage,
            container: container.map(Placed::at),
            seconds: bounded(self.rules.all.get(position as usize)?.seconds),
            source: TimeSource::Rule(position),
        })
    }

    /// What the rules say of a stage, or else what is assumed.
    pub(super) fn or_assumed(
        &self,
        stage: Stage,
        container: Option<&Placed<'_>>,
        assumed: i64,
    ) -> Stretch {
        self.of(stage, container).unwrap_or_else(|| Stretch {
            stage,
            container: container.map(Placed::at),
            seconds: assumed,
            source: TimeSource::Assumed,
        })
    }
}
