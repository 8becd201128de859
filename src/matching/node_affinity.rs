use super::field_error::{FieldError, aggregate, json_list};
use super::label_requirement::{LabelOperator, LabelRequirement};
use crate::model::{Node, NodeAffinity, NodeSelectorRequirement, NodeSelectorTerm, StringMap};

const OPERATORS: [&str; 6] = ["In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"];
const FIELD_OPERATORS: [&str; 2] = ["In", "NotIn"];

/// The one field of a Node that `matchFields` can ask for.
const NAME: &str = "metadata.name";

/// What one requirement of a term asks of a Node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NodeTest {
    /// Of a label.
    Label(LabelRequirement),
    /// Of a field: whether it is the value, or whether it is not.
    Field {
        /// `metadata.name`; every other field is empty.
        key: String,
        /// What it is compared with.
        value: String,
        /// True for `In`, false for `NotIn`.
        equal: bool,
    },
}

impl NodeTest {
    /// Whether a Node fulfils it.
    #[must_use]
    pub fn matches(&self, node: &Node) -> bool {
        match self {
            Self::Label(requirement) => requirement.matches(&node.metadata.labels),
            Self::Field { key, value, equal } => {
                let name = node.metadata.name.as_str();
                // Upstream asks no field of a Node that has none.
                name.is_empty() || ((if key == NAME { name } else { "" }) == value) == *equal
            }
        }
    }
}

/// One requirement of a term: as written, and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeRequirement {
    /// As written.
    pub written: NodeSelectorRequirement,
    /// Whether it stands in `matchFields` (else in `matchExpressions`).
    pub on_field: bool,
    /// Its position there.
    pub index: u32,
    /// What it asks, or why it cannot be parsed.
    pub test: Result<NodeTest, Vec<FieldError>>,
}

impl NodeRequirement {
    /// What a Node has where the requirement looks; `None`: no such label or field.
    #[must_use]
    pub fn value_of<'a>(&self, node: &'a Node) -> Option<&'a str> {
        match self.on_field {
            true => (self.written.key == NAME).then_some(node.metadata.name.as_str()),
            false => node.metadata.labels.get(&self.written.key),
        }
    }
}

/// One term: all its requirements must hold.
///
/// Upstream: staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go nodeSelectorTerm
/// (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NodeSelectorTermMatcher {
    /// Those on labels, then those on fields. Without any it matches nothing.
    pub requirements: Vec<NodeRequirement>,
}

impl NodeSelectorTermMatcher {
    fn new(term: &NodeSelectorTerm, path: &str) -> Self {
        let expressions = term
            .match_expressions
            .iter()
            .zip(0..)
            .map(|(written, index)| NodeRequirement {
                test: label_test(written, &format!("{path}.matchExpressions[{index}]")),
                written: written.clone(),
                on_field: false,
                index,
            });
        let fields = term
            .match_fields
            .iter()
            .zip(0..)
            .map(|(written, index)| NodeRequirement {
                test: field_test(written, &format!("{path}.matchFields[{index}]")),
                written: written.clone(),
                on_field: true,
                index,
            });
        Self {
            requirements: expressions.chain(fields).collect(),
        }
    }

    /// Whether a Node fulfils it. One requirement that cannot be parsed spoils the term.
    #[must_use]
    pub fn matches(&self, node: &Node) -> bool {
        !self.requirements.is_empty()
            && self
                .requirements
                .iter()
                .all(|r| matches!(&r.test, Ok(test) if test.matches(node)))
    }
}

fn label_test(written: &NodeSelectorRequirement, path: &str) -> Result<NodeTest, Vec<FieldError>> {
    let Some(operator) = LabelOperator::parse(&written.operator) else {
        return Err(vec![FieldError::not_supported(
            format!("{path}.operator"),
            &written.operator,
            &OPERATORS,
        )]);
    };
    LabelRequirement::new(&written.key, operator, &written.values, path).map(NodeTest::Label)
}

fn field_test(written: &NodeSelectorRequirement, path: &str) -> Result<NodeTest, Vec<FieldError>> {
    let equal = match written.operator.as_str() {
        "In" => true,
        "NotIn" => false,
        other => {
            return Err(vec![FieldError::not_supported(
                format!("{path}.operator"),
                other,
                &FIELD_OPERATORS,
            )]);
        }
    };
    match written.values.as_slice() {
        [value] => Ok(NodeTest::Field {
            key: written.key.clone(),
            value: value.clone(),
            equal,
        }),
        values => Err(vec![FieldError::invalid(
            format!("{path}.values"),
            json_list(values),
            "must have one element",
        )]),
    }
}

/// What a Pod requires of its Node: the pairs of its node selector, and one of the terms of its required affinity.
///
/// Upstream: staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go RequiredNodeAffinity
/// (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequiredNodeAffinity {
    /// Pairs that must all be equal. Nothing about them is checked.
    pub node_selector: StringMap,
    /// In the order of the manifest; one must hold. `None`: nothing is required.
    pub terms: Option<Vec<NodeSelectorTermMatcher>>,
}

impl RequiredNodeAffinity {
    /// Parses what a Pod requires.
    ///
    /// Upstream: staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go
    /// GetRequiredNodeAffinity (v1.36.3)
    #[must_use]
    pub fn new(node_selector: &StringMap, node_affinity: Option<&NodeAffinity>) -> Self {
        Self {
            node_selector: node_selector.clone(),
            terms: node_affinity
                .and_then(|affinity| affinity.required.as_ref())
                .map(|required| {
                    required
                        .node_selector_terms
                        .iter()
                        .enumerate()
                        .map(|(index, term)| {
                            let path = format!("nodeSelectorTerms[{index}]");
                            NodeSelectorTermMatcher::new(term, &path)
                        })
                        .collect()
                }),
        }
    }

    /// The terms, of which one must hold; none also where nothing is required.
    #[must_use]
    pub fn asked_terms(&self) -> &[NodeSelectorTermMatcher] {
        self.terms.as_deref().unwrap_or_default()
    }

    /// Whether a Node fulfils it. Terms that cannot be parsed match nothing; upstream's error is only reported, by
    /// [`error`](Self::error).
    ///
    /// Upstream: staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go
    /// RequiredNodeAffinity.Match (v1.36.3)
    #[must_use]
    pub fn matches(&self, node: &Node) -> bool {
        self.node_selector
            .iter()
            .all(|(key, value)| node.metadata.labels.get(key) == Some(value))
            && self.any_term_matches(node)
    }

    /// Whether a Node fulfils one of the terms, or no terms are asked for.
    #[must_use]
    pub fn any_term_matches(&self, node: &Node) -> bool {
        self.terms
            .as_ref()
            .is_none_or(|terms| terms.iter().any(|term| term.matches(node)))
    }

    /// The text of upstream's error about terms that cannot be parsed. Upstream gives it for every Node of which no
    /// other term matches, and nobody reads it.
    #[must_use]
    pub fn error(&self) -> Option<String> {
        aggregate(
            self.asked_terms()
                .iter()
                .flat_map(|term| &term.requirements)
                .filter_map(|requirement| requirement.test.as_ref().err())
                .flatten(),
        )
    }
}
