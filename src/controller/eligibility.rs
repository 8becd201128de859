use super::judgement::TaintOutcome;
use super::partition::Partition;
use super::should_run::DaemonPodRules;
use crate::cluster::ClusterNodes;
use crate::matching::{LabelRequirement, NodeTest};

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
        let (class_of, cells) = self
            .tell_apart(nodes)
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
                let first = nodes.get(cell.first as usize);
                requirement_classes.push(RequirementClass {
                    matches: first.is_some_and(|node| self.means(node)),
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
        }
    }

    /// Tells Nodes apart by the outcome of every requirement.
    fn tell_apart(&self, nodes: &ClusterNodes) -> Partition {
        let mut partition = Partition::new(nodes.len());
        let split_named = |partition: &mut Partition, name: &str| {
            partition.split(nodes.named(name).filter_map(|p| u32::try_from(p).ok()));
        };
        if let Some(name) = self.node_name() {
            split_named(&mut partition, name);
        }
        let affinity = self.affinity();
        let mut labels: Vec<(&str, Wanted<'_>)> = affinity
            .node_selector
            .iter()
            .map(|(key, value)| (key, Wanted::Value(value)))
            .collect();
        for term in affinity.terms.iter().flatten() {
            for test in term.requirements.iter().flat_map(|r| &r.test) {
                match test {
                    NodeTest::Label(requirement) => {
                        labels.push((&requirement.key, Wanted::Requirement(requirement)));
                    }
                    NodeTest::Field { value, .. } => {
                        split_named(&mut partition, value);
                        // Upstream asks no field of a Node without a name.
                        split_named(&mut partition, "");
                    }
                }
            }
        }
        let keys: Vec<&str> = labels.iter().map(|(key, _)| *key).collect();
        for ((_, wanted), column) in labels.into_iter().zip(nodes.label_columns(&keys)) {
            let without = wanted.is(None);
            let differs: Vec<bool> = column
                .values()
                .map(|value| wanted.is(Some(value)) != without)
                .collect();
            let everywhere = column.entries().len() == nodes.len();
            if !differs.contains(&true) || (everywhere && !differs.contains(&false)) {
                continue;
            }
            let entries = column.entries().iter();
            partition.split(entries.filter_map(|&(position, value)| {
                (differs.get(value as usize) == Some(&true)).then_some(position)
            }));
        }
        partition
    }
}

/// What is asked of a label.
#[derive(Clone, Copy)]
enum Wanted<'a> {
    Value(&'a str),
    Requirement(&'a LabelRequirement),
}

impl Wanted<'_> {
    fn is(self, value: Option<&str>) -> bool {
        match self {
            Self::Value(wanted) => value == Some(wanted),
            Self::Requirement(requirement) => requirement.matches_value(value),
        }
    }
}
