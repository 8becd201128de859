/// Switches of the cluster that change what a judge says. All are off where nobody says otherwise, as in 1.36.
///
/// Upstream: pkg/features/kube_features.go (v1.36.3)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FeatureGates {
    /// `TaintTolerationComparisonOperators`: tolerations may compare numbers with `Lt` and `Gt`.
    pub taint_toleration_comparison_operators: bool,
}
