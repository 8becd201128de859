//! What is asked of all Nodes together (classes, groups, counts) against what is asked of each, in random clusters.

use everynode::apiserver::default_node;
use everynode::cluster::{ClusterNodes, NodeSet};
use everynode::controller::{NodeJudgement, RequirementOutcome, fulfilling};
use everynode::matching::RequiredNodeAffinity;
use everynode::model::{
    Node, NodeAffinity, NodeSelector, NodeSelectorRequirement, NodeSelectorTerm, StringMap,
};
use everynode::placement::{ClassReasons, Group, NodeLabels, groups, reasons, rule_counts};
use everynode::workspace::{Cluster, JudgedDaemonSet, Workspace};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::rc::Rc;

const CLUSTERS: u64 = 300;

/// Numbers that look random and are the same in every run (SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(end).unwrap()).unwrap()
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    fn some<T>(&mut self, most: usize, make: impl Fn(&mut Self) -> T) -> Vec<T> {
        let count = self.below(most + 1);
        (0..count).map(|_| make(self)).collect()
    }

    fn pair(&mut self) -> String {
        let key = self.one(&["zone", "disk", "size"]);
        format!("{key}: '{}'", self.one(&["a", "b", "1", "5", ""]))
    }

    fn taint(&mut self) -> String {
        let (key, value) = (self.one(&["gpu", "spot"]), self.one(&["", "x"]));
        let effect = self.one(&["NoSchedule", "NoExecute", "PreferNoSchedule"]);
        format!("{{key: {key}, value: '{value}', effect: {effect}}}")
    }

    fn toleration(&mut self) -> String {
        match self.below(3) {
            0 => format!("{{operator: Exists, key: {}}}", self.one(&["gpu", "spot"])),
            1 => format!("{{key: gpu, value: '{}'}}", self.one(&["", "x"])),
            _ => "{operator: Exists, effect: NoExecute}".to_owned(),
        }
    }

    fn requirement(&mut self) -> String {
        let key = self.one(&["zone", "disk", "size", "none"]);
        let values = self.some(2, |random| {
            format!("'{}'", random.one(&["a", "b", "3", "x"]))
        });
        let operator = self.one(&[
            "In",
            "In",
            "NotIn",
            "Exists",
            "DoesNotExist",
            "Gt",
            "Lt",
            "Near",
        ]);
        // Some lists of values fit the operator, some make it unparsable.
        format!(
            "{{key: {key}, operator: {operator}, values: [{}]}}",
            values.join(", ")
        )
    }

    fn field(&mut self) -> String {
        let key = self.one(&["metadata.name", "metadata.name", "metadata.uid"]);
        let name = self.one(&["n1", "n2", "other", ""]);
        format!(
            "{{key: {key}, operator: {}, values: ['{name}']}}",
            self.one(&["In", "NotIn"])
        )
    }

    fn term(&mut self) -> String {
        let expressions = self.some(2, Self::requirement).join(", ");
        let fields = self.some(1, Self::field).join(", ");
        format!("{{matchExpressions: [{expressions}], matchFields: [{fields}]}}")
    }

    fn node(&mut self, number: usize) -> String {
        let labels = self.some(3, Self::pair);
        // A key twice would be a finding about the text, not about the cluster.
        let mut keys = BTreeSet::new();
        let labels: Vec<&str> = labels
            .iter()
            .filter(|pair| keys.insert(pair.split(':').next()))
            .map(String::as_str)
            .collect();
        let taints = self.some(2, Self::taint).join(", ");
        format!(
            "apiVersion: v1\nkind: Node\nmetadata: {{name: n{number}, labels: {{{}}}}}\nspec: {{taints: [{taints}]}}\n",
            labels.join(", ")
        )
    }

    fn daemon_set(&mut self) -> String {
        let mut pod = String::new();
        if self.below(8) == 0 {
            pod.push_str("      nodeName: n1\n");
        }
        if self.below(2) == 0 {
            let _ = writeln!(pod, "      nodeSelector: {{{}}}", self.pair());
        }
        if self.below(2) == 0 {
            let terms = self.some(3, Self::term).join(", ");
            let _ = writeln!(
                pod,
                "      affinity: {{nodeAffinity: {{requiredDuringSchedulingIgnoredDuringExecution: {{nodeSelectorTerms: [{terms}]}}}}}}"
            );
        }
        let tolerations = self.some(2, Self::toleration).join(", ");
        format!(
            "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {{name: agent}}\nspec:\n  template:\n    spec:\n      tolerations: [{tolerations}]\n{pod}"
        )
    }
}

