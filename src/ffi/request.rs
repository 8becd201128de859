use crate::model::Time;

/// Feature gates, by their upstream names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FeatureGatesRequest {
    /// Tolerations with `Lt` and `Gt`.
    pub taint_toleration_comparison_operators: Option<bool>,
}

/// Bounds on the input; what is left out has its default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LimitsRequest {
    /// Bytes of all files together.
    pub bytes: Option<usize>,
    /// Documents in one file.
    pub documents: Option<usize>,
    /// Depth of nested maps and lists.
    pub nesting: Option<usize>,
    /// Nodes that aliases may add to one document.
    pub alias_expansion: Option<usize>,
    /// Objects in all files together.
    pub objects: Option<usize>,
}

/// What a question depends on besides the texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The moment the answer is for, RFC 3339.
    pub now: Option<String>,
    /// Feature gates.
    pub feature_gates: FeatureGatesRequest,
    /// Limits.
    pub limits: LimitsRequest,
    /// The files are a whole cluster.
    pub complete: bool,
    /// What the reviewer follows instead of the file `everynode.yaml`.
    pub config: Option<ConfigText>,
}

/// A configuration as JSON or YAML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConfigText {
    /// What findings call it.
    pub name: String,
    /// The text.
    pub text: String,
}

/// Asks for one DaemonSet on one Node.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExplainQuestion {
    /// `namespace/name`, or `name` where that is enough.
    pub daemon_set: String,
    /// The Node's name.
    pub node: String,
}

/// Asks for a review.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LintQuestion {
    /// `recommended`, `strict`, `security` or `off`, which add up; empty: what the configuration says, or else
    /// `recommended`.
    pub presets: Vec<String>,
    /// The role of every agent, whatever it looks like: `log-collector`, `cni` and so on.
    pub role: Option<String>,
    /// Single rules that are switched on, whatever else is said.
    pub rules: Vec<String>,
    /// With `false`, no fixes are worked out, for each of which an object is read again.
    pub fixes: Option<bool>,
    /// Names of the open files that hold objects as they were before: what is reviewed is compared with them. Objects that a cluster
    /// printed are old without that.
    pub old: Vec<String>,
}

/// Asks for mended texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FixQuestion {
    /// Which rules are asked.
    pub lint: LintQuestion,
    /// Fixes that change the meaning of an object as well as those that are safe.
    pub all: bool,
    /// The fix of this finding alone, whatever it changes.
    pub only: Option<FindingRequest>,
}

/// Says which finding of a review is meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FindingRequest {
    /// The rule's id.
    pub rule: String,
    /// The file's name.
    pub file: String,
    /// Where it begins, in UTF-16 code units from the start of the text.
    pub offset: u32,
    /// What it says.
    pub message: String,
}

/// Asks how an update of one DaemonSet goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RolloutQuestion {
    /// `namespace/name`, or `name` where that is enough; empty where the input has one DaemonSet.
    pub daemon_set: String,
    /// Names of the files that hold the DaemonSet as it was before.
    pub from: Vec<String>,
    /// The update is `kubectl rollout restart`: the same template, and new Pods.
    pub restart: bool,
    /// The update is a patch.
    pub patch: Option<PatchRequest>,
    /// The update is `kubectl set image`: containers and their images; `*` is every container, an empty name the only one.
    pub set_image: Vec<(String, String)>,
    /// The update is `kubectl rollout undo` to a revision; 0 is the one before.
    pub undo: Option<u32>,
    /// The DaemonSet is deleted: `background`, `foreground` or `orphan`; empty: it is not.
    pub delete: String,
    /// What the cluster does meanwhile.
    pub scenario: Option<ScenarioText>,
    /// What shuffles the Nodes where the controller's order is not defined; `None`: they are taken by name.
    pub seed: Option<u32>,
    /// Every Pod takes so many seconds to become Ready. This and what follows is laid over the scenario.
    pub startup_seconds: Option<u32>,
    /// Every Pod takes so many seconds to stop.
    pub termination_seconds: Option<u32>,
    /// When to stop looking; a day where it is left out.
    pub max_seconds: Option<u32>,
    /// Nodes whose kubelet does not answer, besides those whose Ready condition is `Unknown`.
    pub down: Vec<String>,
    /// Nodes on which new Pods never become Ready.
    pub never_ready: Vec<String>,
    /// Nodes on which new Pods stay Pending.
    pub unschedulable: Vec<String>,
}

/// A patch as JSON or YAML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PatchRequest {
    /// What findings call it.
    pub name: String,
    /// The text.
    pub text: String,
    /// `strategic`, `merge` or `json`; empty: `strategic`, as kubectl's.
    pub kind: String,
}

/// A scenario as JSON or YAML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScenarioText {
    /// What findings call it.
    pub name: String,
    /// The text.
    pub text: String,
}

/// A moment as [`Options::now`] takes it, from seconds since 1970-01-01T00:00:00Z.
///
/// ```
/// assert_eq!(everynode::ffi::moment(0), "1970-01-01T00:00:00Z");
/// ```
#[must_use]
pub fn moment(seconds: i64) -> String {
    Time { seconds }.to_string()
}
