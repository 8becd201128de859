use serde::Serialize;

/// What every answer carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Head {
    /// The version of everynode.
    pub version: &'static str,
    /// The Kubernetes version that is mirrored.
    pub kubernetes: &'static str,
}

impl Default for Head {
    fn default() -> Self {
        Self {
            version: crate::VERSION,
            kubernetes: crate::KUBERNETES_VERSION,
        }
    }
}

/// A place as editors count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Position {
    /// UTF-16 code units from the start of the text.
    pub offset: u32,
    /// From 1.
    pub line: u32,
    /// From 1, in UTF-16 code units.
    pub column: u32,
}

/// From `start` (included) to `end` (excluded).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Range {
    /// First.
    pub start: Position,
    /// One past the last.
    pub end: Position,
}

/// A stretch of text in one of the files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The file's name.
    pub file: String,
    /// The field, as the API writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Where.
    pub range: Range,
}

/// Which object something is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ObjectRef {
    /// As written.
    pub kind: String,
    /// Left out for objects without a namespace.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub namespace: String,
    /// As written.
    pub name: String,
}

/// Replace a stretch of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TextEdit {
    /// The file's name.
    pub file: String,
    /// What is replaced; empty to insert.
    pub range: Range,
    /// What stands there then.
    pub new_text: String,
}

/// Edits that mend a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// As a command.
    pub title: String,
    /// `safe` or `changes-behaviour`.
    pub safety: &'static str,
    /// They do not overlap.
    pub edits: Vec<TextEdit>,
}

/// Another place that belongs to a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Related {
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// What is there.
    pub message: String,
}

/// A finding about a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// The rule's id.
    pub rule: &'static str,
    /// `error`, `warning` or `info`.
    pub severity: &'static str,
    /// `reader`, `apiserver` or `lint`.
    pub source: &'static str,
    /// One line.
    pub message: String,
    /// What breaks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// What to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// The file's name.
    pub file: String,
    /// The field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Where.
    pub range: Range,
    /// The object it is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<ObjectRef>,
    /// What there is to say of the rule at length.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Other places.
    pub related: Vec<Related>,
    /// Ways to mend it.
    pub fixes: Vec<Fix>,
}

/// An object that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ObjectSummary {
    /// Kind, namespace, name.
    #[serde(flatten)]
    pub reference: ObjectRef,
    /// As written.
    pub api_version: String,
    /// The file's name.
    pub file: String,
    /// Where.
    pub range: Range,
    /// `recorded` or `proposed`.
    pub origin: &'static str,
    /// Only a part of an object was given.
    pub fragment: bool,
}

/// How many objects of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KindCount {
    /// As written.
    pub kind: String,
    /// How many.
    pub count: u32,
}

/// What kind of agent something is taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoleGuess {
    /// The object.
    #[serde(flatten)]
    pub reference: ObjectRef,
    /// Its file's name.
    pub file: String,
    /// `generic`, `log-collector`, `metrics-exporter`, `cni`, `csi`, `security-agent` or `device-plugin`.
    pub role: &'static str,
    /// What says so; left out where nothing does.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub because: String,
}

/// What a review finds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LintAnswer {
    /// Versions.
    #[serde(flatten)]
    pub head: Head,
    /// By file, then by place.
    pub diagnostics: Vec<Diagnostic>,
    /// In the order of the input, at most 10,000.
    pub objects: Vec<ObjectSummary>,
    /// Sorted by kind.
    pub counts: Vec<KindCount>,
    /// Of each object with a Pod template, in the order of the input.
    pub roles: Vec<RoleGuess>,
    /// Findings that comments, annotations or the configuration put aside.
    pub ignored: u32,
    /// Left out where there is no configuration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub config: Option<ConfigUsed>,
}

/// The configuration that a review followed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ConfigUsed {
    /// Its file's name.
    pub file: String,
    /// `error`, `warning`, `info` or `never`: from which severity on a command is to fail. Left out where it does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fail_on: Option<&'static str>,
}

/// A file that fixes changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FixedFile {
    /// The file's name.
    pub name: String,
    /// Its text with all fixes.
    pub text: String,
}

/// A finding that was mended, or whose fix was left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FixedFinding {
    /// The rule's id.
    pub rule: &'static str,
    /// The file's name.
    pub file: String,
    /// The field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The object it is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<ObjectRef>,
    /// The finding's own.
    pub message: String,
    /// What the fix does, as a command.
    pub title: String,
    /// Where it was left: what the text would have then, and has not now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brings: Option<Brought>,
}

/// A fault that a fix would bring about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Brought {
    /// The rule's id.
    pub rule: &'static str,
    /// One line.
    pub message: String,
}

/// What comes of mending all that can be mended.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FixAnswer {
    /// Versions.
    #[serde(flatten)]
    pub head: Head,
    /// The files that changed, in the order in which they did.
    pub files: Vec<FixedFile>,
    /// In the order in which they were mended.
    pub fixed: Vec<FixedFinding>,
    /// Those whose fix was left for what it would have brought about.
    pub refused: Vec<FixedFinding>,
}

/// One line of a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DiffLine {
    /// ` ` kept, `-` removed, `+` added.
    pub sign: char,
    /// The line without its end.
    pub text: String,
}

/// A way out: what to change, and what it changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// As a command.
    pub title: String,
    /// Which Nodes it adds.
    pub effect: String,
    /// The lines around the change.
    pub diff: Vec<DiffLine>,
    /// YAML to paste by hand.
    pub snippet: String,
    /// Empty when the text cannot be edited in place.
    pub edits: Vec<TextEdit>,
}
