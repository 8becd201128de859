use super::{DiagnosticSource, Rule, Severity};
use crate::source::{FieldPath, Place};

/// Which object something is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ObjectRef {
    /// As the manifest writes it.
    pub kind: String,
    /// Empty for objects without a namespace.
    pub namespace: String,
    /// As the manifest writes it.
    pub name: String,
}

/// Another place that belongs to a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What is there.
    pub message: String,
}

/// Whether the object means the same after a fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Safety {
    /// The object means the same.
    Safe,
    /// The object means something else, which is the point.
    ChangesBehaviour,
}

/// Replace a stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextEdit {
    /// What is replaced; empty to insert.
    pub place: Place,
    /// What stands there then.
    pub new_text: String,
}

/// Edits that mend a finding. They do not overlap, and refer to the text before all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What the fix does, as a command: `Quote the value`.
    pub title: String,
    /// Whether the object means the same afterwards.
    pub safety: Safety,
    /// The edits.
    pub edits: Vec<TextEdit>,
}

/// A finding about a text.
///
/// `message` stands alone on one line, starts in lower case and has no final stop; what is quoted from the input stands
/// between backticks. `why` says what breaks, `help` what to do.
///
/// ```
/// use everynode::diagnostic::{Diagnostic, Rule};
/// use everynode::source::Place;
/// let finding = Diagnostic::new(Rule::YAML_TAB, Place::default(), "a tab indents this line").help("indent with spaces");
/// assert_eq!(finding.rule.id, "yaml-tab");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that found it.
    pub rule: Rule,
    /// How bad it is here.
    pub severity: Severity,
    /// Who speaks.
    pub source: DiagnosticSource,
    /// One line.
    pub message: String,
    /// What breaks, and when.
    pub why: Option<String>,
    /// What to do.
    pub help: Option<String>,
    /// Where.
    pub place: Place,
    /// Which field of the object, where one is meant.
    pub path: Option<FieldPath>,
    /// The object it is in, where it could be told.
    pub object: Option<ObjectRef>,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// Ways to mend it, the best first.
    pub fixes: Vec<Fix>,
}

impl Diagnostic {
    /// A finding with the rule's own severity and source.
    #[must_use]
    pub fn new(rule: Rule, place: Place, message: impl Into<String>) -> Self {
        Self::of(rule, place, message.into())
    }

    /// Compiled once for the many places that find something.
    #[inline(never)]
    fn of(rule: Rule, place: Place, message: String) -> Self {
        Self {
            rule,
            severity: rule.severity,
            source: rule.source,
            message,
            why: None,
            help: None,
            place,
            path: None,
            object: None,
            related: Vec::new(),
            fixes: Vec::new(),
        }
    }

    /// With what breaks.
    #[must_use]
    pub fn why(mut self, why: impl Into<String>) -> Self {
        self.why = Some(why.into());
        self
    }

    /// With what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With the field it is about.
    #[must_use]
    pub fn at(mut self, path: FieldPath) -> Self {
        self.path = Some(path);
        self
    }

    /// With another severity than the rule's own.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// With the object it is in.
    #[must_use]
    pub fn object(mut self, object: ObjectRef) -> Self {
        self.object = Some(object);
        self
    }

    /// With another place that belongs to it.
    #[must_use]
    pub fn related(mut self, place: Place, message: impl Into<String>) -> Self {
        self.related.push(Related {
            place,
            message: message.into(),
        });
        self
    }

    /// With a way to mend it.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }
}
