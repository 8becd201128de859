use crate::source::Place;

/// What may stand at a place of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidates {
    /// What is replaced; empty to insert.
    pub place: Place,
    /// Fields in the order of the API, those that must be there first; keys and values by how many Nodes have them.
    pub all: Vec<Candidate>,
    /// There are more, of which some begin with more letters than stand there.
    pub cut: bool,
}

/// One thing that may stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its name: the field, the key, the value.
    pub label: String,
    /// What is written for it.
    pub insert: String,
    /// What it is.
    pub kind: CandidateKind,
    /// Of a field its type in words; of a key or value which Nodes have it.
    pub detail: String,
    /// The API says that the field must be there.
    pub required: bool,
    /// Of a field the struct that has it, as Go calls it; empty otherwise.
    pub of: &'static str,
}

/// What a candidate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CandidateKind {
    /// A field of the API.
    Field,
    /// A key of a map, such as a label.
    Key,
    /// A scalar.
    Value,
}

impl CandidateKind {
    /// `field`, `key` or `value`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Field => "field",
            Self::Key => "key",
            Self::Value => "value",
        }
    }
}
