/// An amount of a resource: `100m`, `128Mi`, `1e3`. Kept as written; read on demand.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go Quantity (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quantity {
    text: Box<str>,
}

impl Quantity {
    /// As written, unread.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { text: text.into() }
    }

    /// As written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}
