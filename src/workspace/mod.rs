//! The pipeline held once: open texts, ask; recomputes only what an edit touched.
//!
//! Texts keep their slot for as long as they are open, so that a place found earlier still names the same file.

mod duplicates;
mod open;

use crate::diagnostic::Diagnostic;
use crate::manifest::{Limits, Object};
use crate::source::{FileId, SourceFile};
use open::OpenText;

/// Open texts and what they hold.
///
/// ```
/// use everynode::workspace::Workspace;
/// let mut workspace = Workspace::new();
/// workspace.set_text("node.yaml", "apiVersion: v1\nkind: Node\nmetadata: {name: a}\n");
/// assert_eq!(workspace.objects().count(), 1);
/// assert!(workspace.diagnostics().is_empty());
/// ```
#[derive(Debug, Default)]
pub struct Workspace {
    /// A closed text leaves its slot empty.
    slots: Vec<Option<OpenText>>,
    limits: Limits,
}

impl Workspace {
    /// Without texts, with the default limits.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens a text, or replaces the open text of this name. The same text again costs nothing.
    pub fn set_text(&mut self, name: &str, text: &str) {
        self.open(OpenText::from_text(name, text));
    }

    /// The same for bytes: UTF-8, with or without a byte-order mark. Bytes that are not UTF-8 are a finding, and are
    /// read as the replacement character.
    pub fn set_bytes(&mut self, name: &str, bytes: &[u8]) {
        self.open(OpenText::from_bytes(name, bytes));
    }

    /// Closes a text. A name that is not open is none of anybody's trouble.
    pub fn remove_file(&mut self, name: &str) {
        if let Some(slot) = self.slot(name) {
            *slot = None;
        }
    }

    /// Sets the limits; texts are read again only when they differ.
    pub fn set_limits(&mut self, limits: Limits) {
        if limits != self.limits {
            self.limits = limits;
            self.slots.iter_mut().flatten().for_each(OpenText::forget);
        }
    }

    /// A file by its id.
    #[must_use]
    pub fn file(&self, id: FileId) -> Option<&SourceFile> {
        let slot = self.slots.get(id.0 as usize)?.as_ref()?;
        Some(slot.file())
    }

    /// The text of an open file by its name, as it is read: without a byte-order mark.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        let open = self
            .slots
            .iter()
            .flatten()
            .find(|open| open.file().name == name)?;
        Some(&open.file().text)
    }

    /// Every object, by file in the order of opening, then by place.
    pub fn objects(&mut self) -> impl Iterator<Item = &Object> {
        self.read();
        self.slots.iter().flatten().flat_map(OpenText::objects)
    }

    /// What reading found, by file in the order of opening, then by place.
    pub fn diagnostics(&mut self) -> Vec<Diagnostic> {
        self.read();
        let open = self.slots.iter().flatten();
        let mut found: Vec<Diagnostic> = open.flat_map(OpenText::diagnostics).cloned().collect();
        let objects = self.slots.iter().flatten().flat_map(OpenText::objects);
        found.extend(duplicates::find(objects));
        found.sort_by_key(|finding| finding.place);
        found
    }

    fn slot(&mut self, name: &str) -> Option<&mut Option<OpenText>> {
        let named = |slot: &&mut Option<OpenText>| {
            slot.as_ref().is_some_and(|open| open.file().name == name)
        };
        self.slots.iter_mut().find(named)
    }

    fn open(&mut self, text: OpenText) {
        match self.slot(&text.file().name) {
            Some(Some(open)) if open.file().text == text.file().text => {}
            Some(slot) => *slot = Some(text),
            None => self.slots.push(Some(text)),
        }
    }

    fn read(&mut self) {
        let limits = self.limits;
        for (index, slot) in self.slots.iter_mut().enumerate() {
            if let Some(open) = slot {
                open.read(FileId(u32::try_from(index).unwrap_or(u32::MAX)), &limits);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(workspace: &mut Workspace) -> Vec<String> {
        workspace
            .objects()
            .map(|object| object.metadata.name.clone())
            .collect()
    }

    fn node(name: &str) -> String {
        format!("apiVersion: v1\nkind: Node\nmetadata: {{name: {name}}}\n")
    }

    #[test]
    fn a_replaced_text_keeps_its_place_in_the_order() {
        let mut workspace = Workspace::new();
        workspace.set_text("a.yaml", &node("a"));
        workspace.set_text("b.yaml", &node("b"));
        workspace.set_text("a.yaml", &node("c"));
        assert_eq!(names(&mut workspace), ["c", "b"]);
        workspace.remove_file("a.yaml");
        workspace.remove_file("never.yaml");
        assert_eq!(names(&mut workspace), ["b"]);
        let file = workspace.file(FileId(1)).map(|file| file.name.clone());
        assert_eq!(
            file.as_deref(),
            Some("b.yaml"),
            "its slot is still the same"
        );
    }

    #[test]
    fn bytes_that_are_not_utf8_are_a_finding_and_cost_nothing_else() {
        let mut workspace = Workspace::new();
        let mut bytes = node("a").into_bytes();
        bytes.extend(b"# caf\xe9\n");
        workspace.set_bytes("a.yaml", &bytes);
        let found = workspace.diagnostics();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].rule.id, "text-encoding");
        assert_eq!(names(&mut workspace), ["a"]);
    }

    #[test]
    fn one_name_twice_is_found_within_proposed_objects_but_not_across() {
        let recorded = "apiVersion: v1\nkind: Node\nmetadata: {name: a, uid: u}\n";
        let mut workspace = Workspace::new();
        workspace.set_text("proposed.yaml", &node("a"));
        workspace.set_text("recorded.yaml", recorded);
        assert_eq!(workspace.diagnostics(), []);
        workspace.set_text("again.yaml", &node("a"));
        let found = workspace.diagnostics();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].rule.id, "object-duplicate");
        assert_eq!(found[0].place.file, FileId(2), "the later one is named");
        assert_eq!(found[0].related[0].place.file, FileId(0));
    }
}
