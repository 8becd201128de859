use super::check::CheckWords;
use super::human_duration;
use crate::controller::FirstPod;
use crate::model::{
    ContainerStatus, DaemonSetSpec, Node, NodeCondition, Pod, PodPhase, Time, UpdateStrategyType,
};
use crate::placement::NodeVerdict;

/// What a Pod is in, as far as its object says: the first of these that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State<'a> {
    /// It is being deleted.
    Deleted,
    /// It is available.
    Available,
    /// It is Ready, but not for long enough.
    Young,
    /// It has failed.
    Failed,
    /// Its containers have ended.
    Succeeded,
    /// It is bound to no Node.
    Unbound,
    /// Its init containers have not ended.
    Initializing,
    /// A container waits.
    Waits(&'a ContainerStatus),
    /// None of it.
    NotReady,
}

impl<'a> State<'a> {
    fn of(pod: &'a Pod, counted: FirstPod) -> Self {
        let containers = &pod.status.container_statuses;
        let waits = |container: &&ContainerStatus| !container.waiting_reason.is_empty();
        match pod.status.phase {
            _ if pod.metadata.deletion_timestamp.is_some() => Self::Deleted,
            _ if counted.available => Self::Available,
            _ if counted.ready => Self::Young,
            PodPhase::Failed => Self::Failed,
            PodPhase::Succeeded => Self::Succeeded,
            _ if pod.spec.node_name.is_empty() => Self::Unbound,
            // What a container says while it waits for init containers, which are the matter.
            _ => match containers.iter().find(waits) {
                Some(container) if container.waiting_reason == "PodInitializing" => {
                    Self::Initializing
                }
                Some(container) => Self::Waits(container),
                None => Self::NotReady,
            },
        }
    }
}

/// Of the Pod that is there: what the kubelet and the scheduler have said of it, and whether an update takes it.
#[must_use]
pub fn pod_check(
    pod: &Pod,
    counted: FirstPod,
    spec: &DaemonSetSpec,
    verdict: NodeVerdict,
) -> CheckWords {
    let state = pod_state(pod, counted, spec.min_ready_seconds);
    let other = other_template(pod, counted, spec, verdict);
    CheckWords::new(
        format!("Pod `{}`", pod.metadata.name),
        format!("{state}{other}"),
    )
}

/// What a Pod is in, as a sentence about `it`.
pub(super) fn pod_state(pod: &Pod, counted: FirstPod, min_ready_seconds: i32) -> String {
    let condition = |kind| {
        let condition = pod.condition(kind)?;
        let said = [&condition.message, &condition.reason];
        said.into_iter().find(|text| !text.is_empty())
    };
    match State::of(pod, counted) {
        State::Deleted if counted.ready => {
            "It is being deleted, and counts as Ready until it is gone.".to_owned()
        }
        State::Deleted => "It is being deleted.".to_owned(),
        State::Available => "It is Ready and available.".to_owned(),
        State::Young => {
            format!("It is Ready, but not for {min_ready_seconds} seconds yet (minReadySeconds).")
        }
        State::Failed => {
            let why = match pod.status.reason.as_str() {
                "" => String::new(),
                reason => format!(" (`{reason}`)"),
            };
            format!("It has failed{why}. The controller deletes failed Pods.")
        }
        State::Succeeded => {
            "Its containers have ended. The controller deletes such Pods.".to_owned()
        }
        State::Unbound => match condition("PodScheduled") {
            Some(text) => format!(
                "It is not bound to the node yet. The scheduler says: {}",
                quoted(text)
            ),
            None => "It is not bound to the node yet.".to_owned(),
        },
        State::Initializing => match condition("Initialized") {
            Some(text) => format!("Its init containers have not ended: {}", quoted(text)),
            None => "Its init containers have not ended.".to_owned(),
        },
        State::Waits(container) => {
            let after = match container.restart_count {
                ..=0 => String::new(),
                1 => " after 1 restart".to_owned(),
                restarts => format!(" after {restarts} restarts"),
            };
            format!(
                "Its container `{}` waits{after}: `{}`.",
                container.name, container.waiting_reason
            )
        }
        State::NotReady => match condition("Ready") {
            Some(text) => format!("It is not Ready: {}", quoted(text)),
            None => "It is not Ready.".to_owned(),
        },
    }
}

