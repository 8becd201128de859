use crate::diagnostic::{Diagnostic, Rule};
use crate::manifest::{Limits, Object, Reading, read};
use crate::source::{FileId, Place, SourceFile, TextRange};

/// One open text, and what it holds once somebody asked.
#[derive(Debug)]
pub(super) struct OpenText {
    file: SourceFile,
    /// Where the first bytes were that are not UTF-8, in the text as it is kept.
    not_utf8: Option<TextRange>,
    reading: Option<Reading>,
}

impl OpenText {
    pub(super) fn from_text(name: &str, text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self {
            file: SourceFile::new(name, text),
            not_utf8: None,
            reading: None,
        }
    }

    pub(super) fn from_bytes(name: &str, bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let text = String::from_utf8_lossy(bytes);
        // Up to the first wrong byte the kept text is the same as what was given.
        let not_utf8 = std::str::from_utf8(bytes).err().map(|error| {
            let start = error.valid_up_to();
            TextRange::from_usize(start, start + char::REPLACEMENT_CHARACTER.len_utf8())
        });
        Self {
            file: SourceFile::new(name, &*text),
            not_utf8,
            reading: None,
        }
    }

    pub(super) fn file(&self) -> &SourceFile {
        &self.file
    }

    pub(super) fn forget(&mut self) {
        self.reading = None;
    }

    pub(super) fn read(&mut self, file: FileId, limits: &Limits) {
        if self.reading.is_some() {
            return;
        }
        let mut reading = read(file, &self.file.text, limits);
        if let Some(range) = self.not_utf8 {
            let finding = Diagnostic::new(
                Rule::TEXT_ENCODING,
                Place { file, range },
                "these bytes are not UTF-8",
            )
            .why("YAML and JSON are read as UTF-8; other bytes stand as \u{fffd} in what follows.")
            .help("save the file as UTF-8");
            reading.diagnostics.insert(0, finding);
        }
        self.reading = Some(reading);
    }

    pub(super) fn objects(&self) -> impl Iterator<Item = &Object> {
        self.reading.iter().flat_map(|reading| &reading.objects)
    }

    pub(super) fn object(&self, index: usize) -> Option<&Object> {
        self.reading.as_ref()?.objects.get(index)
    }

    pub(super) fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.reading.iter().flat_map(|reading| &reading.diagnostics)
    }
}
