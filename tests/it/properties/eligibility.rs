//! Where a DaemonSet runs: laws of Nodes, taints, tolerations and terms. Those of groups and counts are in
//! `judged_together`.

use super::clusters::{Cluster, requirement, term, toleration};
use crate::random::Random;
use everynode::controller::{NodeClass, TolerationOrigin};
use everynode::model::{NodeSelectorTerm, StringMap};
use everynode::placement::{reasons, taint_matrix};

const CASES: u64 = 1_000;

/// Judges each generated cluster, changes it, judges it again. Answers how many clusters are answered otherwise then.
fn changed(
    mut change: impl FnMut(&mut Random, &mut Cluster) -> bool,
    law: impl Fn(Pair<'_>),
) -> u64 {
    let mut changes = 0;
    for seed in 0..CASES {
        let mut random = Random(seed);
        let before = Cluster::new(&mut random);
        let mut after = before.clone();
        if !change(&mut random, &mut after) {
            continue;
        }
        let (a, b) = (before.verdicts(), after.verdicts());
        changes += u64::from(a != b);
        assert_eq!(a.len(), b.len());
        for (before, after) in a.iter().zip(&b) {
            assert_eq!(before.0, after.0);
            law(Pair {
                seed,
                node: &before.0,
                before: (before.1, before.2),
                after: (after.1, after.2),
            });
        }
    }
    changes
}

/// What is decided about one Node before and after a change: whether a Pod comes, and whether one stays.
#[derive(Clone, Copy)]
struct Pair<'a> {
    seed: u64,
    node: &'a str,
    before: (bool, bool),
    after: (bool, bool),
}

fn the_same(pair: Pair<'_>) {
    assert_eq!(
        pair.before, pair.after,
        "{} of seed {}",
        pair.node, pair.seed
    );
}

fn never_less(pair: Pair<'_>) {
    let (before, after) = (pair.before, pair.after);
    let lost = (before.0 && !after.0) || (before.1 && !after.1);
    assert!(!lost, "{} of seed {}", pair.node, pair.seed);
}

fn never_more(pair: Pair<'_>) {
    let (before, after) = (pair.before, pair.after);
    never_less(Pair {
        before: after,
        after: before,
        ..pair
    });
}

/// The terms of the required node affinity; `None`: nothing is required.
fn terms(cluster: &mut Cluster) -> Option<&mut Vec<NodeSelectorTerm>> {
    let affinity = cluster.template().node_affinity.as_mut()?;
    Some(&mut affinity.required.as_mut()?.node_selector_terms)
}

#[test]
fn judging_all_nodes_is_judging_each() {
    let mut answers = [0; 3];
    for seed in 0..CASES {
        let mut cluster = Cluster::new(&mut Random(seed));
        if seed % 4 == 0 {
            // Two Nodes of one name: each is judged.
            let twin = cluster.nodes[0].metadata.name.clone();
            cluster.nodes.last_mut().unwrap().metadata.name = twin;
        }
        let (rules, nodes) = (cluster.rules(), cluster.nodes());
        let eligibility = rules.judge_all(&nodes);
        let mut counts = vec![0; eligibility.classes.len()];
        for (node, position) in nodes.iter().zip(0..) {
            let class: &NodeClass = eligibility.class(position).unwrap();
            let judgement = rules.judge(node);
            let decided = (
                judgement.should_run,
                judgement.should_continue_running,
                judgement.node_name_matches()
                    && judgement.node_selector_matches()
                    && judgement.node_affinity_matches(),
            );
            let requirements = eligibility.requirement_classes[class.requirements as usize];
            let of_class = (
                class.should_run,
                class.should_continue_running,
                requirements.matches,
            );
            assert_eq!(of_class, decided, "seed {seed}");
            assert!(
                judgement.should_continue_running || !judgement.should_run,
                "a Pod that comes stays"
            );
            assert_eq!(judgement.should_run, reasons(&judgement).is_empty());
            counts[eligibility.class_of[position] as usize] += 1;
            let comes = usize::from(judgement.should_run);
            answers[comes + usize::from(judgement.should_continue_running)] += 1;
        }
        let of_classes: Vec<u32> = eligibility.classes.iter().map(|c| c.count).collect();
        assert_eq!(of_classes, counts, "seed {seed}");
    }
    println!("out, only staying, running: {answers:?}");
    assert!(answers.iter().all(|count| *count > 250), "{answers:?}");
}

#[test]
fn order_decides_nothing() {
    let shuffle = |random: &mut Random, cluster: &mut Cluster| {
        random.shuffle(&mut cluster.nodes);
        for node in &mut cluster.nodes {
            random.shuffle(&mut node.spec.taints);
        }
        random.shuffle(&mut cluster.template().tolerations);
        if let Some(terms) = terms(cluster) {
            random.shuffle(terms);
            for term in terms {
                random.shuffle(&mut term.match_expressions);
                random.shuffle(&mut term.match_fields);
                for requirement in &mut term.match_expressions {
                    random.shuffle(&mut requirement.values);
                }
            }
        }
        true
    };
    assert_eq!(changed(shuffle, the_same), 0);
}

