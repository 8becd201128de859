//! What an editor asks while somebody types: which field stands here, and what may stand here.
//!
//! Both go by the columns and brackets of the text, not by its reading, so that a document that is no YAML yet has an
//! answer, too.

mod candidates;
mod complete;
mod default;
mod field_at;
mod guess;
mod known;
mod trail;

pub use candidates::{Candidate, CandidateKind, Candidates};
pub use field_at::FieldFound;

#[cfg(test)]
mod tests;
