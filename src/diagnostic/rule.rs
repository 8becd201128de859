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

impl Rule {
    /// Of a rule that is no reviewer's: whether comments and the configuration may put its findings aside. They are the warnings of
    /// the API server; what it refuses it refuses, whatever is written beside it.
    #[must_use]
    pub fn is_ignorable(&self) -> bool {
        self.source == DiagnosticSource::ApiServer && self.severity != Severity::Error
    }
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
    UNKNOWN_FIELD = "unknown-field", Error, ApiServer, "The API has no such field there.";
    SELECTOR_EMPTY = "selector-empty", Error, ApiServer, "A DaemonSet selects nothing.";
    SELECTOR_CHANGED = "selector-changed", Error, ApiServer, "A selector cannot be changed.";
    CONTAINERS_MISSING = "containers-missing", Error, ApiServer, "A Pod has no containers.";
    TOLERATION_SECONDS_NEEDS_NO_EXECUTE = "toleration-seconds-needs-no-execute", Error, ApiServer, "Seconds belong to the effect NoExecute alone.";
    TOLERATION_EMPTY_KEY_NEEDS_EXISTS = "toleration-empty-key-needs-exists", Error, ApiServer, "Without a key, the operator is Exists.";
    TOLERATION_EXISTS_WITH_VALUE = "toleration-exists-with-value", Error, ApiServer, "Exists has no value.";
    TOLERATION_EFFECT_UNKNOWN = "toleration-effect-unknown", Error, ApiServer, "There is no such effect.";
    TOLERATION_OPERATOR_GATED = "toleration-operator-gated", Error, ApiServer, "The feature gate of the operator is off.";
    AFFINITY_NO_TERMS = "affinity-no-terms", Error, ApiServer, "Required affinity has no terms.";
    AFFINITY_VALUES_MISSING = "affinity-values-missing", Error, ApiServer, "In and NotIn want values.";
    AFFINITY_VALUES_WITH_EXISTS = "affinity-values-with-exists", Error, ApiServer, "Exists and DoesNotExist have no values.";
    ROLLOUT_ZERO_ZERO = "rollout-zero-zero", Error, ApiServer, "An update may neither add nor remove Pods.";
    SURGE_NEEDS_UNAVAILABLE_ZERO = "surge-needs-unavailable-zero", Error, ApiServer, "With surge, maxUnavailable is 0.";
    ROLLOUT_PERCENT_OVER_ALL = "rollout-percent-over-100", Error, ApiServer, "A limit is more than all Nodes.";
    PERCENT_AS_BARE_STRING = "percent-as-bare-string", Error, ApiServer, "A text is no percentage.";
    STRATEGY_TYPE_UNKNOWN = "strategy-type-unknown", Error, ApiServer, "There is no such update strategy.";
    RESTART_POLICY_NOT_ALWAYS = "restart-policy-not-always", Error, ApiServer, "Pods of a DaemonSet are always restarted.";
    ACTIVE_DEADLINE_SET = "active-deadline-set", Error, ApiServer, "Pods of a DaemonSet have no deadline.";
    HOST_PORT_MISMATCH_HOST_NETWORK = "host-port-mismatch-host-network", Error, ApiServer, "On the network of the host, both ports are one.";
    HOST_PORT_DUPLICATE = "host-port-duplicate", Error, ApiServer, "Two containers take one port of the host.";
    MOUNT_VOLUME_UNDECLARED = "mount-volume-undeclared", Error, ApiServer, "A mount names no volume of the Pod.";
    MOUNT_PATH_DUPLICATE = "mount-path-duplicate", Error, ApiServer, "Two mounts have one path.";
    HOST_PATH_PARENT_DIR = "host-path-parent-dir", Error, ApiServer, "A path of the host goes up.";
    PROPAGATION_NEEDS_PRIVILEGED = "propagation-needs-privileged", Error, ApiServer, "Bidirectional propagation is for privileged containers.";
    PRIVILEGED_NO_ESCALATION_CONFLICT = "privileged-no-escalation-conflict", Error, ApiServer, "A privileged container can always gain privileges.";
    SHARE_PROCESS_WITH_HOST_PID = "share-process-with-host-pid", Error, ApiServer, "Processes are shared with the host or with the Pod.";
    HOST_USERS_CONFLICT = "host-users-conflict", Error, ApiServer, "Own users exclude a namespace of the host.";
    HOST_PROCESS_NEEDS_HOST_NETWORK = "host-process-needs-host-network", Error, ApiServer, "Processes of a Windows host use its network.";
    REQUESTS_EXCEED_LIMITS = "requests-exceed-limits", Error, ApiServer, "A request is more than its limit.";
    LIVENESS_SUCCESS_THRESHOLD = "liveness-success-threshold", Error, ApiServer, "One success is enough for this probe.";
    FIELD_REQUIRED = "field-required", Error, ApiServer, "The API server wants a field.";
    FIELD_INVALID = "field-invalid", Error, ApiServer, "The API server does not take a value.";
    FIELD_NOT_SUPPORTED = "field-not-supported", Error, ApiServer, "The API server knows no such value.";
    FIELD_FORBIDDEN = "field-forbidden", Error, ApiServer, "The API server does not allow a field here.";
    FIELD_DUPLICATE = "field-duplicate", Error, ApiServer, "A value must be there once.";
    FIELD_NOT_FOUND = "field-not-found", Error, ApiServer, "A name stands for nothing.";
    FIELD_TOO_LONG = "field-too-long", Error, ApiServer, "A value is longer than the API server takes.";
    FRACTIONAL_BYTES = "fractional-bytes", Warning, ApiServer, "A number of bytes is no whole number.";
    CRITICAL_POD_ANNOTATION = "critical-pod-annotation", Warning, ApiServer, "The annotation does nothing any more.";
    SECCOMP_APPARMOR_ANNOTATION = "seccomp-apparmor-annotation", Warning, ApiServer, "A field has replaced the annotation.";
    REMOVED_VOLUME_PLUGIN = "removed-volume-plugin", Warning, ApiServer, "The kind of volume is gone.";
    DEPRECATED_NODE_LABEL = "deprecated-node-label", Warning, ApiServer, "Another label has replaced this one.";
    PORT_DUPLICATE = "duplicate-port-or-name", Warning, ApiServer, "Two ports say the same, or have one name.";
    AMBIGUOUS_PORT = "ambiguous-port", Warning, ApiServer, "Of two equal ports, one is bound to the node.";
    HOST_IP_WITHOUT_HOST_PORT = "host-ip-without-host-port", Warning, ApiServer, "An address of the node has no port.";
    OVERLAPPING_VOLUME_PATHS = "overlapping-volume-paths", Warning, ApiServer, "Two files of a volume are in one place.";
    DUPLICATE_HOST_ALIAS = "duplicate-host-alias", Warning, ApiServer, "Two host aliases have one address.";
    DUPLICATE_PULL_SECRET = "duplicate-pull-secret", Warning, ApiServer, "A pull secret is named twice.";
    NEGATIVE_GRACE_PERIOD = "negative-grace-period", Warning, ApiServer, "The time to stop is negative.";
    NULL_LABEL_SELECTOR = "null-label-selector", Warning, ApiServer, "No selector selects nothing.";
    ODD_IP_SPELLING = "odd-ip-spelling", Warning, ApiServer, "An address is not written in the usual way.";
    API_WARNING = "api-warning", Warning, ApiServer, "The API server warns.";
    OBJECT_DUPLICATE = "object-duplicate", Error, Reader, "Two objects have one kind, namespace and name.";
    IGNORE_UNUSED = "ignore-unused", Warning, Lint, "An ignore puts nothing aside.";
}
