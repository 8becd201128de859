use crate::matching::quote;
use crate::model::{DaemonSet, DaemonSetStatus, UpdateStrategyType};

/// What kubectl says of a DaemonSet that there is not.
#[must_use]
pub fn not_found(name: &str) -> String {
    [
        "Error from server (NotFound): daemonsets.apps ",
        &quote(name),
        " not found",
    ]
    .concat()
}

/// What `kubectl rollout status` says of a DaemonSet of this generation with this status, without the line end; and
/// whether it then ends.
///
/// # Errors
/// kubectl's text when the strategy has no rollout.
///
/// Upstream: staging/src/k8s.io/kubectl/pkg/polymorphichelpers/rollout_status.go DaemonSetStatusViewer.Status (v1.36.3)
pub fn rollout_status(
    daemon_set: &DaemonSet,
    generation: i64,
    status: &DaemonSetStatus,
) -> Result<(String, bool), String> {
    let name = quote(&daemon_set.metadata.name);
    if daemon_set.spec.update_strategy.kind != Some(UpdateStrategyType::RollingUpdate) {
        return Err("rollout status is only available for RollingUpdate strategy type".to_owned());
    }
    let desired = status.desired_number_scheduled;
    let (updated, available) = (status.updated_number_scheduled, status.number_available);
    Ok(if generation > status.observed_generation {
        let text = "Waiting for daemon set spec update to be observed...";
        (text.to_owned(), false)
    } else if updated < desired {
        let done = format!("{updated} out of {desired} new pods have been updated");
        (
            format!("Waiting for daemon set {name} rollout to finish: {done}..."),
            false,
        )
    } else if available < desired {
        let done = format!("{available} of {desired} updated pods are available");
        (
            format!("Waiting for daemon set {name} rollout to finish: {done}..."),
            false,
        )
    } else {
        (format!("daemon set {name} successfully rolled out"), true)
    })
}
