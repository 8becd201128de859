/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Certain failure or rejection.
    Error,
    /// Likely harm.
    Warning,
    /// Advice.
    Info,
}

impl Severity {
    /// `error`, `warning` or `info`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DiagnosticSource {
    /// The reader of texts.
    Reader,
    /// The API server, in its own words.
    ApiServer,
    /// A reviewer.
    Lint,
}

impl DiagnosticSource {
    /// `reader`, `apiserver` or `lint`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::ApiServer => "apiserver",
            Self::Lint => "lint",
        }
    }
}

/// What is known about a rule before it finds anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Stable across versions: `yaml-syntax`.
    pub id: &'static str,
    /// The severity unless somebody sets another.
    pub severity: Severity,
    /// Who speaks.
    pub source: DiagnosticSource,
}

macro_rules! rules {
    ($($name:ident = $id:literal, $severity:ident, $source:ident, $summary:literal;)*) => {
        impl Rule {
            $(#[doc = $summary] pub const $name: Self = Self {
                id: $id, severity: Severity::$severity, source: DiagnosticSource::$source,
            };)*
        }

        /// Every rule, in the order of its definition.
        pub const RULES: &[Rule] = &[$(Rule::$name),*];
    };
}

rules! {
    YAML_SYNTAX = "yaml-syntax", Error, Reader, "The text cannot be read as YAML.";
    YAML_TAB = "yaml-tab", Error, Reader, "A tab stands where YAML wants spaces.";
    YAML_DUPLICATE_KEY = "yaml-duplicate-key", Error, Reader, "A key stands twice in one map; the last one wins.";
    YAML_TEMPLATE = "yaml-template", Error, Reader, "The text is a template that has not been rendered.";
    JSON_SYNTAX = "json-syntax", Error, Reader, "The text cannot be read as JSON.";
    TEXT_ENCODING = "text-encoding", Error, Reader, "The text is not UTF-8.";
    SHELL_EXPANSION = "shell-expansion-in-heredoc", Warning, Reader, "A shell replaces a part of a here-document before kubectl reads it.";
    LIMIT_EXCEEDED = "limit-exceeded", Error, Reader, "The input passes one of the limits.";
    WRONG_TYPE = "wrong-type", Error, Reader, "A value has another type than its field.";
    WRONG_KIND_CASE = "wrong-kind-case", Error, Reader, "A kind is written in other letters than the API's.";
    API_VERSION_OLD = "api-version-old", Warning, Reader, "The API group is no longer served.";
    API_VERSION_KIND_UNKNOWN = "api-version-kind-unknown", Error, Reader, "The API has no such kind in this group.";
    KIND_MISSING = "kind-missing", Error, Reader, "An object does not say what it is.";
    NAME_MISSING = "name-missing", Error, Reader, "An object has no name.";
    FRAGMENT = "fragment", Info, Reader, "A part of a manifest is read as if it were whole.";
    TEMPLATE_MISSING = "template-missing", Error, Reader, "A DaemonSet has no Pod template.";
    PATCH_UNKNOWN_FIELD = "patch-unknown-field", Warning, ApiServer, "A patch sets a field that the API does not have.";
    SCENARIO_FIELD = "scenario-field", Error, Reader, "A scenario has a field that does not exist.";
    SCENARIO_VALUE = "scenario-value", Error, Reader, "A value of a scenario is not what its field wants.";
    SCENARIO_TARGET = "scenario-target", Warning, Reader, "A scenario names something that is not there.";
    CONFIG_FIELD = "config-field", Error, Reader, "A configuration has a field that does not exist.";
    CONFIG_VALUE = "config-value", Error, Reader, "A value of a configuration is not what its field wants.";
    PATCH_FAILS = "patch-fails", Error, ApiServer, "A patch cannot be applied.";
    OBJECT_DUPLICATE = "object-duplicate", Error, Reader, "Two objects have one kind, namespace and name.";
    IGNORE_UNUSED = "ignore-unused", Warning, Lint, "An ignore puts nothing aside.";
}
