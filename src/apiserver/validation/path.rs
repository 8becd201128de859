//! The way to a field, as messages have it.

/// The way from the object to a field. It lives on the stack: each step borrows the one before.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/validation/field/path.go Path (v1.36.3)
#[derive(Clone, Copy)]
pub(super) struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    step: Step<'p>,
}

#[derive(Clone, Copy)]
enum Step<'p> {
    Field(&'p str),
    Index(usize),
    Key(&'p str),
}

impl<'p> Path<'p> {
    /// A way that starts at this field, or at several, apart by a point.
    pub(super) fn new(name: &'p str) -> Self {
        Self {
            parent: None,
            step: Step::Field(name),
        }
    }

    /// A field of this value, or a way of several, apart by a point.
    #[inline(never)] // Hundreds of calls, each of which is shorter than the step itself.
    pub(super) fn field(&'p self, name: &'p str) -> Self {
        self.then(Step::Field(name))
    }

    /// An item of this list.
    pub(super) fn index(&'p self, index: usize) -> Self {
        self.then(Step::Index(index))
    }

    /// An entry of this map.
    pub(super) fn key(&'p self, key: &'p str) -> Self {
        self.then(Step::Key(key))
    }

    fn then(&'p self, step: Step<'p>) -> Self {
        Self {
            parent: Some(self),
            step,
        }
    }

    /// As messages have it: `spec.containers[0].ports`.
    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    /// Recurses as often as the way has steps, of which no check takes more than twenty.
    fn write(&self, out: &mut String) {
        if let Some(parent) = self.parent {
            parent.write(out);
        }
        match self.step {
            Step::Field(name) => {
                if !out.is_empty() && !name.is_empty() {
                    out.push('.');
                }
                out.push_str(name);
            }
            Step::Index(index) => {
                out.push('[');
                out.push_str(&index.to_string());
                out.push(']');
            }
            Step::Key(key) => {
                out.push('[');
                out.push_str(key);
                out.push(']');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_written_as_in_messages() {
        let spec = Path::new("spec.template");
        let labels = spec.field("labels");
        assert_eq!(labels.key("a.b/c").text(), "spec.template.labels[a.b/c]");
        let list = spec.field("ports");
        assert_eq!(
            list.index(3).field("name").text(),
            "spec.template.ports[3].name"
        );
        assert_eq!(Path::new("").field("spec").text(), "spec");
    }
}