fn assemble(daemon_set: &str, nodes: impl Iterator<Item = String>) -> Rc<Cluster> {
    let mut workspace = Workspace::new();
    workspace.set_text("ds.yaml", daemon_set);
    workspace.set_text("nodes.yaml", &nodes.collect::<Vec<_>>().join("---\n"));
    workspace.cluster()
}

/// Calls back with random clusters of one DaemonSet, and with the texts that they were made from.
fn clusters(check: impl Fn(&Cluster, &JudgedDaemonSet, (&str, &[String]))) {
    for seed in 0..CLUSTERS {
        let mut random = Random(seed);
        let count = 1 + random.below(30);
        let nodes: Vec<String> = (0..count).map(|number| random.node(number)).collect();
        let daemon_set = random.daemon_set();
        let cluster = assemble(&daemon_set, nodes.iter().cloned());
        assert_eq!(cluster.snapshot.nodes.len(), count, "seed {seed}");
        assert_eq!(cluster.daemon_sets.len(), 1, "seed {seed}: {daemon_set}");
        check(&cluster, &cluster.daemon_sets[0], (&daemon_set, &nodes));
    }
}

fn grouped(cluster: &Cluster, judged: &JudgedDaemonSet) -> Vec<Group> {
    let reasons = ClassReasons::new(&judged.rules, &judged.eligibility, &cluster.snapshot.nodes);
    groups(&judged.eligibility, &reasons, &[], false).collect()
}

#[test]
fn every_node_stands_in_one_group_with_its_own_verdict_and_reasons() {
    clusters(|cluster, judged, texts| {
        let mut seen = BTreeSet::new();
        let groups = grouped(cluster, judged);
        for group in &groups {
            assert!(!group.nodes.is_empty() && group.nodes.is_sorted());
            for &position in &group.nodes {
                assert!(seen.insert(position), "Node {position} is in two groups");
                let node = cluster.snapshot.nodes.get(position as usize).unwrap();
                let alone = judged.rules.judge(node);
                assert_eq!(group.reasons.named, reasons(&alone), "{texts:?}");
                assert_eq!(group.reasons.unnamed, 0);
                assert_eq!(
                    (group.should_run, group.should_continue_running),
                    (alone.should_run, alone.should_continue_running),
                    "{texts:?}"
                );
            }
        }
        assert_eq!(seen.len(), cluster.snapshot.nodes.len());
        let distinct: Vec<_> = groups.iter().map(|g| (g.verdict, &g.reasons)).collect();
        let once: BTreeSet<_> = distinct.iter().collect();
        assert_eq!(
            once.len(),
            distinct.len(),
            "two groups are alike: {texts:?}"
        );
    });
}

#[test]
fn counts_are_those_of_nodes_asked_one_by_one() {
    clusters(|cluster, judged, texts| {
        let nodes = &cluster.snapshot.nodes;
        let counts = rule_counts(&judged.rules, &judged.eligibility, &NodeLabels::new(nodes));
        let alone: Vec<NodeJudgement<'_>> = nodes.iter().map(|n| judged.rules.judge(n)).collect();
        let count = |test: &dyn Fn(&NodeJudgement<'_>) -> bool| {
            u32::try_from(alone.iter().filter(|node| test(node)).count()).unwrap()
        };
        let meant = count(&|node| {
            node.node_name_matches() && node.node_selector_matches() && node.node_affinity_matches()
        });
        assert_eq!(counts.all, meant, "{texts:?}");
        for (pair, ours) in counts.node_selector.iter().enumerate() {
            let matches = count(&|node| node.node_selector[pair].matches);
            assert_eq!(ours.matches, matches, "{texts:?}");
        }
        for (term, (ours, requirements)) in counts.terms.iter().enumerate() {
            let of =
                |node: &NodeJudgement<'_>| node.node_affinity.as_ref().unwrap().terms[term].matches;
            assert_eq!(*ours, count(&of), "{texts:?}");
            for (requirement, ours) in requirements.iter().enumerate() {
                let of = |node: &NodeJudgement<'_>| {
                    let term = &node.node_affinity.as_ref().unwrap().terms[term];
                    term.requirements[requirement].outcome == RequirementOutcome::Matches
                };
                assert_eq!(ours.matches, count(&of), "{texts:?}");
            }
        }
    });
}

#[test]
fn the_order_of_the_nodes_in_the_text_changes_nothing() {
    clusters(|cluster, judged, (daemon_set, nodes)| {
        let reversed = assemble(daemon_set, nodes.iter().rev().cloned());
        assert_eq!(
            grouped(cluster, judged),
            grouped(&reversed, &reversed.daemon_sets[0]),
            "{daemon_set} {nodes:?}"
        );
    });
}

