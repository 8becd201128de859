use super::names::count;
use crate::controller::{CurrentRevision, StatusJudgement, StatusSkipped};

/// What somebody who asked about a DaemonSet should know besides: whole sentences.
///
/// `paired`: a proposed manifest was judged, and a recorded one of the same name is there; `pods_given`: the input says
/// something of Pods.
#[must_use]
pub fn notes(status: &StatusJudgement, paired: bool, pods_given: bool) -> Vec<String> {
    let mut notes = Vec::new();
    if paired {
        notes.push(
            "The proposed manifest is judged; age, status and Pods are those of the recorded one."
                .to_owned(),
        );
    }
    match &status.skipped {
        Some(StatusSkipped::Deleted) => notes.push(
            "The DaemonSet is being deleted: the controller writes no status any more.".to_owned(),
        ),
        Some(StatusSkipped::SelectsEverything) => notes.push(
            "The selector selects every Pod: the controller does nothing (event SelectingAll)."
                .to_owned(),
        ),
        Some(StatusSkipped::Selector(error)) => notes.push(format!(
            "The controller cannot read the selector and does nothing: `{error}`."
        )),
        None => {}
    }
    if pods_given && status.skipped.is_none() {
        if status.current > 0
            && status.updated.is_none()
            && status.revision == CurrentRevision::Unknown
        {
            notes.push(
                "UP-TO-DATE cannot be told: the input has no ControllerRevision that holds the template."
                    .to_owned(),
            );
        }
        for (pods, what) in [
            (
                status.pods.adopted.len(),
                "belongs to nobody and matches the selector: the controller takes it over",
            ),
            (
                status.pods.released.len(),
                "does not match the selector any more: the controller lets it go",
            ),
            (
                status.pods.without_node.len(),
                "names no node and is not counted",
            ),
        ] {
            match pods {
                0 => {}
                1 => notes.push(format!("1 Pod {what}.")),
                pods => notes.push(format!("Of {}, each {what}.", count(pods, "Pod"))),
            }
        }
    }
    notes
}

/// What somebody who asked about all DaemonSets should know besides: whole sentences.
#[must_use]
pub fn place_notes(daemon_sets: usize, nodes: usize) -> Vec<String> {
    let mut notes = Vec::new();
    if daemon_sets == 0 {
        notes.push("The input holds no DaemonSet.".to_owned());
    }
    if nodes == 0 {
        notes.push(
            "The input holds no Node: `kubectl get nodes -o yaml` prints those of a cluster."
                .to_owned(),
        );
    }
    notes
}
