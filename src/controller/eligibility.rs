use super::fulfilling::{fulfilling_pair, fulfilling_term};
use super::judgement::TaintOutcome;
use super::partition::Partition;
use super::should_run::DaemonPodRules;
use crate::cluster::{ClusterNodes, NodeSet};
use crate::matching::NodeTest;

/// What the controller decides about every Node of a cluster.
///
/// Nodes that no check tells apart are one class. The whole evidence for a Node is
/// [`judge`](DaemonPodRules::judge) of it, and what holds for the first Node of a class holds for all of it, but for
/// the values that they have: where two values of a label fulfil the same requirements, they are alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Eligibility {
    /// For each Node, in the order of [`ClusterNodes`], its class.
    pub class_of: Vec<u32>,
    /// By their requirements, then in the order of their first Nodes.
    pub classes: Vec<NodeClass>,
    /// Nodes for which every requirement (Node name, pair of the node selector, requirement of a term) has the same
    /// outcome. Taints play no role here.
    pub requirement_classes: Vec<RequirementClass>,
    /// What each of [`ClusterNodes::taints`] does, in their order.
    pub taints: Vec<TaintOutcome>,
}

/// Nodes that no check tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NodeClass {
    /// A daemon Pod is made there when there is none.
    pub should_run: bool,
    /// A daemon Pod that is there is left alone.
    pub should_continue_running: bool,
    /// Position in [`Eligibility::requirement_classes`].
    pub requirements: u32,
    /// Position in [`ClusterNodes::taint_lists`].
    pub taints: u32,
    /// Position of the first Node.
    pub first: u32,
    /// How many Nodes.
    pub count: u32,
}

/// Nodes for which every requirement has the same outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequirementClass {
    /// Whether the template is meant for them, taints apart.
    pub matches: bool,
    /// Whether a term of the required node affinity matches, or none is asked for.
    pub affinity_matches: bool,
    /// Position of the first Node.
    pub first: u32,
    /// How many Nodes.
    pub count: u32,
}

impl Eligibility {
    /// The class of the Node at a position.
    #[must_use]
    pub fn class(&self, position: usize) -> Option<&NodeClass> {
        self.classes.get(*self.class_of.get(position)? as usize)
    }

    /// How many Nodes get a Pod.
    #[must_use]
    pub fn eligible(&self) -> u32 {
        self.classes
            .iter()
            .filter(|class| class.should_run)
            .map(|class| class.count)
            .sum()
    }
}

impl DaemonPodRules {
    /// Judges all Nodes of a cluster. Equal to [`judge`](Self::judge) for each, but made for tens of thousands: every
    /// requirement is held once against each value that Nodes have, every toleration once against each taint, and
    /// Nodes are only told apart by numbers.
    ///
    /// Upstream: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod (v1.36.3)
    #[must_use]
    pub fn judge_all(&self, nodes: &ClusterNodes) -> Eligibility {
        let meant = self.tell_apart(nodes);
        let (class_of, cells) = meant
            .partition
            .cross(nodes.taint_list_of(), nodes.taint_lists().len());
        let taints: Vec<TaintOutcome> = nodes
            .taints()
            .iter()
            .map(|taint| self.outcome_of(taint))
            .collect();
        let lists: Vec<(bool, bool)> = nodes
            .taint_lists()
            .iter()
            .map(|list| {
                let none = |outcome| {
                    let mut outcomes = list.iter().filter_map(|t| taints.get(*t as usize));
                    !outcomes.any(|present| *present == outcome)
                };
                let stays = none(TaintOutcome::Evicts);
                (stays && none(TaintOutcome::KeepsOut), stays)
            })
            .collect();
        let mut requirement_classes: Vec<RequirementClass> = Vec::new();
        let mut classes = Vec::with_capacity(cells.len());
        for cell in cells {
            if cell.class as usize == requirement_classes.len() {
                requirement_classes.push(RequirementClass {
                    matches: meant.all.contains(cell.first),
                    affinity_matches: meant.by_terms.contains(cell.first),
                    first: cell.first,
                    count: 0,
                });
            }
            let Some(class) = requirement_classes.last_mut() else {
                continue;
            };
            class.count += cell.count;
            let (comes, stays) = lists.get(cell.other as usize).copied().unwrap_or_default();
            classes.push(NodeClass {
                should_run: class.matches && comes,
                should_continue_running: class.matches && stays,
                requirements: cell.class,
                taints: cell.other,
                first: cell.first,
                count: cell.count,
            });
        }
        Eligibility {
            class_of,
            classes,
            requirement_classes,
            taints,
        }
    }

    /// Tells Nodes apart by the outcome of every requirement, and says which ones a term of the affinity lets in, and
    /// which ones all requirements.
    fn tell_apart(&self, nodes: &ClusterNodes) -> Meant {
        let affinity = self.affinity();
        let pairs = affinity.node_selector.iter();
        let mut keys: Vec<&str> = pairs.map(|(key, _)| key).collect();
        for term in affinity.asked_terms() {
            for requirement in &term.requirements {
                if let Ok(NodeTest::Label(label)) = &requirement.test {
                    keys.push(&label.key);
                }
            }
        }
        // Built in one walk over the Nodes.
        let _columns = nodes.label_columns(&keys);
        let mut partition = Partition::new(nodes.len());
        let mut all = NodeSet::all(nodes.len());
        if let Some(name) = self.node_name() {
            let named = nodes.named(name).filter_map(|p| u32::try_from(p).ok());
            let named = NodeSet::of(nodes.len(), named);
            split(&mut partition, &named);
            all.keep(&named);
        }
        for (key, value) in affinity.node_selector.iter() {
            let set = fulfilling_pair(nodes, key, value);
            split(&mut partition, &set);
            all.keep(&set);
        }
        let mut by_terms = NodeSet::none(nodes.len());
        for term in affinity.asked_terms() {
            let (set, requirements) = fulfilling_term(nodes, term);
            for set in requirements.iter().flatten() {
                split(&mut partition, set);
            }
            by_terms.join(&set);
        }
        if affinity.terms.is_none() {
            by_terms = NodeSet::all(nodes.len());
        }
        all.keep(&by_terms);
        Meant {
            partition,
            by_terms,
            all,
        }
    }
}

/// What requirements make of Nodes.
struct Meant {
    partition: Partition,
    /// Those that the affinity lets in.
    by_terms: NodeSet,
    /// Those that all requirements let in.
    all: NodeSet,
}

/// A split costs the set that it is given, and the Nodes outside are parted from those inside all the same.
fn split(partition: &mut Partition, set: &NodeSet) {
    let inside = set.len() as usize;
    if 2 * inside <= set.nodes() {
        partition.split(set.iter());
    } else {
        let mut outside = set.clone();
        outside.invert();
        partition.split(outside.iter());
    }
}
