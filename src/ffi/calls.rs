use super::convert;
use super::request::{LimitsRequest, Options};
use super::shapes::{Head, KindCount, LintAnswer};
use crate::manifest::{Limits, Object};
use crate::workspace::Workspace;
use std::collections::BTreeMap;

/// The most objects that an answer names one by one.
const NAMED_OBJECTS: usize = 10_000;

/// Texts that stay open, and questions about them: what every host talks to.
///
/// ```
/// use everynode::ffi::Session;
/// let mut session = Session::new();
/// session.set_text("ds.yaml", "kind: [\n");
/// assert_eq!(session.lint().diagnostics[0].rule, "yaml-syntax");
/// ```
#[derive(Debug, Default)]
pub struct Session {
    workspace: Workspace,
}

impl Session {
    /// Without texts.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens a text, or replaces the open one of this name.
    pub fn set_text(&mut self, name: &str, text: &str) {
        self.workspace.set_text(name, text);
    }

    /// The same for UTF-8 bytes.
    pub fn set_bytes(&mut self, name: &str, bytes: &[u8]) {
        self.workspace.set_bytes(name, bytes);
    }

    /// Closes a text.
    pub fn remove_file(&mut self, name: &str) {
        self.workspace.remove_file(name);
    }

    /// Sets what answers depend on besides the texts.
    pub fn set_options(&mut self, options: &Options) {
        self.workspace.set_limits(limits(options.limits));
    }

    /// What reading finds.
    pub fn lint(&mut self) -> LintAnswer {
        let found = self.workspace.diagnostics();
        let objects: Vec<Object> = self
            .workspace
            .objects()
            .take(NAMED_OBJECTS)
            .cloned()
            .collect();
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        for object in self.workspace.objects() {
            *counts.entry(object.kind.clone()).or_default() += 1;
        }
        let workspace = &self.workspace;
        LintAnswer {
            head: Head::default(),
            diagnostics: found
                .iter()
                .map(|finding| convert::diagnostic(workspace, finding))
                .collect(),
            objects: objects
                .iter()
                .map(|object| convert::summary(workspace, object))
                .collect(),
            counts: counts
                .into_iter()
                .map(|(kind, count)| KindCount { kind, count })
                .collect(),
        }
    }

    /// The text of an open file as it is read, for code frames.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.workspace.text(name)
    }
}

fn limits(request: LimitsRequest) -> Limits {
    let default = Limits::default();
    Limits {
        bytes: request.bytes.unwrap_or(default.bytes),
        documents: request.documents.unwrap_or(default.documents),
        nesting: request.nesting.unwrap_or(default.nesting),
        alias_expansion: request.alias_expansion.unwrap_or(default.alias_expansion),
        objects: request.objects.unwrap_or(default.objects),
    }
}
