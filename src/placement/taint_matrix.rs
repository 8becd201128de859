use crate::cluster::ClusterNodes;
use crate::controller::{DaemonPodRules, Eligibility, TaintJudgement};
use crate::model::sort_by_key;

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
    let mut columns: Vec<TaintColumn<'a>> = nodes
        .taints()
        .iter()
        .map(|taint| TaintColumn {
            judgement: rules.judge_taint(taint),
            nodes: 0,
            first: Vec::new(),
        })
        .collect();
    let lists: Vec<Vec<u32>> = nodes
        .taint_lists()
        .iter()
        .map(|list| {
            let mut list = list.clone();
            list.sort_unstable();
            list.dedup();
            list
        })
        .collect();
    for (list, position) in nodes.taint_list_of().iter().zip(0..) {
        for taint in lists.get(*list as usize).into_iter().flatten() {
            if let Some(column) = columns.get_mut(*taint as usize) {
                column.nodes += 1;
                if column.first.len() < NAMED {
                    column.first.push(position);
                }
            }
        }
    }
    let opens = opens(rules, eligibility, &columns, &lists);
    sort_by_key(&mut columns, |column| {
        (std::cmp::Reverse(column.nodes), column.judgement.taint)
    });
    let left_out = columns.len().saturating_sub(SHOWN);
    columns.truncate(SHOWN);
    TaintMatrix {
        taints: columns,
        left_out,
        opens,
    }
}

/// A toleration opens a Node when it alone tolerates one of its taints that decide.
fn opens(
    rules: &DaemonPodRules,
    eligibility: &Eligibility,
    columns: &[TaintColumn<'_>],
    lists: &[Vec<u32>],
) -> Vec<u32> {
    let alone: Vec<Option<u32>> = columns
        .iter()
        .map(|column| match column.judgement.tolerated_by.as_slice() {
            [one] if column.judgement.taint.effect.decides() => Some(*one),
            _ => None,
        })
        .collect();
    let mut opens = vec![0; rules.tolerations().len()];
    for class in eligibility.classes.iter().filter(|class| class.should_run) {
        let list = lists.get(class.taints as usize).into_iter().flatten();
        let mut needed: Vec<u32> = list
            .filter_map(|taint| alone.get(*taint as usize).copied().flatten())
            .collect();
        needed.sort_unstable();
        needed.dedup();
        for toleration in needed {
            if let Some(count) = opens.get_mut(toleration as usize) {
                *count += class.count;
            }
        }
    }
    opens
}
