use super::StringMap;

/// One requirement of a label selector, as written.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/types.go LabelSelectorRequirement (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LabelSelectorRequirement {
    /// The label.
    pub key: String,
    /// `In`, `NotIn`, `Exists` or `DoesNotExist`.
    pub operator: String,
    /// As written, in order.
    pub values: Vec<String>,
}

/// Selects Pods by their labels; pairs and expressions must all hold.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/types.go LabelSelector (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LabelSelector {
    /// Pairs that must be equal.
    pub match_labels: StringMap,
    /// Further requirements.
    pub match_expressions: Vec<LabelSelectorRequirement>,
}
