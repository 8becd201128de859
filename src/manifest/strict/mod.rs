//! A document held against the API's types, as the server's strict decoding does it: the object that it would store
//! before defaults, and every mistake in the server's words, with its place and what was probably meant.
//!
//! Upstream: staging/src/k8s.io/apimachinery/pkg/runtime/serializer/json/json.go Serializer.Decode (v1.36.3),
//! sigs.k8s.io/json UnmarshalStrict

mod access;
mod go_text;
mod hint;
mod json_text;
mod kind;
mod leaf;
mod object;
mod time_text;
mod value;
mod walk;

use super::build::{Build, Fault};
use super::decode::Position;
use super::event::Events;
use super::json::JsonEvents;
use super::places::with_object;
use super::stream::{self, Mode};
use super::tree::Node;
use super::yaml::YamlEvents;
use super::{Limits, Object, documents};
use crate::source::{FieldPath, Place};
use std::cell::Cell;
use std::fmt;

pub use go_text::quote as go_quote;
pub use hint::Hint;
pub use json_text::string as go_json_string;
pub use kind::may_be_served;
pub use leaf::rounded_quantity;
pub use value::{StoredField, StoredStruct, StoredValue};

/// What strict decoding makes of one document.
#[derive(Debug, Default)]
pub struct Decoded {
    /// As written.
    pub api_version: String,
    /// As written.
    pub kind: String,
    /// As the server has it before defaults. `None` where the document is none of the kinds of the table, or is so wrong that
    /// the server has nothing.
    pub object: Option<StoredStruct>,
    /// In the order in which the server meets them: of YAML, which kubectl turns into JSON, by the names of the fields.
    pub errors: Vec<StrictError>,
    /// The text is no YAML or JSON that kubectl can read; the reader's own findings say why.
    pub unreadable: bool,
}

/// One thing that the server does not take.
#[derive(Debug)]
pub struct StrictError {
    /// What is wrong.
    pub fault: StrictFault,
    /// The server's text for it, as if it were alone.
    pub text: String,
    /// The field.
    pub path: FieldPath,
    /// The field's name where that is the mistake, its value otherwise.
    pub place: Place,
    /// What was probably meant.
    pub hint: Option<Hint>,
}

/// Kinds of mistakes, by what the server does then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StrictFault {
    /// The type has no such field. The server names all of these, unless there is something worse.
    UnknownField,
    /// The field stands twice in JSON. The server names all of these, unless there is something worse.
    DuplicateField,
    /// The value has another type. The server reads on, and names the first one alone.
    WrongType,
    /// A quantity, a time, or a number or text, that reads as none. The server stops here.
    Malformed,
    /// Group, version or kind is missing, unknown, or no text. The server reads nothing else.
    UnknownKind,
}

impl StrictError {
    /// Whether the server, if it is not asked to be strict, takes the object all the same.
    #[must_use]
    pub fn leaves_an_object(&self) -> bool {
        matches!(
            self.fault,
            StrictFault::UnknownField | StrictFault::DuplicateField
        )
    }
}

impl Decoded {
    /// The texts that the server answers with: of several mistakes, it does not tell all.
    pub fn answer(&self) -> impl Iterator<Item = &str> {
        let has = |fault: StrictFault| self.errors.iter().any(|error| error.fault == fault);
        let alone = [
            StrictFault::UnknownKind,
            StrictFault::Malformed,
            StrictFault::WrongType,
        ];
        let worst = alone.into_iter().find(|fault| has(*fault));
        let told = self
            .errors
            .iter()
            .filter(move |error| worst.is_none_or(|worst| worst == error.fault));
        told.map(|error| error.text.as_str())
            .take(if worst.is_some() { 1 } else { usize::MAX })
    }
}

/// Where keys and values come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Language {
    /// As written: equal keys all count, numbers are what stands there.
    Json,
    /// Turned into JSON by kubectl: keys sorted, of equal ones the last, numbers as Go writes them.
    Yaml,
}

