use super::ObjectId;
use super::surroundings::surrounds;
use crate::diagnostic::{Diagnostic, Rule};
use crate::manifest::{Limits, Object, Origin, Reading, Strictly, Taken, read_named};
use crate::order::sort_by_key;
use crate::source::{FileId, Place, SourceFile, TextRange};

/// What a text is read for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Purpose {
    /// All questions.
    Judging,
    /// Strict decoding, which is then done on the way.
    Validating(Strictly),
    /// What reading finds: any reading that there is does.
    Findings,
}

/// One open text, and what it holds once somebody asked.
#[derive(Debug)]
pub(super) struct OpenText {
    file: SourceFile,
    /// What was wrong with its bytes.
    encoding: Option<Encoding>,
    reading: Option<Reading>,
    /// That reading is for strict decoding only.
    strictly: bool,
    /// The number of that reading: no other one of the workspace has it.
    number: u64,
    /// What other files had taken of the limits then.
    taken: Taken,
    /// Its objects are as they were before.
    pub(super) is_old: bool,
    /// Objects of that reading of which the API server says nothing while they are new, ascending: thousands of Nodes are
    /// asked once, and not at every key.
    silent: Vec<u32>,
}

/// How bytes were not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    /// Where the first wrong bytes were, in the text as it is kept.
    NotUtf8(TextRange),
    /// All of them, with or without a byte-order mark.
    Utf16,
}

impl OpenText {
    fn new(file: SourceFile, encoding: Option<Encoding>) -> Self {
        Self {
            file,
            encoding,
            reading: None,
            strictly: false,
            number: 0,
            taken: Taken::default(),
            is_old: false,
            silent: Vec::new(),
        }
    }

    pub(super) fn from_text(name: &str, text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self::new(SourceFile::new(name, text), None)
    }

    pub(super) fn from_bytes(name: &str, bytes: &[u8]) -> Self {
        if let Some(text) = utf16(bytes) {
            return Self {
                encoding: Some(Encoding::Utf16),
                ..Self::from_text(name, &text)
            };
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let (file, encoding) = match std::str::from_utf8(bytes) {
            Ok(text) => (SourceFile::new(name, text), None),
            Err(error) => {
                // Up to the first wrong byte the kept text is the same as what was given.
                let start = error.valid_up_to();
                let end = start + char::REPLACEMENT_CHARACTER.len_utf8();
                let wrong = Encoding::NotUtf8(TextRange::from_usize(start, end));
                let text = String::from_utf8_lossy(bytes);
                (SourceFile::new(name, &*text), Some(wrong))
            }
        };
        Self::new(file, encoding)
    }

    /// Whether another opening gave the same text in the same encoding.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.file.text == other.file.text && self.encoding == other.encoding
    }

    pub(super) fn file(&self) -> &SourceFile {
        &self.file
    }

    /// Whether the text is what its bytes say.
    pub(super) fn is_utf8(&self) -> bool {
        self.encoding.is_none()
    }

    pub(super) fn forget(&mut self) {
        self.reading = None;
    }

    /// Reads the text, unless that was done and what other files take of the limits changes nothing for it.
    /// The reading gets the number.
    pub(super) fn read(
        &mut self,
        file: FileId,
        limits: &Limits,
        taken: Taken,
        number: u64,
        purpose: Purpose,
    ) {
        let read = self.reading.as_ref();
        let is_same = |reading: &Reading| {
            let limited = |other: Taken| {
                let bytes = other.bytes.saturating_add(self.file.text.len());
                let objects = other.objects.saturating_add(reading.objects.len());
                bytes > limits.bytes || objects >= limits.objects
            };
            taken == self.taken || !limited(taken) && !limited(self.taken)
        };
        let does = |_: &&Reading| !self.strictly || !matches!(purpose, Purpose::Judging);
        if read.filter(does).is_some_and(is_same) {
            return;
        }
        let strictly = match purpose {
            Purpose::Validating(strictly) => Some(strictly),
            Purpose::Judging | Purpose::Findings => None,
        };
        let SourceFile { name, text, .. } = &self.file;
        let mut reading = read_named(file, name, text, limits, taken, strictly);
        self.taken = taken;
        self.number = number;
        self.silent = Vec::new();
        self.strictly = strictly.is_some();
        if let Some(encoding) = self.encoding {
            reading.diagnostics.insert(0, encoding.finding(file));
        }
        if self.is_old {
            for object in &mut reading.objects {
                object.origin = Origin::Recorded;
            }
        }
        self.reading = Some(reading);
    }

    /// Whether nothing is said of an object that is new.
    pub(super) fn is_silent(&self, index: u32) -> bool {
        self.silent.binary_search(&index).is_ok()
    }

    /// Remembers objects of which nothing is said, until the text is read again.
    pub(super) fn silence(&mut self, objects: &[ObjectId]) {
        self.silent.extend(objects.iter().map(|id| id.index));
        sort_by_key(&mut self.silent, |index| *index);
    }

    /// Asks about everything again.
    pub(super) fn listen(&mut self) {
        self.silent = Vec::new();
    }

    pub(super) fn objects(&self) -> &[Object] {
        let reading = self.reading.as_ref();
        reading.map_or(&[], |reading| &reading.objects)
    }

    /// The number of the reading, where it holds what DaemonSets are judged against.
    pub(super) fn surroundings(&self) -> Option<u64> {
        let mut objects = self.objects().iter();
        let found = objects.any(|object| surrounds(&object.typed));
        found.then_some(self.number)
    }

    /// Whether the text holds more than manifests.
    pub(super) fn is_page(&self) -> bool {
        self.reading.as_ref().is_some_and(|reading| reading.is_page)
    }

    pub(super) fn object(&self, index: usize) -> Option<&Object> {
        self.objects().get(index)
    }

    pub(super) fn diagnostics(&self) -> &[Diagnostic] {
        let reading = self.reading.as_ref();
        reading.map_or(&[], |reading| &reading.diagnostics)
    }
}

impl Encoding {
    fn finding(self, file: FileId) -> Diagnostic {
        let new =
            |range, message| Diagnostic::new(Rule::TEXT_ENCODING, Place { file, range }, message);
        let finding = match self {
            Self::NotUtf8(range) => new(range, "these bytes are not UTF-8").why(
                "kubectl refuses the document; here the bytes stand as \u{fffd} in what follows.",
            ),
            Self::Utf16 => new(TextRange::default(), "the text is UTF-16").why(
                "kubectl cuts a text into lines before it decodes it: it refuses the file, or reads its first document only.",
            ),
        };
        finding.help("Save the file as UTF-8.")
    }
}

/// The text of bytes that are UTF-16 by their byte-order mark, or by the zeros in their first two letters.
fn utf16(bytes: &[u8]) -> Option<String> {
    let (little, bytes) = match bytes {
        [0xff, 0xfe, rest @ ..] => (true, rest),
        [0xfe, 0xff, rest @ ..] => (false, rest),
        [b'\t'..=b'~', 0, b'\t'..=b'~', 0, ..] => (true, bytes),
        [0, b'\t'..=b'~', 0, b'\t'..=b'~', ..] => (false, bytes),
        _ => return None,
    };
    let (pairs, odd) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| {
        if little {
            u16::from_le_bytes(*pair)
        } else {
            u16::from_be_bytes(*pair)
        }
    });
    let mut text: String = char::decode_utf16(units)
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    if !odd.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    Some(text)
}
