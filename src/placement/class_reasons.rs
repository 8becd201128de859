use super::Reason;
use crate::cluster::ClusterNodes;
use crate::controller::{DaemonPodRules, Eligibility, RequirementClass, TaintOutcome};
use crate::model::{Node, Taint};
use crate::order::{Agenda, AgendaKey, OrderedMap, sort_by, sort_by_key};

/// Pairs of one node selector that are named as reasons.
const NAMED: usize = 20;

/// Why the Nodes of each class are not eligible, without further evidence.
///
/// What a class shares with others is asked once: the requirements of Nodes that fulfil the same ones, and the taints
/// of Nodes that have the same list. Both are kept as numbers, and texts are made for what is read.
#[derive(Clone, Debug)]
pub struct ClassReasons {
    /// By class: a number in `pairs`.
    of_class: Vec<u32>,
    /// Each pair of a number in `requirements` and one in `taint_lists` once.
    pairs: Vec<(u32, u32)>,
    /// Each list of failing requirements once.
    requirements: Vec<Reasons>,
    /// Each list of taints that keep Pods out once: ascending positions in `taints`.
    taint_lists: Vec<Vec<u32>>,
    /// Taints that keep Pods out, sorted.
    taints: Vec<Taint>,
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
        let mut requirements = Numbers::new();
        let by_requirements: Vec<u32> = eligibility
            .requirement_classes
            .iter()
            .map(|class| {
                let first = nodes.get(class.first as usize).filter(|_| !class.matches);
                let reasons = first.map(|node| failing_requirements(rules, class, node));
                requirements.number(reasons.unwrap_or_default())
            })
            .collect();
        let (taints, ranks) = against(eligibility, nodes);
        let mut taint_lists: Vec<Vec<u32>> = Vec::new();
        let mut short = Agenda::default();
        let mut long = OrderedMap::new();
        let mut scratch = Vec::new();
        let by_taints: Vec<u32> = nodes
            .taint_lists()
            .iter()
            .map(|list| {
                scratch.clear();
                scratch.extend(list.iter().filter_map(|t| *ranks.get(*t as usize)?));
                // Two taints in another order are the same reasons.
                sort_by(&mut scratch, Ord::cmp);
                scratch.dedup();
                let next = u32::try_from(taint_lists.len()).unwrap_or(u32::MAX);
                let number = match key_of_short(&scratch) {
                    Some(key) => short.get(key).unwrap_or_else(|| {
                        short.insert(key, next);
                        next
                    }),
                    None => *long.or_insert_with(scratch.clone(), || next),
                };
                if number == next {
                    taint_lists.push(scratch.clone());
                }
                number
            })
            .collect();
        let requirements = requirements.in_order();
        let of = |numbers: &[u32], at: u32| numbers.get(at as usize).copied().unwrap_or_default();
        // Classes by their reasons of the first kind, so that those of the second need one table for all.
        let mut classes: Vec<Vec<(usize, u32)>> = vec![Vec::new(); requirements.len()];
        for (position, class) in eligibility.classes.iter().enumerate() {
            let requirements = of(&by_requirements, class.requirements);
            if let Some(classes) = classes.get_mut(requirements as usize) {
                classes.push((position, of(&by_taints, class.taints)));
            }
        }
        let mut of_class = vec![0; eligibility.classes.len()];
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        // For each list of taints the last pair that it is in.
        let mut last = vec![usize::MAX; taint_lists.len()];
        for (classes, requirements) in classes.into_iter().zip(0..) {
            let first = pairs.len();
            for (position, taints) in classes {
                let pair = last.get_mut(taints as usize);
                let Some((pair, slot)) = pair.zip(of_class.get_mut(position)) else {
                    continue;
                };
                if *pair < first || *pair == usize::MAX {
                    *pair = pairs.len();
                    pairs.push((requirements, taints));
                }
                *slot = u32::try_from(*pair).unwrap_or(u32::MAX);
            }
        }
        Self {
            of_class,
            pairs,
            requirements,
            taint_lists,
            taints,
        }
    }

    /// How many different reasons there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Whether there is no Node that could have one.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// By class, a number below [`len`](Self::len) for its reasons: equal where the reasons are, as far as they are
    /// named.
    #[must_use]
    pub fn of_class(&self) -> &[u32] {
        &self.of_class
    }

    /// The reasons behind a number.
    #[must_use]
    pub fn get(&self, number: u32) -> Reasons {
        let found = || {
            let (requirements, taints) = *self.pairs.get(number as usize)?;
            let mut reasons = self.requirements.get(requirements as usize)?.clone();
            let taints = self.taint_lists.get(taints as usize)?.iter();
            let taints = taints.filter_map(|taint| self.taints.get(*taint as usize));
            reasons.named.extend(taints.cloned().map(Reason::Taint));
            Some(reasons)
        };
        found().unwrap_or_default()
    }
}

/// The taints that keep Pods out, sorted, and for each taint of the cluster its position among them.
fn against(eligibility: &Eligibility, nodes: &ClusterNodes) -> (Vec<Taint>, Vec<Option<u32>>) {
    let outcomes = nodes.taints().iter().zip(&eligibility.taints);
    let mut against: Vec<(&Taint, usize)> = outcomes
        .enumerate()
        .filter(|(_, (_, outcome))| {
            matches!(outcome, TaintOutcome::KeepsOut | TaintOutcome::Evicts)
        })
        .map(|(position, (taint, _))| (taint, position))
        .collect();
    sort_by_key(&mut against, |(taint, _)| *taint);
    let mut ranks = vec![None; nodes.taints().len()];
    for ((_, position), rank) in against.iter().zip(0..) {
        if let Some(slot) = ranks.get_mut(*position) {
            *slot = Some(rank);
        }
    }
    let taints = against.into_iter().map(|(taint, _)| taint.clone());
    (taints.collect(), ranks)
}

/// A list of up to four numbers as a key that is quickly compared; `None` for a longer one.
fn key_of_short(list: &[u32]) -> Option<AgendaKey> {
    let at = |place: usize| list.get(place).map_or(0, |number| number.saturating_add(1));
    let both = i64::from(at(0)) << 32 | i64::from(at(1));
    (list.len() <= 4).then(|| (both, at(2), at(3)))
}

/// Numbers for what is told apart, in the order in which it first comes.
struct Numbers<T>(OrderedMap<T, u32>);

impl<T: Ord> Numbers<T> {
    fn new() -> Self {
        Self(OrderedMap::new())
    }

    fn number(&mut self, item: T) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.or_insert_with(item, || next)
    }

    fn in_order(self) -> Vec<T> {
        let mut items: Vec<(T, u32)> = self.0.into_iter().collect();
        sort_by_key(&mut items, |(_, number)| *number);
        items.into_iter().map(|(item, _)| item).collect()
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
