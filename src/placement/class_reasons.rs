use super::Reason;
use crate::cluster::ClusterNodes;
use crate::controller::{DaemonPodRules, Eligibility, NodeClass, RequirementClass, TaintOutcome};
use crate::model::{Node, Taint};
use crate::order::{OrderedMap, sort_by_key, sorted_unique};

/// Pairs of one node selector that are named as reasons.
const NAMED: usize = 20;

/// Why the Nodes of each class are not eligible, without further evidence.
///
/// What a class shares with others is asked once: the requirements of Nodes that fulfil the same ones, and the taints
/// of Nodes that have the same list. So thousands of distinct reasons cost no more than their texts.
#[derive(Clone, Debug)]
pub struct ClassReasons {
    /// By requirement class: a number in `lists`.
    requirements: Vec<u32>,
    /// By list of taints: a number in `lists`.
    taints: Vec<u32>,
    /// Each list once.
    lists: Vec<Reasons>,
}

/// Why a Node is not eligible.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reasons {
    /// Failing checks, in the order in which the controller asks; empty when eligible.
    pub named: Vec<Reason>,
    /// How many more there are: of the pairs of a node selector at most twenty are named.
    pub unnamed: usize,
}

impl ClassReasons {
    /// Asks for every failing check. `eligibility` is of these rules and Nodes.
    #[must_use]
    pub fn new(rules: &DaemonPodRules, eligibility: &Eligibility, nodes: &ClusterNodes) -> Self {
        let mut lists = Lists::default();
        let requirements = eligibility.requirement_classes.iter().map(|class| {
            let first = nodes.get(class.first as usize).filter(|_| !class.matches);
            let reasons = first.map(|node| failing_requirements(rules, class, node));
            lists.number(reasons.unwrap_or_default())
        });
        let requirements = requirements.collect();
        let taints = nodes.taints().iter().zip(&eligibility.taints);
        let against: Vec<Option<&Taint>> = taints
            .map(|(taint, outcome)| {
                let against = matches!(outcome, TaintOutcome::KeepsOut | TaintOutcome::Evicts);
                against.then_some(taint)
            })
            .collect();
        let taints = nodes.taint_lists().iter().map(|list| {
            let taints = list.iter().filter_map(|t| *against.get(*t as usize)?);
            // Two taints in another order are the same reasons.
            let taints = sorted_unique(taints);
            let reasons = taints.into_iter().cloned().map(Reason::Taint);
            lists.number(Reasons {
                named: reasons.collect(),
                unnamed: 0,
            })
        });
        let taints = taints.collect();
        Self {
            requirements,
            taints,
            lists: lists.in_order(),
        }
    }

    /// A number for the reasons of a class: equal where the reasons are, as far as they are named.
    #[must_use]
    pub fn number(&self, class: &NodeClass) -> (u32, u32) {
        let of = |numbers: &[u32], at: u32| numbers.get(at as usize).copied().unwrap_or_default();
        (
            of(&self.requirements, class.requirements),
            of(&self.taints, class.taints),
        )
    }

    /// The reasons behind a number.
    #[must_use]
    pub fn get(&self, (requirements, taints): (u32, u32)) -> Reasons {
        let list = |number: u32| self.lists.get(number as usize);
        let mut reasons = list(requirements).cloned().unwrap_or_default();
        let taints = list(taints).map(|taints| taints.named.as_slice());
        reasons.named.extend_from_slice(taints.unwrap_or_default());
        reasons
    }
}

/// Numbers for lists of reasons, in the order in which they first come.
#[derive(Default)]
struct Lists(OrderedMap<Reasons, u32>);

impl Lists {
    fn number(&mut self, reasons: Reasons) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.or_insert_with(reasons, || next)
    }

    fn in_order(self) -> Vec<Reasons> {
        let mut lists: Vec<(Reasons, u32)> = self.0.into_iter().collect();
        sort_by_key(&mut lists, |(_, number)| *number);
        lists.into_iter().map(|(reasons, _)| reasons).collect()
    }
}

fn failing_requirements(rules: &DaemonPodRules, class: &RequirementClass, node: &Node) -> Reasons {
    let affinity = rules.affinity();
    let name = rules.node_name();
    let name = name.filter(|wanted| *wanted != node.metadata.name);
    let mut named: Vec<Reason> = name
        .map(|wanted| Reason::NodeName {
            wanted: wanted.to_owned(),
        })
        .into_iter()
        .collect();
    let (wanted, labels) = (&affinity.node_selector, &node.metadata.labels);
    let pairs = wanted
        .iter()
        .filter(|(key, wanted)| labels.get(key) != Some(*wanted));
    let before = named.len();
    named.extend(pairs.take(NAMED).map(|(key, wanted)| {
        let (key, wanted) = (key.to_owned(), wanted.to_owned());
        Reason::NodeSelector { key, wanted }
    }));
    // The Node's labels are walked instead of the pairs: a node selector may be longer than they are.
    let fulfilled = labels
        .iter()
        .filter(|(key, value)| wanted.get(key) == Some(*value));
    let unnamed = wanted.len() - fulfilled.count() - (named.len() - before);
    if !class.affinity_matches {
        let terms = affinity.terms.as_ref().map_or(0, Vec::len);
        named.push(Reason::NodeAffinity {
            terms: u32::try_from(terms).unwrap_or(u32::MAX),
        });
    }
    Reasons { named, unnamed }
}