#[test]
fn saying_it_twice_changes_nothing() {
    let double = |_: &mut Random, cluster: &mut Cluster| {
        for node in &mut cluster.nodes {
            node.spec.taints.extend(node.spec.taints.clone());
        }
        let tolerations = &mut cluster.template().tolerations;
        tolerations.extend(tolerations.clone());
        if let Some(terms) = terms(cluster) {
            terms.extend(terms.clone());
            for term in terms {
                let requirements = &mut term.match_expressions;
                requirements.extend(requirements.clone());
            }
        }
        true
    };
    assert_eq!(changed(double, the_same), 0);
}

#[test]
fn a_toleration_more_never_removes_a_node() {
    let add = |random: &mut Random, cluster: &mut Cluster| {
        let at = random.index(cluster.template().tolerations.len() + 1);
        let added = toleration(random);
        cluster.template().tolerations.insert(at, added);
        true
    };
    assert!(changed(add, never_less) > 20, "the law says nothing");
}

#[test]
fn a_toleration_without_seconds_decides_the_same() {
    let forget = |_: &mut Random, cluster: &mut Cluster| {
        let tolerations = &mut cluster.template().tolerations;
        tolerations
            .iter_mut()
            .for_each(|t| t.toleration_seconds = None);
        true
    };
    assert_eq!(changed(forget, the_same), 0);
}

#[test]
fn a_taint_less_never_removes_a_node() {
    let remove = |random: &mut Random, cluster: &mut Cluster| {
        let mut any = false;
        for node in &mut cluster.nodes {
            let taints = &mut node.spec.taints;
            if !taints.is_empty() {
                taints.remove(random.index(taints.len()));
                any = true;
            }
        }
        any
    };
    assert!(changed(remove, never_less) > 20, "the law says nothing");
}

#[test]
fn the_host_network_never_removes_a_node() {
    let join = |_: &mut Random, cluster: &mut Cluster| {
        let template = cluster.template();
        !std::mem::replace(&mut template.host_network, true)
    };
    assert!(changed(join, never_less) > 20, "the law says nothing");
}

#[test]
fn a_term_more_never_removes_a_node_and_a_requirement_more_never_adds_one() {
    let add_term = |random: &mut Random, cluster: &mut Cluster| {
        let added = term(random);
        terms(cluster).is_some_and(|terms| {
            terms.push(added);
            true
        })
    };
    assert!(changed(add_term, never_less) > 20, "the law says nothing");
    let add_requirement = |random: &mut Random, cluster: &mut Cluster| {
        let added = requirement(random);
        terms(cluster).is_some_and(|terms| {
            // A term without requirements matches nothing, and gains by the first one.
            let terms = terms.iter_mut().filter(|t| !t.match_expressions.is_empty());
            for term in terms {
                term.match_expressions.push(added.clone());
            }
            true
        })
    };
    assert!(
        changed(add_requirement, never_more) > 50,
        "the law says nothing"
    );
}

#[test]
fn a_pair_more_in_the_node_selector_never_adds_a_node() {
    let add = |random: &mut Random, cluster: &mut Cluster| {
        let added = (random.pick(&["disk", "new"]), random.pick(&["a", "5"]));
        let selector = &mut cluster.template().node_selector;
        if selector.contains_key(added.0) {
            return false;
        }
        let pairs: StringMap = selector.iter().chain([added]).collect();
        *selector = pairs;
        true
    };
    assert!(changed(add, never_more) > 20, "the law says nothing");
}

#[test]
fn the_other_nodes_decide_nothing() {
    for seed in 0..CASES {
        let cluster = Cluster::new(&mut Random(seed));
        let mut alone = cluster.clone();
        let mut verdicts = Vec::new();
        for node in &cluster.nodes {
            alone.nodes = vec![node.clone()];
            let eligibility = alone.rules().judge_all(&alone.nodes());
            let class = eligibility.class(0).unwrap();
            let name = node.metadata.name.clone();
            verdicts.push((name, class.should_run, class.should_continue_running));
        }
        verdicts.sort();
        assert_eq!(verdicts, cluster.verdicts(), "seed {seed}");
    }
}

#[test]
fn what_a_toleration_opens_closes_without_it() {
    let mut opened = 0;
    for seed in 0..CASES {
        let cluster = Cluster::new(&mut Random(seed));
        let (rules, nodes) = (cluster.rules(), cluster.nodes());
        let eligibility = rules.judge_all(&nodes);
        let opens = taint_matrix(&rules, &eligibility, &nodes).opens;
        assert_eq!(opens.len(), rules.tolerations().len());
        for (toleration, opens) in rules.tolerations().iter().zip(opens) {
            // What the controller adds cannot be taken away.
            let TolerationOrigin::Template { index } = toleration.origin else {
                continue;
            };
            let mut without = cluster.clone();
            without.template().tolerations.remove(index as usize);
            let left = without.rules().judge_all(&nodes).eligible();
            assert_eq!(eligibility.eligible() - left, opens, "seed {seed}");
            opened += opens;
        }
    }
    assert!(opened > 50, "{opened}");
}