/// That a Pod has another template than the manifest, and what becomes of it, as a further sentence; else nothing.
pub(super) fn other_template(
    pod: &Pod,
    counted: FirstPod,
    spec: &DaemonSetSpec,
    verdict: NodeVerdict,
) -> &'static str {
    let goes = verdict == NodeVerdict::LosesPod
        || matches!(
            State::of(pod, counted),
            State::Deleted | State::Failed | State::Succeeded
        );
    // One that goes anyway waits for no update.
    if counted.updated != Some(false) || goes {
        return "";
    }
    match (is_rolling(spec), verdict.is_eligible()) {
        (true, true) => {
            " It has another template than the manifest: the rolling update replaces it."
        }
        (true, false) => {
            " It has another template than the manifest: the rolling update deletes it."
        }
        (false, _) => {
            " It has another template than the manifest, and with OnDelete it stays until somebody deletes it."
        }
    }
}

/// Whether the controller replaces Pods by itself.
pub(super) fn is_rolling(spec: &DaemonSetSpec) -> bool {
    spec.update_strategy.kind == Some(UpdateStrategyType::RollingUpdate)
}

/// Somebody's words between backticks, with a final stop unless they bring their own.
fn quoted(text: &str) -> String {
    let stop = if text.ends_with('.') { "" } else { "." };
    format!("`{text}`{stop}")
}

/// What a Pod is in, in a word or two: `Pod available`, `CrashLoopBackOff`.
#[must_use]
pub fn pod_word(pod: &Pod, counted: FirstPod) -> String {
    let word = match State::of(pod, counted) {
        State::Deleted => "Pod Terminating",
        State::Available => "Pod available",
        State::Young => "Pod Ready, not available",
        State::Failed => "Pod failed",
        State::Succeeded => "Pod ended",
        State::Unbound => "Pod Pending",
        State::Initializing => "Pod initializing",
        State::Waits(container) => &container.waiting_reason,
        State::NotReady => "Pod not Ready",
    };
    word.to_owned()
}

/// Of the Pod where none is there. `pods_given`: the input says something of Pods; `acts`: the controller does anything.
#[must_use]
pub fn no_pod_check(pods_given: bool, acts: bool) -> CheckWords {
    let evidence = match (pods_given, acts) {
        (true, true) => "There is none yet: the controller makes it in its next sync.",
        (true, false) => "There is none.",
        (false, _) => "The input says nothing of Pods.",
    };
    CheckWords::new("Pod", evidence)
}

/// Of another Pod of the DaemonSet on a Node that has one.
#[must_use]
pub fn further_pod_check(pod: &Pod) -> CheckWords {
    CheckWords::new(
        format!("Pod `{}`", pod.metadata.name),
        "It is here, too. The status counts the first Pod of a node only.",
    )
}

/// Of a Node that is not Ready: its condition, which says so. `now` tells how long it has been silent.
#[must_use]
pub fn node_ready_check(ready: &NodeCondition, now: Option<Time>) -> CheckWords {
    let said = [&ready.message, &ready.reason];
    let said = match said.into_iter().find(|text| !text.is_empty()) {
        Some(text) => format!(": {}", quoted(text)),
        None => ".".to_owned(),
    };
    let evidence = match is_silent(ready) {
        false => format!("The kubelet says that it is not Ready{said}"),
        true => {
            let seen = ready.last_heartbeat_time.zip(now).map(|(seen, now)| {
                let ago = human_duration(now.seconds_since(seen));
                format!(" Last seen {ago} ago.")
            });
            format!(
                "The kubelet does not answer{said}{}",
                seen.unwrap_or_default()
            )
        }
    };
    CheckWords::new("Node", evidence)
}

/// The condition of a Node that is not Ready; `None` where it is, or does not say.
#[must_use]
pub fn not_ready(node: &Node) -> Option<&NodeCondition> {
    node.condition("Ready")
        .filter(|ready| ready.status != "True")
}

/// Whether nothing has been heard of the kubelet for so long that its Node's state is unknown.
#[must_use]
pub fn is_silent(ready: &NodeCondition) -> bool {
    ready.status == "Unknown"
}
