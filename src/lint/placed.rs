//! On which Nodes of the input a DaemonSet runs, and what keeps it away from the others.

use super::fleet::{NodeKind, OS, is_passing};
use super::{Context, Spot};
use crate::controller::{NodeClass, TaintOutcome};
use crate::model::Taint;
use crate::words::{count, name_list};

/// Taints of one key that keep a DaemonSet away from Nodes that it is meant for.
#[derive(Debug)]
pub struct KeptAway<'a> {
    /// The first of them.
    pub taint: &'a Taint,
    /// Whether there are others of that key.
    pub are_several: bool,
    /// Names of the Nodes, by name.
    pub nodes: Vec<&'a str>,
}

impl KeptAway<'_> {
    /// As messages call it: `dedicated=db:NoSchedule`, or the key where there are several.
    #[must_use]
    pub fn name(&self) -> String {
        match self.are_several {
            true => self.taint.key.clone(),
            false => self.taint.to_string(),
        }
    }
}

/// Nodes that are named one by one.
const NAMED: usize = 3;

impl<'a> Spot<'a> {
    /// Adds Nodes as two words: how many, and the first of their names.
    pub(super) fn nodes(&mut self, names: &[&str]) -> &mut Self {
        self.word(count(names.len(), "node"))
            .word(name_list(names, NAMED))
    }
}

/// Fewer Nodes are a sample.
const FLEET: usize = 3;
/// Keys of taints that are told apart.
const MOST: usize = 100;

impl<'a> Context<'a> {
    /// Whether there are Nodes, and the manifest says all that decides about them: it is no part of one, and nothing that is
    /// merged into another.
    #[must_use]
    pub fn is_placed(&self) -> bool {
        let mut containers = self.containers.iter();
        let shows_pod = self.pod.get("tolerations").exists() || self.pod.lacks("tolerations");
        !self.nodes().is_empty()
            && self.subject.judged.is_some()
            && shows_pod
            && !self.is_patch()
            && containers.any(|container| !container.image().is_empty())
    }

    /// Whether enough Nodes are given to take them for those of a cluster.
    #[must_use]
    pub fn has_fleet(&self) -> bool {
        self.nodes().len() >= FLEET
    }

    /// Whether the node selector and the required affinity let a Node of the input in, taints apart. Of an object that another one of
    /// its name replaces, nothing is known.
    #[must_use]
    pub fn matches_somewhere(&self) -> bool {
        self.subject.judged.is_some() && !self.matches_nowhere()
    }

    /// Whether the node selector and the required affinity let no Node of the input in, taints apart.
    #[must_use]
    pub fn matches_nowhere(&self) -> bool {
        let judged = self.subject.judged.filter(|_| !self.nodes().is_empty());
        judged.is_some_and(|judged| {
            let mut classes = judged.eligibility.requirement_classes.iter();
            !classes.any(|class| class.matches)
        })
    }

    /// Whether the node selector and the required affinity let the Nodes of a class in.
    #[must_use]
    pub fn is_meant_for(&self, class: &NodeClass) -> bool {
        let classes = self.subject.judged.map(|judged| {
            let classes = &judged.eligibility.requirement_classes;
            classes.get(class.requirements as usize)
        });
        classes.flatten().is_some_and(|class| class.matches)
    }

    /// Whether the Nodes of a class have a taint that is not tolerated and does not go by itself.
    #[must_use]
    pub fn is_kept_from(&self, class: &NodeClass) -> bool {
        let list = self.nodes().taint_lists().get(class.taints as usize);
        let (Some(list), Some(judged)) = (list, self.subject.judged) else {
            return false;
        };
        list.iter().any(|number| {
            let taint = self.nodes().taints().get(*number as usize);
            let outcome = judged.eligibility.taints.get(*number as usize);
            let decides = matches!(outcome, Some(TaintOutcome::KeepsOut | TaintOutcome::Evicts));
            decides && taint.is_some_and(|taint| !is_passing(&taint.key))
        })
    }

