use super::column::Column;
use serde::Serialize;

/// What an update is: what it changes, and what that does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateFound {
    /// `first`, `apply`, `restart`, `patch`, `setImage`, `undo` or `delete`.
    pub by: &'static str,
    /// Whether new Pods replace those of before.
    pub rolls_out: bool,
    /// The same in words.
    pub sentence: String,
    /// What differs between what the API server stores before and after, the first 200.
    pub changes: Vec<FieldChange>,
    /// How many more there are.
    #[serde(skip_serializing_if = "is_zero")]
    pub more_changes: u32,
    /// Nodes, as indices into `nodes`, that get a Pod at once, because they were not eligible before.
    pub gains: Column,
    /// Nodes whose Pod is deleted at once, because they are no longer eligible. The budget does not count them.
    pub loses: Column,
    /// Why it does not happen; empty where it does.
    pub refused: Vec<Refusal>,
}

/// A field that an update changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// `spec.template.spec.containers[name=agent].image`
    pub path: String,
    /// `template`, `spec` or `metadata`.
    #[serde(rename = "in")]
    pub part: &'static str,
    /// Left out where it was not there. Lists and maps as JSON; what is long is cut.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// Left out where it is gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// The list has the same items in another order.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub reordered: bool,
    /// `newPods`, `nodesAtOnce`, `thisRollout` or `nothing`.
    pub effect: &'static str,
    /// `makes new Pods`
    pub text: &'static str,
}

/// Why an update does not happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// `kubectl` or `apiserver`.
    pub by: &'static str,
    /// The field of the DaemonSet that it is about.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub path: String,
    /// In Kubernetes' own words, where it has some.
    pub message: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}
