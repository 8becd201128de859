/// One requirement of a node selector term, as written: operators and values are not checked here.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go NodeSelectorRequirement (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NodeSelectorRequirement {
    /// A label, or in `matchFields` a field of the Node.
    pub key: String,
    /// `In`, `NotIn`, `Exists`, `DoesNotExist`, `Gt` or `Lt`; anything else matches nothing.
    pub operator: String,
    /// As written, in order.
    pub values: Vec<String>,
}

/// Requirements that must all hold.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go NodeSelectorTerm (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NodeSelectorTerm {
    /// On labels.
    pub match_expressions: Vec<NodeSelectorRequirement>,
    /// On fields; upstream knows `metadata.name` only.
    pub match_fields: Vec<NodeSelectorRequirement>,
}

/// Terms of which any must hold. Without terms it matches nothing.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go NodeSelector (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NodeSelector {
    /// In the order of the manifest.
    pub node_selector_terms: Vec<NodeSelectorTerm>,
}

/// A preference; it never decides where a daemon Pod runs.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go PreferredSchedulingTerm (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PreferredSchedulingTerm {
    /// 1 to 100.
    pub weight: i64,
    /// What is preferred.
    pub preference: NodeSelectorTerm,
}

/// Where a Pod must and would like to run.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go NodeAffinity (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NodeAffinity {
    /// `None`: nothing is required.
    pub required: Option<NodeSelector>,
    /// In the order of the manifest.
    pub preferred: Vec<PreferredSchedulingTerm>,
}
