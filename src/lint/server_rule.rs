use super::{Mend, Subject};
use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule as RuleName;
use crate::manifest::{Hint, View};
use crate::source::{FieldPath, Segment, holds};

/// What the API server says, by which a rule knows its own.
#[derive(Clone, Copy, Debug)]
pub enum Said {
    /// It does not know a field.
    UnknownField,
    /// It refuses a value: what its name for the field ends with, of which kind the mistake is, and a part of the detail.
    Refusal(&'static str, FieldErrorKind, &'static str),
    /// It refuses something that no other rule is about.
    OtherRefusal(&'static [FieldErrorKind]),
    /// It warns: one of these is a part of the text.
    Warning(&'static [&'static str]),
    /// It warns of something that no other rule is about.
    OtherWarning,
}

/// One thing that the API server says, and what the reviewer adds to it: a plain reason, a way out, edits.
///
/// The server finds it and words the message. As for a [`Rule`](super::Rule), docs/rules is written from the comment of its file.
#[derive(Clone, Copy, Debug)]
pub struct ServerRule {
    /// Its id, and whether the server refuses or warns.
    pub name: RuleName,
    /// By what it is known.
    pub said: Said,
    /// Why the server does not take it.
    pub why: &'static str,
    /// What to do; empty where nothing can be said of all that it is about.
    pub help: &'static str,
    /// Gathers edits, where there are any.
    pub mend: Option<fn(&Fault<'_>, &mut Mend)>,
}

impl ServerRule {
    /// Whether a comment or the configuration may put its findings aside: what the server refuses, nobody can.
    #[must_use]
    pub fn is_ignorable(&self) -> bool {
        self.name.is_ignorable()
    }
}

/// Where the API server says something.
#[derive(Clone, Copy, Debug)]
pub struct Fault<'a> {
    /// The field, or the nearest around it that is there.
    pub at: View<'a>,
    /// The map that the field is in.
    pub around: View<'a>,
    /// The container that the field is in; absent elsewhere.
    pub container: View<'a>,
    /// The Pod template.
    pub template: View<'a>,
    /// The object.
    pub root: View<'a>,
    /// What it says.
    pub said: &'a str,
    /// Of a field that it does not know: what was probably meant.
    pub hint: Option<&'a Hint>,
}

impl<'a> Fault<'a> {
    /// Walks to a field of an object.
    pub(super) fn new(
        subject: &Subject<'a>,
        path: &FieldPath,
        said: &'a str,
        hint: Option<&'a Hint>,
    ) -> Self {
        let root = subject.root;
        let mut fault = Self {
            at: root,
            around: root.absent(),
            container: root.absent(),
            template: subject.template,
            root,
            said,
            hint,
        };
        let mut list = "";
        for segment in path.segments() {
            let next = fault.at.step(segment);
            match segment {
                Segment::Field(name) => {
                    fault.around = fault.at;
                    list = name;
                }
                Segment::Index(_) if list == "containers" || list == "initContainers" => {
                    fault.container = next;
                }
                Segment::Index(_) => {}
            }
            fault.at = next;
        }
        fault
    }
}

/// The rule of a refusal of the API server.
#[must_use]
pub fn refusal_rule(
    field: &str,
    kind: FieldErrorKind,
    detail: &str,
) -> Option<&'static ServerRule> {
    let exact = known(|said| match said {
        Said::Refusal(end, own, part) => {
            own == kind && field.ends_with(end) && (part.is_empty() || holds(detail, part))
        }
        _ => false,
    });
    exact.or_else(|| {
        known(|said| matches!(said, Said::OtherRefusal(kinds) if kinds.contains(&kind)))
    })
}

/// The rule of a warning of the API server.
#[must_use]
pub fn warning_rule(text: &str) -> Option<&'static ServerRule> {
    let exact = known(|said| match said {
        Said::Warning(parts) => parts.iter().any(|part| holds(text, part)),
        _ => false,
    });
    exact.or_else(|| known(|said| matches!(said, Said::OtherWarning)))
}

/// The rule of a field that the API server does not know.
#[must_use]
pub fn unknown_field_rule() -> Option<&'static ServerRule> {
    known(|said| matches!(said, Said::UnknownField))
}

fn known(is_it: impl Fn(Said) -> bool) -> Option<&'static ServerRule> {
    super::SERVER_RULES
        .iter()
        .find(|rule| is_it(rule.said))
        .copied()
}
