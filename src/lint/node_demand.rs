use super::{Context, is_under};
use crate::manifest::View;
use crate::matching::{
    LabelRequirement, LabelTest, NodeRequirement, NodeSelectorTermMatcher, NodeTest,
    RequiredNodeAffinity,
};
use crate::model::Node;

/// One demand on a label of Nodes: a pair of the node selector, or an expression of the required affinity.
#[derive(Clone, Copy, Debug)]
pub struct Demand<'a> {
    /// The pair, or the expression.
    pub view: View<'a>,
    /// Where the label is named: the pair, or the `key` of the expression.
    pub label: View<'a>,
    /// The label.
    pub key: &'a str,
    /// `In` of a pair.
    pub operator: &'a str,
    /// The term that it is in, and its position; `None` for pairs.
    pub term: Option<(u32, View<'a>)>,
}

impl<'a> Demand<'a> {
    /// The values that are asked for.
    pub fn values(&self) -> impl Iterator<Item = View<'a>> + use<'a> {
        let pair = self.term.is_none().then_some(self.view);
        pair.into_iter().chain(self.view.get("values").items())
    }

    /// Whether it is about Nodes that have the label, and not about those that have it not.
    #[must_use]
    pub fn wants_label(&self) -> bool {
        !matches!(self.operator, "NotIn" | "DoesNotExist")
    }
}

/// A term of the required affinity.
#[derive(Debug)]
pub struct Term<'a> {
    /// As written.
    pub view: View<'a>,
    /// As it is understood.
    pub matcher: NodeSelectorTermMatcher,
    /// Whether some Node could fulfil it.
    pub is_possible: bool,
}

impl<'a> Context<'a> {
    /// What is demanded of the labels of Nodes, in the order of the manifest: pairs first.
    #[must_use]
    pub fn demands(&self) -> Vec<Demand<'a>> {
        let mut demands = Vec::new();
        for (key, view) in self.pod.get("nodeSelector").entries() {
            demands.push(Demand {
                view,
                label: view,
                key,
                operator: "In",
                term: None,
            });
        }
        for (index, term) in (0..).zip(self.required_terms()) {
            for view in term.get("matchExpressions").items() {
                let label = view.get("key");
                demands.push(Demand {
                    view,
                    label,
                    key: label.text(),
                    operator: view.get("operator").text(),
                    term: Some((index, term)),
                });
            }
        }
        demands
    }

    /// Whether a demand on one of these labels is made; one that ends in `/` or `-` stands for all that begin so.
    #[must_use]
    pub fn demands_label(&self, keys: &[&str]) -> bool {
        self.demands()
            .iter()
            .any(|demand| is_among(demand.key, keys))
    }

    /// The terms of the required affinity of a DaemonSet.
    #[must_use]
    pub fn terms(&self) -> Vec<Term<'a>> {
        let mut terms = Vec::new();
        if let Some(daemon_set) = self.daemon_set() {
            let pod = &daemon_set.spec.template.spec;
            let required =
                RequiredNodeAffinity::new(&pod.node_selector, pod.node_affinity.as_ref());
            let matchers = required.terms.unwrap_or_default();
            for (view, matcher) in self.required_terms().zip(matchers) {
                let mut each = matcher.requirements.iter();
                let is_possible = !matcher.requirements.is_empty()
                    && each.all(|requirement| requirement.test.is_ok())
                    && contradiction(&matcher).is_none();
                terms.push(Term {
                    view,
                    matcher,
                    is_possible,
                });
            }
        }
        terms
    }

    /// A pair of the node selector, and an expression of the required affinity that excludes it, where each term has one.
    #[must_use]
    pub fn selector_contradiction(&self) -> Option<(View<'a>, View<'a>)> {
        let daemon_set = self.daemon_set()?;
        let selector = &daemon_set.spec.template.spec.node_selector;
        let mut first = None;
        for term in self.terms() {
            let mut against = term.matcher.requirements.iter().filter(|requirement| {
                let wanted = selector.get(&requirement.written.key);
                match &requirement.test {
                    Ok(NodeTest::Label(test)) => {
                        wanted.is_some_and(|wanted| !test.matches_value(Some(wanted)))
                    }
                    _ => false,
                }
            });
            let requirement = against.next()?;
            let mut expressions = term.view.get("matchExpressions").items();
            let expression = expressions.nth(requirement.index as usize);
            let pair = self.pod.get("nodeSelector").get(&requirement.written.key);
            first = first.or(expression.map(|expression| (pair, expression)));
        }
        first
    }

    /// Whether what is asked of Nodes cannot be fulfilled by any, so that another rule speaks.
    #[must_use]
    pub fn is_contradictory(&self) -> bool {
        let terms = self.terms();
        let is_impossible = !terms.is_empty() && !can_be_met(&terms);
        is_impossible || self.selector_contradiction().is_some()
    }

    /// Whether a Node of the input has a label, whatever its value.
    #[must_use]
    pub fn a_node_has(&self, label: &str) -> bool {
        self.nodes()
            .iter()
            .any(|node| node.metadata.labels.get(label).is_some())
    }

    /// Whether a Node of the input has a taint of this key.
    #[must_use]
    pub fn a_node_is_tainted(&self, key: &str) -> bool {
        self.nodes().taints().iter().any(|taint| taint.key == key)
    }

    /// Whether it reaches for the Node: its network, its processes, its files, or everything.
    #[must_use]
    pub fn has_host_access(&self) -> bool {
        let is_true = |field| self.pod.get(field).is_true();
        let mut volumes = self.pod.get("volumes").items();
        is_true("hostNetwork")
            || is_true("hostPID")
            || is_true("hostIPC")
            || volumes.any(|volume| volume.get("hostPath").exists())
            || self.containers.iter().any(super::Container::is_privileged)
    }
}

