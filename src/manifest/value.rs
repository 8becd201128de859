//! Texts and objects as plain values: a patch, and what it is applied to.

use super::build::{Build, Stop};
use super::decode::Position;
use super::event::Events;
use super::found::Found;
use super::json::JsonEvents;
use super::scalar::{Resolved, json_number};
use super::shape::{self, Fragment};
use super::stream::{self, Mode};
use super::tree::{Node, Value};
use super::yaml::YamlEvents;
use super::{FragmentKind, Limits, Object, documents, findings, places};
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::Json;
use crate::source::{FileId, SourceMap, TextRange};

/// A text that is one value.
#[derive(Clone, Debug, Default)]
pub struct ValueReading {
    /// `None` where the text cannot be read, or says nothing.
    pub value: Option<Json>,
    /// Where each field is written.
    pub places: SourceMap,
    /// What was found while reading.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a text of YAML or JSON as one value, whatever it is. What follows the first document is not read.
///
/// ```
/// use everynode::manifest::{Limits, read_value};
/// use everynode::source::FileId;
/// let reading = read_value(FileId(0), "spec: {minReadySeconds: 010}", &Limits::default());
/// assert_eq!(reading.value.unwrap().to_text(), r#"{"spec":{"minReadySeconds":8}}"#);
/// ```
#[must_use]
pub fn read_value(file: FileId, text: &str, limits: &Limits) -> ValueReading {
    let mut reading = ValueReading::default();
    let position = Position {
        file,
        ..Position::default()
    };
    if text.len() > limits.bytes() {
        let place = position.place(TextRange::default());
        let message = format!("the text is larger than {} bytes", limits.bytes());
        let finding = Diagnostic::new(Rule::LIMIT_EXCEEDED, place, message);
        reading
            .diagnostics
            .push(finding.why("Nothing of it is read."));
        return reading;
    }
    let documents = documents::documents(text, "");
    let mut documents = documents.filter(|document| !documents::is_empty(document.text));
    let Some(document) = documents.next() else {
        return reading;
    };
    let position = position.after(document.start);
    let mut found = Found::default();
    match build(document.text, limits) {
        Ok(build) => {
            findings::faults(&build.faults, document.text, position, &mut found);
            reading.value = build.tree.root().map(json);
            reading.places = places::of_value(&build, position);
        }
        Err((stop, is_json)) => {
            found.push(findings::stop(&stop, document.text, position, is_json));
        }
    }
    reading.diagnostics = found.finish();
    reading
}

/// JSON where it is JSON, else YAML. Of a text that is neither, what is wrong with it as what it looks like.
fn build<'t>(text: &'t str, limits: &Limits) -> Result<Build<'t>, (Stop, bool)> {
    let is_json = text.trim_start().starts_with(['{', '[']);
    let json = is_json.then(|| whole(text, limits, Events::Json(JsonEvents::new(text, 0))));
    let yaml = || {
        findings::check_characters(text)?;
        whole(text, limits, Events::Yaml(Box::new(YamlEvents::new(text))))
    };
    match json {
        Some(Ok(build)) => Ok(build),
        Some(Err(stop)) => yaml().map_err(|_| (stop, true)),
        None => yaml().map_err(|stop| (stop, false)),
    }
}

fn whole<'t>(text: &'t str, limits: &Limits, mut events: Events<'t>) -> Result<Build<'t>, Stop> {
    let mut no_item = |_: &mut Build<'t>, _: &str| Ok(());
    let read = stream::read(text, &mut events, limits, Mode::Whole, &mut no_item);
    read.result.map(|()| read.root)
}

impl Object {
    /// The whole object as a value, whatever its kind; a part of a DaemonSet as one that has nothing else. `text` is the file's; `None` where it is not the object's any more.
    #[must_use]
    pub fn json(&self, text: &str) -> Option<Json> {
        let limits = Limits {
            nesting: usize::MAX,
            ..Limits::default()
        };
        let mut found = None;
        places::with_object(self.place, text, &limits, &mut |_, _, root| {
            found = root.map(|root| match shape::fragment(root) {
                Some(fragment) => around(fragment, json(root)),
                None => json(root),
            });
        });
        found
    }
}

/// The maps of a DaemonSet around a part of one.
fn around(fragment: Fragment, part: Json) -> Json {
    let part = match fragment.kind {
        FragmentKind::Container => Json::List(vec![part]),
        _ => part,
    };
    let outwards = fragment.at.iter().rev();
    outwards.fold(part, |value, field| {
        Json::map([((*field).to_owned(), value)])
    })
}

/// A value of a tree, aliases followed. Recurses as deep as the reader's limit on nesting lets values nest.
pub(super) fn json(node: Node<'_>) -> Json {
    match node.value() {
        Value::Map => {
            let entries = node.entries();
            Json::map(entries.map(|(key, value)| (key.text().to_owned(), json(value))))
        }
        Value::List => Json::List(node.items().map(json).collect()),
        Value::Scalar(text, Resolved::Text) => Json::text(text),
        Value::Scalar(_, Resolved::Null) => Json::Null,
        Value::Scalar(_, Resolved::Bool(value)) => Json::Bool(value),
        Value::Scalar(text, number) => match json_number(text, number) {
            Some(number) => Json::Number(number.into()),
            None => Json::text(text),
        },
    }
}
