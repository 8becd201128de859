use super::{LineIndex, TextRange};
use std::cell::OnceCell;
use std::rc::Rc;

/// Which of the open files; an index into the list that the workspace keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A stretch of text in one of the open files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// The bytes in it.
    pub range: TextRange,
}

/// One open text with its name.
///
/// The line index is made on first use: most texts are read without anybody asking for a line.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// What findings call it: a path, or a tab's title.
    pub name: String,
    /// The whole text, without a byte-order mark.
    pub text: Rc<str>,
    lines: Rc<OnceCell<LineIndex>>,
}

impl SourceFile {
    /// A file of this name and text.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<Rc<str>>) -> Self {
        Self {
            name: name.into(),
            text: text.into(),
            lines: Rc::default(),
        }
    }

    /// Lines and columns of this text.
    #[must_use]
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }
}
