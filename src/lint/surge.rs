//! An update with surge that never ends, because old and new Pods want the same port of their Node.

use super::words::write;
use super::{Context, Mend, Spot, Spots, Subject};
use crate::manifest::View;
use crate::simulation::HoldReason;
use crate::words::{count, name_list};

/// Nodes that are named one by one.
const NAMED: usize = 3;

impl<'a> Subject<'a> {
    /// The first port of its Nodes that its Pods take; absent where they take none.
    pub(super) fn host_port(&self) -> View<'a> {
        self.first_port(match self.on_host_network() {
            true => "containerPort",
            false => "hostPort",
        })
    }

    /// The first port that a container which runs on takes of its Node, by this field of it; absent where there is none.
    pub(super) fn first_port(&self, field: &str) -> View<'a> {
        for container in &self.containers {
            for port in container.ports() {
                let number = port.get(field);
                if container.runs_on() && !matches!(number.text(), "" | "0") {
                    return number;
                }
            }
        }
        self.pod.absent()
    }
}

impl<'a> Context<'a> {
    /// Whether the DaemonSet that is replaced takes no port of its Nodes yet: this update ends, and the next does not.
    pub(super) fn brings_port(&self, port: View<'_>) -> bool {
        port.exists() && self.old().is_some_and(|old| !old.host_port().exists())
    }

    /// Plays the update, and says where it stops because of a port that both Pods want.
    pub(super) fn find_stop_at_port(&self, port: View<'a>, found: &mut Spots<'a>) {
        let surge = self.surge();
        if !surge.exists() || !port.exists() || self.brings_port(port) {
            return;
        }
        let Some(played) = self.play_update() else {
            return;
        };
        let held: Vec<&str> = played
            .ending
            .blockers
            .iter()
            .filter(|blocker| blocker.reason == HoldReason::PortsTaken)
            .filter_map(|blocker| played.course.nodes.get(blocker.node as usize))
            .map(String::as_str)
            .collect();
        let (Some(last), false) = (played.course.steps.last(), held.is_empty()) else {
            return;
        };
        let mut why = String::from("Played on ");
        let of = last.status.desired as usize;
        match played.is_real {
            true => write(&mut why, &["the ", &count(of, "node"), " that it runs on"]),
            false => why.push_str("one node"),
        }
        let step = played.course.steps.len().to_string();
        let updated = (last.status.updated as usize).saturating_sub(held.len());
        write(
            &mut why,
            &[
                ", the update stops at step ",
                &step,
                ", with ",
                &updated.to_string(),
                " of ",
                &of.to_string(),
                " replaced: ",
            ],
        );
        match played.is_real {
            true => write(
                &mut why,
                &["there is a new Pod Pending on ", &name_list(&held, NAMED)],
            ),
            false => why.push_str("there is a new Pod Pending"),
        }
        why.push_str(", because the scheduler gives a port of a node to one Pod.");
        let spot = found
            .at(surge)
            .word(port.text())
            .why(why)
            .related(port, "the port that both want");
        self.relate_unavailable(spot);
    }

    /// Names `maxUnavailable`, which changes with `maxSurge`.
    pub(super) fn relate_unavailable(&self, spot: &mut Spot<'a>) {
        let unavailable = self.strategy().at("rollingUpdate.maxUnavailable");
        if unavailable.exists() {
            spot.related(unavailable, "no old Pod goes before the new one is there");
        }
    }
}

/// Lets old Pods go first. `maxUnavailable` is 1 where it is not written; what is written there says 0, as long as there is surge.
pub(super) fn without_surge(spot: &Spot<'_>, mend: &mut Mend) {
    mend.title("Replace Pods one by one, without surge")
        .changes_behaviour()
        .set(spot.at, "0");
    for (place, _) in &spot.related {
        if place.key() == "maxUnavailable" && matches!(place.text(), "0" | "0%") {
            mend.set(*place, "1");
        }
    }
}
