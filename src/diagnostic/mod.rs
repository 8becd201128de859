//! Findings about the text: one Diagnostic type, severities, fixes, rule metadata; no rendering.
//!
//! A diagnostic is about text, never about a Pod on a Node (that is a verdict) or about time (that is an event).

mod finding;
mod rule;

pub use finding::{Diagnostic, Fix, ObjectRef, Related, Safety, TextEdit};
pub use rule::{DiagnosticSource, RULES, Rule, Severity};
