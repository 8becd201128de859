//! Trees to typed objects: each type says which field goes where; a wrong type costs its field only.

mod object;
mod scalars;
mod template;

use super::Origin;
use super::found::Found;
use super::scalar::Resolved;
use super::tree::{Node, Value};
use crate::diagnostic::{Diagnostic, Fix, Rule, Safety, TextEdit};
use crate::source::{FieldPath, FileId, Place, TextRange};

pub(super) use template::canonical_json;
use template::canonical_revision;

/// Where the text that is read stands in its file.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Position {
    pub(super) file: FileId,
    /// The file's byte that the first byte behind the padding is.
    pub(super) start: u32,
    /// Spaces put before the text, which the file does not have.
    pub(super) padding: u32,
}

impl Position {
    /// Of a text that begins so many bytes further in the file.
    pub(super) fn after(self, bytes: usize) -> Self {
        let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
        Self {
            start: self.start.saturating_add(bytes),
            ..self
        }
    }

    /// A range of the text as a place in the file.
    pub(super) fn place(self, range: TextRange) -> Place {
        let byte = |at: u32| at.saturating_sub(self.padding).saturating_add(self.start);
        Place {
            file: self.file,
            range: TextRange::new(byte(range.start), byte(range.end)),
        }
    }
}

/// Decodes values and notes what does not fit.
pub(super) struct Decoder<'d> {
    pub(super) position: Position,
    pub(super) found: &'d mut Found,
}

/// The way to a value, on the stack: it becomes a [`FieldPath`] only in a finding.
#[derive(Clone, Copy, Debug)]
pub(super) enum Path<'p> {
    Root,
    Field(&'p Path<'p>, &'p str),
    Index(&'p Path<'p>, usize),
}

impl Path<'_> {
    fn to_field_path(self) -> FieldPath {
        match self {
            Self::Root => FieldPath::root(),
            Self::Field(parent, name) => parent.to_field_path().field(name),
            Self::Index(parent, index) => parent.to_field_path().index(index),
        }
    }
}

/// Reads itself from a value that is not null; it is its own default before. `false` where nothing of it could be used.
pub(super) trait Decode {
    fn decode(&mut self, node: Node<'_>, path: &Path<'_>, decoder: &mut Decoder<'_>) -> bool;
}

/// What grows item by item.
trait Items {
    /// The next item, for now its default.
    fn add(&mut self) -> Option<&mut dyn Decode>;
}

impl Decoder<'_> {
    /// Decodes into a field that is its default. Null is absent.
    pub(super) fn fill(&mut self, target: &mut dyn Decode, node: Node<'_>, path: &Path<'_>) {
        if !node.is_null() {
            target.decode(node, path, self);
        }
    }

    /// Decodes the fields of a map, each into its target; of equal keys the last one counts.
    fn fields(
        &mut self,
        node: Node<'_>,
        path: &Path<'_>,
        names: &[&str],
        targets: &mut [&mut dyn Decode],
    ) -> bool {
        let is_map = self.is_map(node, path);
        if is_map {
            for (name, target) in names.iter().zip(targets) {
                self.field(*target, node, path, name);
            }
        }
        is_map
    }

    /// Decodes a field of a map. A name with points is that of a field inside a field.
    pub(super) fn field(
        &mut self,
        target: &mut dyn Decode,
        map: Node<'_>,
        path: &Path<'_>,
        name: &str,
    ) {
        let (name, inner) = name.split_once('.').unwrap_or((name, ""));
        let Some(value) = map.get(name) else { return };
        let path = Path::Field(path, name);
        if inner.is_empty() {
            self.fill(target, value, &path);
        } else if self.is_map(value, &path) {
            self.field(target, value, &path, inner);
        }
    }

    /// Decodes the items of a list.
    fn items(&mut self, target: &mut dyn Items, node: Node<'_>, path: &Path<'_>) -> bool {
        let is_list = node.is_list();
        if !is_list {
            self.wrong_type(node, path, "a list");
        }
        for (index, item) in node.items().enumerate() {
            if let Some(target) = target.add() {
                self.fill(target, item, &Path::Index(path, index));
            }
        }
        is_list
    }