#[test]
fn a_toleration_for_everything_takes_away_every_reason_that_is_a_taint() {
    clusters(|_, judged, (daemon_set, nodes)| {
        let open = daemon_set.replace("tolerations: [", "tolerations: [{operator: Exists}, ");
        let open = assemble(&open, nodes.iter().cloned());
        let widened = &open.daemon_sets[0];
        for group in grouped(&open, widened) {
            assert_eq!(group.should_run, group.reasons.named.is_empty());
            for &position in &group.nodes {
                let before = judged.eligibility.class(position as usize).unwrap();
                assert!(group.should_run || !before.should_run, "{daemon_set}");
            }
        }
    });
}

#[test]
fn of_a_long_node_selector_twenty_pairs_are_named_and_the_others_counted() {
    let pairs: Vec<String> = (0..25).map(|n| format!("k{n:02}: v")).collect();
    let daemon_set = format!(
        "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {{name: agent}}\nspec: {{template: {{spec: {{nodeSelector: {{{}}}}}}}}}\n",
        pairs.join(", ")
    );
    let node = "apiVersion: v1\nkind: Node\nmetadata: {name: a, labels: {k00: v}}\n".to_owned();
    let cluster = assemble(&daemon_set, std::iter::once(node));
    let groups = grouped(&cluster, &cluster.daemon_sets[0]);
    let reasons = &groups[0].reasons;
    assert_eq!((reasons.named.len(), reasons.unnamed), (20, 4));
}

/// Nodes enough for more than one word, of which some lack a label and one lacks a name.
fn numbered_nodes() -> ClusterNodes {
    let node = |number: usize| {
        let mut node = Node::default();
        if number > 0 {
            node.metadata.name = format!("n{number}");
        }
        let size = (number % 7).to_string();
        let zone = ["a", "b", "c"].get(number % 4);
        let labels = [("size", Some(size.as_str())), ("zone", zone.copied())];
        let labels = labels.into_iter();
        node.metadata.labels = labels.filter_map(|(k, v)| Some((k, v?))).collect();
        default_node(node)
    };
    ClusterNodes::new((0..150).map(node))
}

#[test]
fn a_set_holds_exactly_the_nodes_that_match() {
    let nodes = numbered_nodes();
    let requirement = |key: &str, operator: &str, values: &[&str]| NodeSelectorRequirement {
        key: key.to_owned(),
        operator: operator.to_owned(),
        values: values.iter().map(ToString::to_string).collect(),
    };
    let expressions = [
        requirement("zone", "In", &["a", "c", "x", "a"]),
        requirement("zone", "NotIn", &["a"]),
        requirement("zone", "Exists", &[]),
        requirement("zone", "DoesNotExist", &[]),
        requirement("size", "Gt", &["4"]),
        requirement("size", "Lt", &["2"]),
        requirement("none", "NotIn", &["a"]),
        requirement("none", "In", &["a"]),
    ];
    let fields = [
        requirement("metadata.name", "In", &["n64"]),
        requirement("metadata.name", "NotIn", &["n64"]),
        requirement("metadata.name", "In", &[""]),
        requirement("metadata.name", "NotIn", &[""]),
        requirement("spec.other", "In", &[""]),
        requirement("spec.other", "In", &["n3"]),
        requirement("spec.other", "NotIn", &["n3"]),
    ];
    let affinity = NodeAffinity {
        required: Some(NodeSelector {
            node_selector_terms: vec![NodeSelectorTerm {
                match_expressions: expressions.to_vec(),
                match_fields: fields.to_vec(),
            }],
        }),
        ..NodeAffinity::default()
    };
    let parsed = RequiredNodeAffinity::new(&StringMap::new(), Some(&affinity));
    let terms = parsed.terms.unwrap();
    assert_eq!(terms[0].requirements.len(), 15);
    for requirement in &terms[0].requirements {
        let test = requirement.test.as_ref().unwrap();
        let set = fulfilling(&nodes, test);
        let mut expected = NodeSet::none(nodes.len());
        for (position, node) in nodes.iter().enumerate() {
            if test.matches(node) {
                expected.put(u32::try_from(position).unwrap());
            }
        }
        assert_eq!(set, expected, "{:?}", requirement.written);
        assert_eq!(
            set.len() as usize,
            nodes.iter().filter(|n| test.matches(n)).count()
        );
    }
}
