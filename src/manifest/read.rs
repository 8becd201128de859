//! The door: a text in, what it holds out.

use super::assemble::Assembler;
use super::decode::Position;
use super::{Limits, Reading, documents, findings};
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::sort_by_key;
use crate::source::{FileId, Place, TextRange};

/// Reads every object of a text: documents of YAML or JSON, lists taken apart, fragments made whole.
///
/// Never fails: what cannot be read is a finding, and the other documents are read all the same. Places are bytes of
/// `text`.
///
/// ```
/// use everynode::manifest::{Limits, read};
/// use everynode::source::FileId;
/// let text = "kind: Node\napiVersion: v1\nmetadata: {name: a}\n---\nkind: [\n---\nkind: Pod\napiVersion: v1\nmetadata: {name: b}";
/// let reading = read(FileId(0), text, &Limits::default());
/// let names: Vec<_> = reading.objects.iter().map(|o| o.metadata.name.as_str()).collect();
/// assert_eq!(names, ["a", "b"]);
/// assert_eq!(reading.diagnostics.len(), 1);
/// ```
#[must_use]
pub fn read(file: FileId, text: &str, limits: &Limits) -> Reading {
    let mut assembler = Assembler::new(limits);
    if text.len() > limits.bytes() {
        let message = format!("the text is larger than {} bytes", limits.bytes());
        let place = Place {
            file,
            range: TextRange::default(),
        };
        let finding =
            Diagnostic::new(Rule::LIMIT_EXCEEDED, place, message).why("Nothing of it is read.");
        assembler.reading.diagnostics.push(finding);
        return assembler.reading;
    }
    for (number, document) in documents::documents(text).enumerate() {
        let position = Position {
            file,
            start: u32::try_from(document.start).unwrap_or(u32::MAX),
            padding: 0,
        };
        if number >= limits.documents {
            let message = format!("the text holds more than {} documents", limits.documents);
            let place = position.place(TextRange::default());
            let finding = Diagnostic::new(Rule::LIMIT_EXCEEDED, place, message)
                .why("What follows is not read.");
            assembler.reading.diagnostics.push(finding);
            break;
        }
        if let Some(junk) = document.junk {
            let finding = findings::junk(junk, file, text);
            assembler.reading.diagnostics.push(finding);
        }
        if !documents::is_empty(document.text) {
            assembler.document(document.text, position);
        }
        if assembler.full {
            break;
        }
    }
    let mut reading = assembler.reading;
    sort_by_key(&mut reading.diagnostics, |finding| finding.place);
    reading
}
