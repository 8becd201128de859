/// A number, or a percentage as text.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/intstr/intstr.go IntOrString (v1.36.3)
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IntOrString {
    /// A number of Pods.
    Int(i32),
    /// As written: `"10%"`.
    String(String),
}

impl std::fmt::Display for IntOrString {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Int(number) => write!(f, "{number}"),
            Self::String(text) => f.write_str(text),
        }
    }
}
