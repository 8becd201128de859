use super::shapes::{Diagnostic, Head, ObjectRef, Place, Suggestion};
use serde::Serialize;

/// One check of one decider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Check {
    /// `nodeName`, `nodeSelector`, `nodeAffinity`, `taint`, `noTaints`, `nodeReady` or `pod`.
    pub check: &'static str,
    /// `passes`, `fails` or `noSay`.
    pub outcome: &'static str,
    /// A heading.
    pub title: String,
    /// What was wanted and what is there.
    pub evidence: String,
    /// Where the manifest says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Where the Node says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub node_place: Option<Place>,
    /// To show beside the place in the manifest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The requirements of a term.
    pub parts: Vec<Check>,
}

/// Who decides, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Decider {
    /// `controller` or `kubelet`.
    pub by: &'static str,
    /// `yes`, `no` or `notAsked`.
    pub says: &'static str,
    /// In words.
    pub word: String,
    /// In the order it asks.
    pub checks: Vec<Check>,
}

/// Every check of one DaemonSet on one Node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ExplainFound {
    /// Versions.
    #[serde(flatten)]
    pub head: Head,
    /// Always true.
    pub found: bool,
    /// The DaemonSet.
    pub daemon_set: ObjectRef,
    /// The Node's name.
    pub node: String,
    /// For the head of a card.
    pub about: String,
    /// As in the groups.
    pub verdict: &'static str,
    /// Whether a new Pod is made.
    pub should_run: bool,
    /// Whether a Pod there is left alone.
    pub should_continue_running: bool,
    /// The answer in one or two sentences.
    pub sentence: String,
    /// In the order they are asked.
    pub deciders: Vec<Decider>,
    /// What would let the Node in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<Suggestion>,
    /// What reading found.
    pub diagnostics: Vec<Diagnostic>,
}

/// The question named something that is not in the input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExplainNotFound {
    /// Versions.
    #[serde(flatten)]
    pub head: Head,
    /// Always false.
    pub found: bool,
    /// `daemonSet` or `node`.
    pub missing: &'static str,
    /// One sentence.
    pub message: String,
    /// The nearest name that is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nearest: Option<String>,
    /// What reading found.
    pub diagnostics: Vec<Diagnostic>,
}

/// The answer to [`super::ExplainQuestion`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum ExplainAnswer {
    /// Both were there.
    Found(Box<ExplainFound>),
    /// One was not.
    NotFound(ExplainNotFound),
}
