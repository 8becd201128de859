use super::answer_place::pods_given;
use super::{DaemonSetStatus, KubectlRow, MisscheduledPod, Revision};
use crate::controller::CurrentRevision;
use crate::model;
use crate::placement::ClassReasons;
use crate::words::{cause, daemon_set_table, shell_word};
use crate::workspace::{Cluster, JudgedDaemonSet, Workspace};

/// The counters as the controller's next sync writes them. Without Pods in the input they are those of the moment at
/// which every Pod is available; where the controller writes none, those that the object has.
pub(super) fn status(cluster: &Cluster, judged: &JudgedDaemonSet) -> DaemonSetStatus {
    let counted = &judged.status;
    if counted.skipped.is_some() {
        return recorded_status(judged).unwrap_or_default();
    }
    let number = |count: u32| i32::try_from(count).unwrap_or(i32::MAX);
    let desired = number(counted.desired);
    if !pods_given(cluster) {
        return DaemonSetStatus {
            desired_number_scheduled: desired,
            current_number_scheduled: desired,
            number_misscheduled: 0,
            number_ready: desired,
            updated_number_scheduled: Some(desired),
            number_available: desired,
            number_unavailable: 0,
        };
    }
    DaemonSetStatus {
        desired_number_scheduled: desired,
        current_number_scheduled: number(counted.current),
        number_misscheduled: number(counted.misscheduled),
        number_ready: number(counted.ready),
        updated_number_scheduled: counted.updated.map(number),
        number_available: number(counted.available),
        number_unavailable: number(counted.unavailable),
    }
}

/// What the object itself says, or the recorded one of its pair.
pub(super) fn recorded_status(judged: &JudgedDaemonSet) -> Option<DaemonSetStatus> {
    let status = judged.daemon_set.status.as_ref()?;
    Some(DaemonSetStatus {
        desired_number_scheduled: status.desired_number_scheduled,
        current_number_scheduled: status.current_number_scheduled,
        number_misscheduled: status.number_misscheduled,
        number_ready: status.number_ready,
        updated_number_scheduled: Some(status.updated_number_scheduled),
        number_available: status.number_available,
        number_unavailable: status.number_unavailable,
    })
}

pub(super) fn revision(cluster: &Cluster, judged: &JudgedDaemonSet) -> Revision {
    let hash = match &judged.status.revision {
        CurrentRevision::Found { hash, .. } => Some(hash.clone()),
        CurrentRevision::New | CurrentRevision::Unknown => None,
    };
    let by = match &judged.status.revision {
        CurrentRevision::Found { .. } | CurrentRevision::New => "controllerRevision",
        CurrentRevision::Unknown if pods_given(cluster) && judged.status.updated.is_some() => {
            "templateGeneration"
        }
        CurrentRevision::Unknown => "unknown",
    };
    Revision { by, hash }
}

/// What `kubectl get daemonset` prints with these counters.
pub(super) fn kubectl(
    workspace: &Workspace,
    cluster: &Cluster,
    judged: &JudgedDaemonSet,
) -> KubectlRow {
    let daemon_set = &*judged.daemon_set;
    let shown = status(cluster, judged);
    let counters = model::DaemonSetStatus {
        desired_number_scheduled: shown.desired_number_scheduled,
        current_number_scheduled: shown.current_number_scheduled,
        number_misscheduled: shown.number_misscheduled,
        number_ready: shown.number_ready,
        updated_number_scheduled: shown.updated_number_scheduled.unwrap_or_default(),
        number_available: shown.number_available,
        number_unavailable: shown.number_unavailable,
        ..model::DaemonSetStatus::default()
    };
    let lines = |wide| {
        let mut table = daemon_set_table(daemon_set, &counters, workspace.now(), wide);
        if shown.updated_number_scheduled.is_none() {
            let updated = table.header.iter().position(|head| *head == "UP-TO-DATE");
            if let Some(cell) = updated.and_then(|at| table.cells.get_mut(at)) {
                // No number is better than a wrong one.
                "?".clone_into(cell);
            }
        }
        table.lines()
    };
    let [header, row] = lines(false);
    let [wide_header, wide_row] = lines(true);
    let (namespace, name) = (&daemon_set.metadata.namespace, &daemon_set.metadata.name);
    let moment = match (&judged.status.skipped, pods_given(cluster)) {
        (Some(_), _) => "as the object says",
        (None, true) => "after the controller's next sync",
        (None, false) => "once every Pod is available",
    };
    KubectlRow {
        command: format!(
            "kubectl get daemonset -n {} {}",
            shell_word(namespace),
            shell_word(name)
        ),
        moment: moment.to_owned(),
        header,
        row,
        wide_header,
        wide_row,
    }
}

/// Pods on Nodes that are not eligible.
pub(super) fn misscheduled(
    cluster: &Cluster,
    judged: &JudgedDaemonSet,
    reasons: &ClassReasons,
) -> Vec<MisscheduledPod> {
    let nodes = judged.status.misscheduled_nodes.iter();
    nodes
        .filter_map(|found| {
            let position = found.node as usize;
            let class = *judged.eligibility.class_of.get(position)?;
            let number = *reasons.of_class().get(class as usize)?;
            Some((found, number, cluster.snapshot.nodes.get(position)?))
        })
        .flat_map(|(found, number, node)| {
            let cause = cause(&reasons.get(number));
            let pods = found.pods.iter();
            let pods = pods.filter_map(|pod| cluster.snapshot.pods.get(*pod));
            pods.map(move |pod| MisscheduledPod {
                node: node.metadata.name.clone(),
                pod: pod.metadata.name.clone(),
                outcome: if found.keeps { "keeps" } else { "deletes" },
                cause: cause.clone(),
            })
        })
        .collect()
}