    /// Names of the Nodes of some classes, by name, without those that the image is not built for.
    #[must_use]
    pub fn nodes_where(&self, is_wanted: &dyn Fn(&NodeClass) -> bool) -> Vec<&'a str> {
        let mut names = Vec::new();
        let Some(judged) = self.subject.judged else {
            return names;
        };
        let mut wanted = Vec::new();
        for class in &judged.eligibility.classes {
            wanted.push(is_wanted(class));
        }
        if !wanted.contains(&true) {
            return names;
        }
        self.each_node(&mut |class, name| {
            if wanted.get(class) == Some(&true) {
                names.push(name);
            }
        });
        names
    }

    /// Hands out the Nodes that the image is built for: the position of the class, and the name.
    fn each_node(&self, take: &mut dyn FnMut(usize, &'a str)) {
        let Some(judged) = self.subject.judged else {
            return;
        };
        let own = self.kind();
        let kinds = self.input.fleet.kinds().iter().zip(self.nodes().iter());
        for (class, (kind, node)) in judged.eligibility.class_of.iter().zip(kinds) {
            if *kind == own {
                take(*class as usize, &node.metadata.name);
            }
        }
    }

    /// What its image is built for.
    fn kind(&self) -> NodeKind {
        let mut is_windows = self.is_windows();
        for demand in self.demands() {
            let mut values = demand.values();
            is_windows |= demand.key == OS
                && demand.operator == "In"
                && values.any(|value| value.text() == "windows");
        }
        match is_windows {
            true => NodeKind::Windows,
            false => NodeKind::Linux,
        }
    }

    /// The taints that keep the DaemonSet away from Nodes that it is meant for, by key, in the order in which Nodes have them.
    #[must_use]
    pub fn kept_away(&self) -> Vec<KeptAway<'a>> {
        let mut found: Vec<KeptAway<'a>> = Vec::new();
        let Some(judged) = self.subject.judged else {
            return found;
        };
        // For each taint, which of them it belongs to.
        let mut numbers = Vec::new();
        let taints = self.nodes().taints().iter();
        for (taint, outcome) in taints.zip(&judged.eligibility.taints) {
            let decides = matches!(outcome, TaintOutcome::KeepsOut | TaintOutcome::Evicts);
            if !decides || is_passing(&taint.key) {
                numbers.push(None);
                continue;
            }
            let known = found.iter().position(|known| known.taint.key == taint.key);
            numbers.push(known.or((found.len() < MOST).then_some(found.len())));
            if known.is_none() && found.len() < MOST {
                found.push(KeptAway {
                    taint,
                    are_several: false,
                    nodes: Vec::new(),
                });
            }
        }
        // For each class, which of them keep it away; for each of them, the first taint that does.
        let mut keeping = Vec::new();
        let mut first = vec![None; found.len()];
        for class in &judged.eligibility.classes {
            let mut own: Vec<usize> = Vec::new();
            let list = self.nodes().taint_lists().get(class.taints as usize);
            let is_kept = self.is_meant_for(class) && !class.should_run;
            for number in list.into_iter().flatten().filter(|_| is_kept) {
                let Some(at) = numbers.get(*number as usize).copied().flatten() else {
                    continue;
                };
                let taint = self.nodes().taints().get(*number as usize);
                if let (Some(first), Some(each), Some(taint)) =
                    (first.get_mut(at), found.get_mut(at), taint)
                {
                    match first.replace(*number) {
                        None => each.taint = taint,
                        Some(other) => each.are_several |= other != *number,
                    }
                }
                if !own.contains(&at) {
                    own.push(at);
                }
            }
            keeping.push(own);
        }
        self.each_node(&mut |class, name| {
            for at in keeping.get(class).into_iter().flatten() {
                if let Some(each) = found.get_mut(*at) {
                    each.nodes.push(name);
                }
            }
        });
        found.retain(|each| !each.nodes.is_empty());
        found
    }

    /// The Nodes that it is meant for, where each has a taint that keeps it away and stays; empty where one has none, or is
    /// only not ready yet.
    #[must_use]
    pub fn kept_from_all(&self) -> Vec<&'a str> {
        let meant = self.nodes_where(&|class| self.is_meant_for(class));
        let kept = self.nodes_where(&|class| {
            self.is_meant_for(class) && !class.should_run && self.is_kept_from(class)
        });
        match kept.len() == meant.len() {
            true => kept,
            false => Vec::new(),
        }
    }

    /// How many Nodes get a Pod.
    #[must_use]
    pub fn eligible(&self) -> u32 {
        let judged = self.subject.judged;
        judged.map_or(0, |judged| judged.eligibility.eligible())
    }

    /// A taint that evicts Pods of the input, and the Nodes where it does.
    #[must_use]
    pub fn evicted(&self) -> Option<(&'a Taint, Vec<&'a str>)> {
        let judged = self.subject.judged?;
        let pods = &self.input.snapshot.pods;
        let mut first = None;
        let mut names = Vec::new();
        for position in pods.owned_or_orphaned("DaemonSet", &judged.daemon_set.metadata) {
            let Some(pod) = pods.get(position) else {
                continue;
            };
            let at = self.nodes().named(&pod.spec.node_name).start;
            let node = self.nodes().get(at);
            let node = node.filter(|node| node.metadata.name == pod.spec.node_name);
            let (Some(node), Some(_)) = (node, pod.metadata.controller_of()) else {
                continue;
            };
            let class = judged.eligibility.class(at);
            let Some(taint) = class.and_then(|class| self.evicting_taint(class)) else {
                continue;
            };
            if first.get_or_insert(taint).key == taint.key {
                names.push(node.metadata.name.as_str());
            }
        }
        crate::order::sort_by(&mut names, Ord::cmp);
        names.dedup();
        Some((first?, names))
    }

    /// The first taint of a class that it is meant for that evicts, and does not go by itself.
    fn evicting_taint(&self, class: &NodeClass) -> Option<&'a Taint> {
        let list = self.nodes().taint_lists().get(class.taints as usize)?;
        let judged = self.subject.judged.filter(|_| self.is_meant_for(class))?;
        for &number in list {
            let taint = self.nodes().taints().get(number as usize)?;
            let outcome = judged.eligibility.taints.get(number as usize)?;
            if *outcome == TaintOutcome::Evicts && !is_passing(&taint.key) {
                return Some(taint);
            }
        }
        None
    }
}
