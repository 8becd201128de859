use std::fmt;
use std::rc::Rc;

/// One step of a field path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Segment {
    /// A field of the API, or the key of a map.
    Field(Rc<str>),
    /// A position in a list, from 0.
    Index(u32),
}

/// The way from an object to one of its values, as the API writes it.
///
/// Keys of maps are written like upstream's `field.Path.Key`, in brackets, where they are not plain identifiers.
///
/// ```
/// use everynode::source::FieldPath;
/// let path = FieldPath::root().field("spec").field("tolerations").index(0).field("key");
/// assert_eq!(path.to_string(), "spec.tolerations[0].key");
/// assert_eq!(FieldPath::root().field("metadata").field("labels").field("a/b").to_string(), "metadata.labels[a/b]");
/// ```
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/validation/field/path.go Path.String (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldPath {
    segments: Vec<Segment>,
}

impl FieldPath {
    /// The object itself.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// From fields alone: `["spec", "template"]`.
    #[must_use]
    pub fn of(fields: &[&str]) -> Self {
        fields
            .iter()
            .fold(Self::root(), |path, name| path.field(name))
    }

    /// One field further.
    #[must_use]
    pub fn field(mut self, name: &str) -> Self {
        self.segments.push(Segment::Field(name.into()));
        self
    }

    /// One list item further.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        self.segments
            .push(Segment::Index(u32::try_from(index).unwrap_or(u32::MAX)));
        self
    }

    /// The steps, from the object inwards.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// One step outwards; `None` at the object itself.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let (_, rest) = self.segments.split_last()?;
        Some(Self {
            segments: rest.to_vec(),
        })
    }

    /// Whether this is the object itself.
    #[must_use]
    pub fn is_root(&self) -> bool {
        self.segments.is_empty()
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, segment) in self.segments.iter().enumerate() {
            match segment {
                Segment::Index(index) => write!(f, "[{index}]")?,
                Segment::Field(name)
                    if name
                        .bytes()
                        .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'$')
                        && !name.is_empty() =>
                {
                    if at > 0 {
                        f.write_str(".")?;
                    }
                    f.write_str(name)?;
                }
                Segment::Field(name) => write!(f, "[{name}]")?,
            }
        }
        Ok(())
    }
}
