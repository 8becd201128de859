//! The door: a text in, what it holds out.

use super::assemble::Assembler;
use super::decode::Position;
use super::page::{self, Passage};
use super::{Limits, Reading, Strictly, Taken, documents, findings};
use crate::diagnostic::{Diagnostic, Rule};
use crate::order::sort_by_key;
use crate::source::{FileId, TextRange};

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
    let mut assembler = Assembler::new(limits, Taken::default(), None);
    let position = Position {
        file,
        ..Position::default()
    };
    if is_read(text, position, &mut assembler) {
        let whole = Passage {
            text,
            start: 0,
            lead: "",
        };
        passages(&[whole], position, &mut assembler);
    }
    finish(assembler)
}

/// The same for a file, whose name may say that it is a page: of Markdown (`.md`) the fenced blocks are read, of a shell's
/// script (`.sh`) the here-documents. A text of another name is a page if it looks like one; where it is named a
/// manifest (`.yaml`, `.yml`, `.json`), that is a finding. Places are bytes of the page. `taken` is what other files have
/// taken of the limits. With `strictly`, objects are decoded strictly on the way, for whoever asks for that and for nothing
/// else: templates lack the text that they are compared by.
///
/// ```
/// use everynode::manifest::{Limits, Taken, read_named};
/// use everynode::source::FileId;
/// let page = "Cordon one:\n```yaml\nkind: Node\napiVersion: v1\nmetadata: {name: a}\n```\n";
/// let reading = read_named(FileId(0), "README.md", page, &Limits::default(), Taken::default(), None);
/// assert_eq!(reading.objects[0].place.range.of(page).lines().next(), Some("kind: Node"));
/// ```
#[must_use]
pub fn read_named(
    file: FileId,
    name: &str,
    text: &str,
    limits: &Limits,
    taken: Taken,
    strictly: Option<Strictly>,
) -> Reading {
    let mut assembler = Assembler::new(limits, taken, strictly);
    let position = Position {
        file,
        ..Position::default()
    };
    if is_read(text, position, &mut assembler) {
        let page = page::passages(name, text, position);
        assembler.reading.is_page = page.is_page;
        for finding in page.diagnostics {
            assembler.found.push(finding);
        }
        passages(&page.passages, position, &mut assembler);
    }
    finish(assembler)
}

/// Whether a text is not too large to be read.
fn is_read(text: &str, position: Position, assembler: &mut Assembler<'_>) -> bool {
    let bytes = assembler.limits.bytes();
    let fits = text.len() <= bytes.saturating_sub(assembler.taken.bytes);
    if !fits {
        let place = position.place(TextRange::default());
        let message = match assembler.taken.bytes {
            0 => format!("the text is larger than {bytes} bytes"),
            _ => format!("with this text, the files are larger than {bytes} bytes"),
        };
        let finding =
            Diagnostic::new(Rule::LIMIT_EXCEEDED, place, message).why("Nothing of it is read.");
        assembler.found.push(finding);
    }
    fits
}

fn passages(passages: &[Passage<'_>], position: Position, assembler: &mut Assembler<'_>) {
    let mut number = 0;
    for passage in passages {
        let position = position.after(passage.start);
        for document in documents::documents(passage.text, passage.lead) {
            let own = position.after(document.start);
            number += 1;
            if number > assembler.limits.documents {
                let message = format!(
                    "the text holds more than {} documents",
                    assembler.limits.documents
                );
                let place = own.place(TextRange::default());
                let finding = Diagnostic::new(Rule::LIMIT_EXCEEDED, place, message)
                    .why("What follows is not read.");
                assembler.found.push(finding);
                return;
            }
            if let Some(junk) = document.junk {
                let finding = findings::junk(junk, position, passage.text);
                assembler.found.push(finding);
            }
            if !documents::is_empty(document.text) {
                assembler.document(document.text, own);
            }
            if assembler.full {
                return;
            }
        }
    }
}

fn finish(assembler: Assembler<'_>) -> Reading {
    let mut reading = assembler.reading;
    reading.diagnostics = assembler.found.finish();
    sort_by_key(&mut reading.diagnostics, |finding| finding.place);
    reading
}
