use crate::cluster::ClusterNodes;
use crate::controller::{DaemonPodRules, Eligibility, TaintJudgement, TaintOutcome};
use crate::model::Taint;
use crate::order::{sort_by, sort_by_key};

/// Every taint of a cluster against the tolerations of one DaemonSet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaintMatrix<'a> {
    /// The taints, those of the most Nodes first; of equals by key, value and effect.
    pub taints: Vec<TaintColumn<'a>>,
    /// Taints that are not among them, because there are too many.
    pub left_out: usize,
    /// For each toleration of the Pod, how many Nodes are eligible because of it and would not be without it.
    pub opens: Vec<u32>,
}

/// One taint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaintColumn<'a> {
    /// What it does to the DaemonSet.
    pub judgement: TaintJudgement<'a>,
    /// How many Nodes carry it.
    pub nodes: u32,
    /// Positions of the first of them, a few.
    pub first: Vec<u32>,
}

/// More taints than this are not looked at one by one.
const SHOWN: usize = 200;
/// Nodes that are named for a taint.
const NAMED: usize = 5;

/// Holds every taint that Nodes carry against the tolerations.
#[must_use]
pub fn taint_matrix<'a>(
    rules: &DaemonPodRules,
    eligibility: &Eligibility,
    nodes: &'a ClusterNodes,
) -> TaintMatrix<'a> {
    let mut carriers: Vec<(u32, Vec<u32>)> = vec![(0, Vec::new()); nodes.taints().len()];
    // For each taint, the last Node that it was counted for: a Node may have it twice.
    let mut counted = vec![u32::MAX; nodes.taints().len()];
    for (list, position) in nodes.taint_list_of().iter().zip(0..) {
        let list = nodes.taint_lists().get(*list as usize);
        for &taint in list.map_or(&[][..], Vec::as_slice) {
            let places = carriers.get_mut(taint as usize);
            let Some(((count, first), last)) = places.zip(counted.get_mut(taint as usize)) else {
                continue;
            };
            if std::mem::replace(last, position) == position {
                continue;
            }
            *count += 1;
            if first.len() < NAMED {
                first.push(position);
            }
        }
    }
    let mut taints: Vec<(&'a Taint, (u32, Vec<u32>))> =
        nodes.taints().iter().zip(carriers).collect();
    sort_by_key(&mut taints, |(taint, (nodes, _))| {
        (std::cmp::Reverse(*nodes), *taint)
    });
    let left_out = taints.len().saturating_sub(SHOWN);
    let shown = taints.into_iter().take(SHOWN);
    TaintMatrix {
        taints: shown
            .map(|(taint, (nodes, first))| TaintColumn {
                judgement: rules.judge_taint(taint),
                nodes,
                first,
            })
            .collect(),
        left_out,
        opens: opens(rules, eligibility, nodes),
    }
}

/// A toleration opens a Node when it alone tolerates one of its taints that decide.
fn opens(rules: &DaemonPodRules, eligibility: &Eligibility, nodes: &ClusterNodes) -> Vec<u32> {
    let taints = nodes.taints().iter().zip(&eligibility.taints);
    let alone: Vec<Option<u32>> = taints
        .map(|(taint, outcome)| match outcome {
            TaintOutcome::Tolerated => rules.tolerated_alone(taint),
            _ => None,
        })
        .collect();
    let mut opens = vec![0; rules.tolerations().len()];
    for class in eligibility.classes.iter().filter(|class| class.should_run) {
        let list = nodes.taint_lists().get(class.taints as usize);
        let list = list.into_iter().flatten();
        let mut needed: Vec<u32> = list
            .filter_map(|taint| alone.get(*taint as usize).copied().flatten())
            .collect();
        sort_by(&mut needed, Ord::cmp);
        needed.dedup();
        for toleration in needed {
            if let Some(count) = opens.get_mut(toleration as usize) {
                *count += class.count;
            }
        }
    }
    opens
}
