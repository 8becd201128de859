use crate::model::{
    NodeSelectorRequirement, NodeSelectorTerm, PodSpec, StringMap, Toleration, TolerationOperator,
};

/// One change of a DaemonSet's Pod template that lets Nodes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// One more toleration, behind those that are there.
    Tolerate(Toleration),
    /// A toleration holds for more taints of its key.
    Loosen {
        /// Its position in the template's list.
        toleration: u32,
        /// Whatever the taint's value: the operator becomes `Exists`.
        any_value: bool,
        /// Whatever the taint's effect.
        any_effect: bool,
    },
    /// A toleration's key, which no taint has, becomes one that looks like it.
    TolerationKey {
        /// Its position in the template's list.
        toleration: u32,
        /// As written.
        from: String,
        /// The taint's.
        to: String,
    },
    /// The value of a pair of the node selector, which no Node has, becomes one that looks like it.
    SelectorValue {
        /// The label.
        key: String,
        /// As written.
        from: String,
        /// The Nodes'.
        to: String,
    },
    /// The key of a pair of the node selector, which no Node has, becomes one that looks like it.
    SelectorKey {
        /// As written.
        from: String,
        /// The Nodes'.
        to: String,
        /// The pair's value.
        value: String,
    },
    /// A pair of the node selector goes.
    RemoveSelector {
        /// The label.
        key: String,
        /// The value that was asked for.
        value: String,
    },
    /// The key of a requirement, which no Node has, becomes one that looks like it.
    RequirementKey {
        /// Which.
        at: RequirementAt,
        /// As written.
        from: String,
        /// The Nodes'.
        to: String,
    },
    /// A value of an `In` list, which no Node has, becomes one that looks like it.
    RequirementValue {
        /// Which.
        at: RequirementAt,
        /// Its position in the list.
        value: u32,
        /// As written.
        from: String,
        /// The Nodes'.
        to: String,
    },
    /// One more value in an `In` list.
    AddValue {
        /// Which.
        at: RequirementAt,
        /// The label.
        key: String,
        /// The Nodes' value.
        value: String,
    },
    /// One value less in a `NotIn` list that has others.
    RemoveValue {
        /// Which.
        at: RequirementAt,
        /// The label.
        key: String,
        /// The Nodes' value.
        value: String,
    },
    /// The template names no Node any more.
    RemoveNodeName {
        /// The Node it named.
        name: String,
    },
}

/// A requirement among the `matchExpressions` of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RequirementAt {
    /// The term's position.
    pub term: u32,
    /// The requirement's position in it.
    pub index: u32,
}

impl RequirementAt {
    /// The term in a Pod.
    #[must_use]
    pub fn term_of(self, pod: &PodSpec) -> Option<&NodeSelectorTerm> {
        let required = pod.node_affinity.as_ref()?.required.as_ref()?;
        required.node_selector_terms.get(self.term as usize)
    }

    /// The requirement in a Pod.
    #[must_use]
    pub fn of(self, pod: &PodSpec) -> Option<&NodeSelectorRequirement> {
        self.term_of(pod)?
            .match_expressions
            .get(self.index as usize)
    }

    fn of_mut(self, pod: &mut PodSpec) -> Option<&mut NodeSelectorRequirement> {
        let required = pod.node_affinity.as_mut()?.required.as_mut()?;
        let term = required.node_selector_terms.get_mut(self.term as usize)?;
        term.match_expressions.get_mut(self.index as usize)
    }
}

impl Change {
    /// Makes the change. One that is about something that the Pod does not have changes nothing.
    ///
    /// ```
    /// use everynode::model::PodSpec;
    /// use everynode::placement::Change;
    /// let mut pod = PodSpec { node_name: "worker-1".into(), ..PodSpec::default() };
    /// Change::RemoveNodeName { name: "worker-1".into() }.apply(&mut pod);
    /// assert_eq!(pod, PodSpec::default());
    /// ```
    pub fn apply(&self, pod: &mut PodSpec) {
        match self {
            Self::Tolerate(toleration) => pod.tolerations.push(toleration.clone()),
            Self::Loosen {
                toleration,
                any_value,
                any_effect,
            } => {
                if let Some(own) = pod.tolerations.get_mut(*toleration as usize) {
                    if *any_value {
                        own.operator = Some(TolerationOperator::Exists);
                        own.value.clear();
                    }
                    if *any_effect {
                        own.effect = None;
                    }
                }
            }
            Self::TolerationKey { toleration, to, .. } => {
                if let Some(own) = pod.tolerations.get_mut(*toleration as usize) {
                    own.key.clone_from(to);
                }
            }
            Self::SelectorValue { key, to, .. } => {
                change_pair(pod, key, Some((key, Some(to))));
            }
            Self::SelectorKey { from, to, .. } => {
                change_pair(pod, from, Some((to, None)));
            }
            Self::RemoveSelector { key, .. } => change_pair(pod, key, None),
            Self::RequirementKey { at, to, .. } => {
                if let Some(own) = at.of_mut(pod) {
                    own.key.clone_from(to);
                }
            }
            Self::RequirementValue { at, value, to, .. } => {
                let own = at.of_mut(pod);
                if let Some(own) = own.and_then(|own| own.values.get_mut(*value as usize)) {
                    own.clone_from(to);
                }
            }
            Self::AddValue { at, value, .. } => {
                if let Some(own) = at.of_mut(pod) {
                    own.values.push(value.clone());
                }
            }
            Self::RemoveValue { at, value, .. } => {
                if let Some(own) = at.of_mut(pod) {
                    own.values.retain(|own| own != value);
                }
            }
            Self::RemoveNodeName { .. } => pod.node_name.clear(),
        }
    }
}

/// Gives the pair that has a key another one, and another value; `None` takes it away.
fn change_pair(pod: &mut PodSpec, key: &str, becomes: Option<(&str, Option<&str>)>) {
    let mut pairs: Vec<(&str, &str)> = Vec::with_capacity(pod.node_selector.len());
    for (own, value) in pod.node_selector.iter() {
        match becomes {
            _ if own != key => pairs.push((own, value)),
            Some((to, other)) => pairs.push((to, other.unwrap_or(value))),
            None => {}
        }
    }
    let changed: StringMap = pairs.into_iter().collect();
    pod.node_selector = changed;
}
