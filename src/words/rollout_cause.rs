use super::names::thousands;
use super::rollout::duration;
use crate::controller::{CreateReason, DeleteReason};
use crate::simulation::{Cause, ScenarioEvent};

/// Why something happens in an update: `within maxUnavailable 2`. `events` are those of the scenario, in the order of time.
///
/// ```
/// use everynode::controller::DeleteReason;
/// use everynode::simulation::Cause;
/// use everynode::words::event_cause;
/// assert_eq!(event_cause(Cause::Started(12), &[]), "12 s after its creation");
/// assert_eq!(event_cause(Cause::Delete(DeleteReason::WithinMaxUnavailable(2)), &[]), "within maxUnavailable 2");
/// ```
#[must_use]
pub fn event_cause(cause: Cause, events: &[&ScenarioEvent]) -> String {
    let said = |words: &str, number: String| format!("{words}{number}");
    match cause {
        Cause::Create(reason) => create_reason(reason),
        Cause::Delete(reason) => delete_reason(reason),
        Cause::Started(seconds) => said(&duration(seconds), " after its creation".to_owned()),
        Cause::Stopped => "it has stopped".to_owned(),
        Cause::Deletion => "its DaemonSet is deleted".to_owned(),
        Cause::Collected(seconds) => said(
            "the Pod is collected after its node was gone for ",
            duration(seconds),
        ),
        Cause::Scenario(position) => {
            let event = events.get(position as usize);
            let event = event.map_or("", |event| &event.said);
            said("the scenario: ", event.to_owned())
        }
    }
}

/// Why the controller makes a Pod.
fn create_reason(reason: CreateReason) -> String {
    match reason {
        CreateReason::Missing => "the node has no Pod".to_owned(),
        CreateReason::OnlyTerminating => {
            "every Pod of the node is being deleted, which under surge none waits for".to_owned()
        }
        CreateReason::OldUnavailable => {
            "the new Pod replaces an old one that is not available, whatever the budget".to_owned()
        }
        CreateReason::WithinMaxSurge(limit) => within("maxSurge", limit),
    }
}

/// Why the controller deletes a Pod.
fn delete_reason(reason: DeleteReason) -> String {
    let text = match reason {
        DeleteReason::Failed(0) => "the Pod has failed",
        DeleteReason::Failed(seconds) => {
            let mut text = "the Pod has failed, after its backoff of ".to_owned();
            text.push_str(&duration(seconds.into()));
            return text;
        }
        DeleteReason::Succeeded => "the Pod has ended",
        DeleteReason::Excess => "another Pod of the node is older",
        DeleteReason::NotEligible => "the node is not eligible any more",
        DeleteReason::NodeGone => "the Pod waits for a node that is gone",
        DeleteReason::OldUnavailable => {
            "the old Pod is not available, so it goes whatever the budget"
        }
        DeleteReason::WithinMaxUnavailable(limit) => return within("maxUnavailable", limit),
        DeleteReason::Replaced => "the new Pod beside it is available",
        DeleteReason::OldNotEligible => {
            "the node is not eligible any more, and enough others are available"
        }
    };
    text.to_owned()
}

fn within(limit: &str, number: u32) -> String {
    format!("within {limit} {}", thousands(number as usize))
}