/// Whether some Node could fulfil one of the terms.
pub(super) fn can_be_met(terms: &[Term<'_>]) -> bool {
    terms.iter().any(|term| term.is_possible)
}

/// Whether a label is one of a list; what ends in `/` or `-` there stands for all that begin so.
pub(super) fn is_among(label: &str, list: &[&str]) -> bool {
    list.iter().any(|entry| match entry.ends_with(['/', '-']) {
        true => label.starts_with(entry),
        false => label == *entry,
    })
}

/// Two requirements of a term that no Node can fulfil together, as positions in it: of all such pairs the first.
#[must_use]
pub(super) fn contradiction(
    term: &NodeSelectorTermMatcher,
) -> Option<(&NodeRequirement, &NodeRequirement)> {
    for (index, later) in term.requirements.iter().enumerate() {
        for earlier in term.requirements.iter().take(index) {
            if let (Ok(NodeTest::Label(a)), Ok(NodeTest::Label(b))) = (&earlier.test, &later.test)
                && a.key == b.key
                && (excludes(a, b) || excludes(b, a))
            {
                return Some((earlier, later));
            }
        }
    }
    None
}

/// Whether no value, and no absence of one, passes both. Asked both ways round.
pub(super) fn excludes(a: &LabelRequirement, b: &LabelRequirement) -> bool {
    match (&a.test, &b.test) {
        (LabelTest::In(values), _) => !values.iter().any(|value| b.matches_value(Some(value))),
        (LabelTest::Exists | LabelTest::Gt(_) | LabelTest::Lt(_), LabelTest::DoesNotExist) => true,
        // Between two neighbours there is no number.
        (LabelTest::Gt(above), LabelTest::Lt(below)) => {
            above.checked_add(1).is_none_or(|least| least >= *below)
        }
        _ => false,
    }
}

/// Labels and taints of Nodes that are no machines of the cluster.
const VIRTUAL: &[(&str, &str)] = &[
    ("type", "virtual-kubelet"),
    ("eks.amazonaws.com/compute-type", "fargate"),
];

/// Whether a Node stands for a service that runs Pods somewhere else.
#[must_use]
pub fn is_virtual(node: &Node) -> bool {
    let labels = &node.metadata.labels;
    let mut taints = node.spec.taints.iter();
    VIRTUAL
        .iter()
        .any(|(key, value)| labels.get(key).is_some_and(|own| own == *value))
        || taints.any(|taint| is_under(&taint.key, "virtual-kubelet.io"))
}
