use crate::matching::{FieldError, TolerationField};
use crate::model::{NodeSelectorRequirement, Taint};

/// What the controller decides about one Node, with every check that it makes and those it would make, had an earlier
/// one not ended it. Texts are borrowed from the rules and from the Node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeJudgement<'a> {
    /// A daemon Pod is made here when there is none.
    pub should_run: bool,
    /// A daemon Pod that is here is left alone.
    pub should_continue_running: bool,
    /// `None`: the template names no Node.
    pub node_name: Option<NodeNameJudgement<'a>>,
    /// Sorted by key; all must match.
    pub node_selector: Vec<NodeSelectorJudgement<'a>>,
    /// `None`: nothing is required.
    pub node_affinity: Option<NodeAffinityJudgement<'a>>,
    /// In the order of the Node.
    pub taints: Vec<TaintJudgement<'a>>,
}

impl NodeJudgement<'_> {
    /// Whether the template names this Node or none.
    #[must_use]
    pub fn node_name_matches(&self) -> bool {
        self.node_name.as_ref().is_none_or(|name| name.matches)
    }

    /// Whether all pairs of the node selector match.
    #[must_use]
    pub fn node_selector_matches(&self) -> bool {
        self.node_selector.iter().all(|pair| pair.matches)
    }

    /// Whether a term of the required node affinity matches, or nothing is required.
    #[must_use]
    pub fn node_affinity_matches(&self) -> bool {
        self.node_affinity
            .as_ref()
            .is_none_or(|affinity| affinity.matches)
    }
}

/// Whether the template names this Node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NodeNameJudgement<'a> {
    /// The Node it names.
    pub wanted: &'a str,
    /// Whether it is this one.
    pub matches: bool,
}

/// One pair of the node selector.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NodeSelectorJudgement<'a> {
    /// The label.
    pub key: &'a str,
    /// The value it must have.
    pub wanted: &'a str,
    /// What the Node has; `None`: no such label.
    pub value: Option<&'a str>,
    /// Whether they are equal.
    pub matches: bool,
}

/// The required node affinity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeAffinityJudgement<'a> {
    /// In the order of the manifest; one must match.
    pub terms: Vec<TermJudgement<'a>>,
    /// Whether one matches.
    pub matches: bool,
    /// When none matches: Kubernetes' error about terms that cannot be parsed, which the controller swallows.
    pub error: Option<String>,
}

/// One term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermJudgement<'a> {
    /// Those on labels, then those on fields; all must match. A term without any matches nothing.
    pub requirements: Vec<RequirementJudgement<'a>>,
    /// Whether they do.
    pub matches: bool,
}

/// One requirement of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequirementJudgement<'a> {
    /// As written.
    pub written: &'a NodeSelectorRequirement,
    /// Whether it stands in `matchFields` (else in `matchExpressions`).
    pub on_field: bool,
    /// Its position there.
    pub index: u32,
    /// What the Node has; `None`: no such label or field.
    pub value: Option<&'a str>,
    /// Whether it matches.
    pub outcome: RequirementOutcome<'a>,
}

/// What became of a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequirementOutcome<'a> {
    /// The Node fulfils it.
    Matches,
    /// The Node does not.
    Differs,
    /// Kubernetes cannot parse it, so its term matches no Node.
    Unparsable(&'a [FieldError]),
}

/// One taint of the Node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaintJudgement<'a> {
    /// The taint.
    pub taint: &'a Taint,
    /// What it does to this DaemonSet.
    pub outcome: TaintOutcome,
    /// Positions in [`tolerations`](super::DaemonPodRules::tolerations) of those that tolerate it.
    pub tolerated_by: Vec<u32>,
    /// When none does: the toleration that comes closest.
    pub nearest: Option<NearestToleration>,
}

/// What a taint does to a DaemonSet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaintOutcome {
    /// Nothing: it is tolerated.
    Tolerated,
    /// `NoSchedule`: no new Pod; one that is there stays.
    KeepsOut,
    /// `NoExecute`: no new Pod; one that is there is deleted.
    Evicts,
    /// `PreferNoSchedule` (and what the API server would refuse) never decides for a DaemonSet.
    NoSay,
}

/// A toleration that nearly tolerates a taint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearestToleration {
    /// Its position in [`tolerations`](super::DaemonPodRules::tolerations).
    pub index: u32,
    /// What does not agree.
    pub differs: Vec<TolerationField>,
}
