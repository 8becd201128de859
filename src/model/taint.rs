/// What a taint does to Pods that do not tolerate it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaintEffect {
    /// No new Pod.
    NoSchedule,
    /// No new Pod if there is another Node; never decides for a DaemonSet.
    PreferNoSchedule,
    /// No new Pod, and running ones go.
    NoExecute,
    /// Anything else, as written. The API server refuses it.
    Other(Box<str>),
}

impl TaintEffect {
    /// From the API's word.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        match text {
            "NoSchedule" => Self::NoSchedule,
            "PreferNoSchedule" => Self::PreferNoSchedule,
            "NoExecute" => Self::NoExecute,
            other => Self::Other(other.into()),
        }
    }

    /// The API's word.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::NoSchedule => "NoSchedule",
            Self::PreferNoSchedule => "PreferNoSchedule",
            Self::NoExecute => "NoExecute",
            Self::Other(text) => text,
        }
    }
}

impl Default for TaintEffect {
    fn default() -> Self {
        Self::Other("".into())
    }
}

/// Keeps Pods off a Node unless they tolerate it.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go Taint (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Taint {
    /// Never empty in a cluster.
    pub key: String,
    /// May be empty.
    pub value: String,
    /// What it does.
    pub effect: TaintEffect,
}

impl std::fmt::Display for Taint {
    /// As kubectl writes taints: `key=value:effect`, or `key:effect` without a value.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.key)?;
        if !self.value.is_empty() {
            write!(f, "={}", self.value)?;
        }
        write!(f, ":{}", self.effect.as_str())
    }
}

/// How a toleration compares.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TolerationOperator {
    /// Values must be equal. What an empty operator means.
    Equal,
    /// Any value.
    Exists,
    /// The taint's value is a smaller number (behind a feature gate).
    Lt,
    /// The taint's value is a greater number (behind a feature gate).
    Gt,
    /// Anything else, as written; it tolerates nothing.
    Other(Box<str>),
}

impl TolerationOperator {
    /// From the API's word; `None` where the operator is left out, which means [`Equal`](Self::Equal).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "" => return None,
            "Equal" => Self::Equal,
            "Exists" => Self::Exists,
            "Lt" => Self::Lt,
            "Gt" => Self::Gt,
            other => Self::Other(other.into()),
        })
    }

    /// The API's word.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Equal => "Equal",
            Self::Exists => "Exists",
            Self::Lt => "Lt",
            Self::Gt => "Gt",
            Self::Other(text) => text,
        }
    }
}

/// Lets a Pod onto Nodes with a matching taint.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go Toleration (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Toleration {
    /// Empty: every key (with `Exists`).
    pub key: String,
    /// `None` where it is left out; it then compares as `Equal`.
    pub operator: Option<TolerationOperator>,
    /// What the taint's value must be.
    pub value: String,
    /// `None`: every effect.
    pub effect: Option<TaintEffect>,
    /// Seconds that the Pod stays after a NoExecute taint came; `None`: for ever. Plays no role in eligibility.
    pub toleration_seconds: Option<i64>,
}