/// Decodes every document of a text that is not empty.
///
/// ```
/// use everynode::manifest::{Limits, strict};
/// let text = "apiVersion: v1\nkind: Pod\nspec:\n  contaners: []\n";
/// let decoded = &strict(text, &Limits::default())[0];
/// let error = &decoded.errors[0];
/// assert_eq!(error.text, "unknown field \"spec.contaners\"");
/// assert_eq!(error.place.range.of(text), "contaners");
/// assert_eq!(error.hint.as_ref().unwrap().to_string(), "did you mean `containers`");
/// ```
#[must_use]
pub fn strict(text: &str, limits: &Limits) -> Vec<Decoded> {
    let all = documents::documents(text, "");
    let filled = all.filter(|document| {
        let mut lines = document.text.trim_start_matches('\u{feff}').lines();
        lines.any(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'))
    });
    filled
        .map(|document| {
            let position = Position::default().after(document.start);
            let json = document.text.trim_start().starts_with('{');
            let json = json.then(|| {
                let mut events = Events::Json(JsonEvents::new(document.text, 0));
                build(document.text, limits, &mut events)
            });
            if let Some(build) = json.flatten() {
                return one(&build, build.tree.root(), position, Language::Json);
            }
            let mut events = Events::Yaml(Box::new(YamlEvents::new(document.text)));
            match build(document.text, limits, &mut events) {
                Some(build) => one(&build, build.tree.root(), position, Language::Yaml),
                None => Decoded {
                    unreadable: true,
                    ..Decoded::default()
                },
            }
        })
        .collect()
}

impl Language {
    /// Of an object's own text.
    fn of(own: &str) -> Self {
        match own.starts_with(['{', '[']) {
            true => Self::Json,
            false => Self::Yaml,
        }
    }
}

/// Strict decoding of each object while it is read, for [`read_named`](super::read_named): whoever asks for all of them
/// need not read the text twice.
#[derive(Clone, Copy, Debug)]
pub struct Strictly(fn(&Build<'_>, Node<'_>, Position) -> Decoded);

/// The only one there is.
pub const STRICTLY: Strictly = Strictly(alongside);

impl Strictly {
    pub(super) fn decode(self, build: &Build<'_>, root: Node<'_>, position: Position) -> Early {
        Early(Cell::new(Some(Box::new((self.0)(build, root, position)))))
    }
}

fn alongside(build: &Build<'_>, root: Node<'_>, position: Position) -> Decoded {
    // The module that a page loads first does without, and the optimiser keeps this function's address there.
    if !cfg!(feature = "apiserver") {
        return Decoded::default();
    }
    let language = Language::of(root.range().of(build.tree.text));
    one(build, Some(root), position, language)
}

/// What was made of an object while it was read, for the first who asks.
#[derive(Default)]
pub(super) struct Early(Cell<Option<Box<Decoded>>>);

impl fmt::Debug for Early {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Early")
    }
}

impl Clone for Early {
    /// Without it: a second one reads the text again.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Object {
    /// What strict decoding makes of this object, whose file this text is.
    #[must_use]
    pub fn strict(&self, text: &str, limits: &Limits) -> Decoded {
        if let Some(early) = self.early.0.take() {
            return *early;
        }
        let own = text.get(self.place.range.as_usize()).unwrap_or_default();
        let language = Language::of(own);
        let mut decoded = Decoded::default();
        with_object(self.place, text, limits, &mut |build, position, root| {
            decoded = one(build, root, position, language);
        });
        decoded
    }
}

fn build<'t>(text: &'t str, limits: &Limits, events: &mut Events<'t>) -> Option<Build<'t>> {
    let mut no_item = |_: &mut Build<'t>, _: &str| Ok(());
    let read = stream::read(text, events, limits, Mode::Whole, &mut no_item);
    read.result.is_ok().then_some(read.root)
}

fn one(
    build: &Build<'_>,
    root: Option<Node<'_>>,
    position: Position,
    language: Language,
) -> Decoded {
    // Equal keys are no hindrance to kubectl: the last one wins.
    let hinders = |fault: &Fault| !matches!(fault, Fault::DuplicateKey { .. });
    match root {
        Some(root) if !build.faults.iter().any(hinders) => {
            object::decode(root, build.tree.text, position, language)
        }
        _ => Decoded {
            unreadable: true,
            ..Decoded::default()
        },
    }
}