    /// Whether it is a map; a finding where it is something else.
    pub(super) fn is_map(&mut self, node: Node<'_>, path: &Path<'_>) -> bool {
        let is_map = node.is_map();
        if !is_map && !node.is_null() {
            self.wrong_type(node, path, "a map");
        }
        is_map
    }

    /// The value has another type than its field.
    fn wrong_type(&mut self, node: Node<'_>, path: &Path<'_>, wanted: &str) {
        let place = self.position.place(node.range());
        let last = self.found.last();
        if last.is_some_and(|last| last.rule == Rule::WRONG_TYPE && last.place == place) {
            // Another field inside of the same value.
            return;
        }
        if !self.found.admits(Rule::WRONG_TYPE, place) {
            return;
        }
        let path = path.to_field_path();
        let (text, found) = match node.value() {
            Value::Map => (None, "a map"),
            Value::List => (None, "a list"),
            Value::Scalar(text, resolved) => (Some(text), resolved.describe()),
        };
        let message = match text {
            Some(text) => format!(
                "`{path}` must be {wanted}, and `{}` is {found}",
                shorten(text)
            ),
            None => format!("`{path}` must be {wanted}, and here is {found}"),
        };
        let mut finding = Diagnostic::new(Rule::WRONG_TYPE, place, message)
            .why("The API server refuses the whole object.")
            .at(path);
        let written = match (text, node.value()) {
            (Some(text), Value::Scalar(_, Resolved::Text)) if wanted != "text" => {
                useful(text, wanted).then(|| text.to_owned())
            }
            (Some(text), Value::Scalar(..)) if wanted == "text" => Some(format!("\"{text}\"")),
            _ => None,
        };
        if let Some(new_text) = written {
            let (title, help) = if wanted == "text" {
                let help = format!("Without quotes, kubectl reads {found}.");
                ("Put the value in quotes", help)
            } else {
                let help = format!("In quotes, it is text; without them, {wanted}.");
                ("Take the quotes away", help)
            };
            finding = finding.help(help).fix(Fix {
                title: title.into(),
                safety: Safety::Safe,
                edits: vec![TextEdit { place, new_text }],
            });
        }
        self.found.add(finding);
    }
}

/// Whether a text would be what is wanted if it stood without quotes.
fn useful(text: &str, wanted: &str) -> bool {
    match super::scalar::resolve(text) {
        Resolved::Bool(_) => wanted == "`true` or `false`",
        Resolved::Int(_) => wanted == "a whole number",
        _ => false,
    }
}

/// Long values are cut, so that a message stays one line.
fn shorten(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(40) {
        Some((at, _)) => format!("{}…", line.get(..at).unwrap_or_default()),
        None if line.len() < text.trim_end().len() => format!("{line}…"),
        None => line.to_owned(),
    }
}

/// Fields by their names in the API; a name with points stands for a field inside a field.
macro_rules! fields {
    ($($type:ty { $($name:literal => $field:ident),* $(,)? })*) => {$(
        impl Decode for $type {
            fn decode(&mut self, node: Node<'_>, path: &Path<'_>, decoder: &mut Decoder<'_>) -> bool {
                decoder.fields(node, path, &[$($name),*], &mut [$(&mut self.$field),*])
            }
        }
    )*};
}
use fields;

/// Whether a cluster printed this object.
///
/// A status of nothing but zeros does not count: tools that print objects from Go types write such a status.
pub(super) fn origin(object: Node<'_>) -> Origin {
    let metadata = object.get("metadata");
    let given = |name: &str| {
        metadata
            .and_then(|m| m.get(name))
            .is_some_and(|v| !v.text().is_empty() && !v.is_null())
    };
    if given("uid") || given("resourceVersion") || object.get("status").is_some_and(says_something)
    {
        Origin::Recorded
    } else {
        Origin::Proposed
    }
}

fn says_something(node: Node<'_>) -> bool {
    match node.value() {
        Value::Map => node.entries().any(|(_, value)| says_something(value)),
        Value::List => node.items().any(says_something),
        Value::Scalar(_, Resolved::Null | Resolved::Int(0)) => false,
        Value::Scalar(text, _) => !text.is_empty(),
    }
}
