mod patch;

use super::surroundings::key;
use super::{Cluster, JudgedDaemonSet, Workspace};
use crate::apiserver::{default_daemon_set, makes_the_same_pods, restarted};
use crate::manifest::{Origin, Typed};
use crate::model::{DaemonSet, Defaulted, Json, Time};
use crate::simulation::{RecordedStart, Start};
use crate::source::FileId;
pub use patch::{PATCH, Patched, apply_patch};

/// A DaemonSet before and after.
#[derive(Clone, Debug)]
pub struct Update {
    /// As it was; `None`: there was none.
    pub old: Option<Defaulted<DaemonSet>>,
    /// A cluster printed the old one, with its Pods.
    pub recorded: bool,
    /// What it becomes.
    pub new: Defaulted<DaemonSet>,
}

impl Update {
    /// The update of a judged DaemonSet.
    ///
    /// The old one is that of the files `from`, or else the recorded one of the input. `restart`: the template is asked to
    /// make new Pods; without an old one, the DaemonSet itself is what is there before.
    #[must_use]
    pub fn find(
        workspace: &Workspace,
        cluster: &Cluster,
        judged: &JudgedDaemonSet,
        from: &[String],
        restart: bool,
    ) -> Self {
        let pods_given = !cluster.snapshot.pods.is_empty();
        let (old, recorded) = if from.is_empty() {
            let found = workspace.object(judged.recorded.unwrap_or(judged.object));
            let recorded = found.is_some_and(|object| object.origin == Origin::Recorded);
            let old = match found.map(|object| &object.typed) {
                Some(Typed::DaemonSet(old)) if recorded => {
                    Some(default_daemon_set((**old).clone()))
                }
                _ if restart => Some(judged.daemon_set.clone()),
                _ => None,
            };
            (old, recorded)
        } else {
            let old = stated(workspace, judged, |file| {
                from.iter().any(|from| from == file)
            });
            let recorded = old.is_some_and(|(origin, _)| origin == Origin::Recorded);
            let old = old.map(|(_, old)| default_daemon_set(old.clone()));
            (old, recorded)
        };
        let after = |file: &str| !from.iter().any(|from| from == file);
        let name = name(workspace, judged.object.file);
        let new = match stated(workspace, judged, after) {
            // Where an old one was judged: the files say which is new, not their order.
            Some((_, new)) if !name.is_some_and(after) => default_daemon_set(new.clone()),
            _ => judged.daemon_set.clone(),
        };
        let moment = workspace.now().unwrap_or(Time { seconds: 0 });
        Self {
            old,
            recorded: recorded && pods_given,
            new: match restart {
                true => restarted(&new, &moment.to_string()),
                false => new,
            },
        }
    }

    /// What it becomes, as the API server stores it, fields included that no type has. `None` where only a part of it is
    /// known.
    #[must_use]
    pub fn stored(&self, workspace: &Workspace, judged: &JudgedDaemonSet) -> Option<Json> {
        let metadata = &judged.daemon_set.metadata;
        let asked = (metadata.namespace.as_str(), metadata.name.as_str());
        let objects = workspace.objects_by_id();
        let same = objects.filter(|(_, object)| match &object.typed {
            Typed::DaemonSet(daemon_set) if object.fragment.is_none() && key(object) == asked => {
                let own = &default_daemon_set((**daemon_set).clone()).spec.template;
                makes_the_same_pods(own, &self.new.spec.template)
            }
            _ => false,
        });
        workspace.stored(same.last()?.0)
    }

    /// Where a simulation starts. Without a moment, what is recorded is taken to be of its newest Pod's creation.
    #[must_use]
    pub fn start<'a>(&'a self, cluster: &'a Cluster, now: Option<Time>) -> Start<'a> {
        match &self.old {
            None => Start::Nothing,
            Some(daemon_set) if self.recorded => {
                let pods = cluster.snapshot.pods.iter();
                let newest = pods.filter_map(|pod| pod.metadata.creation_timestamp).max();
                Start::Recorded(RecordedStart {
                    daemon_set,
                    snapshot: &cluster.snapshot,
                    now: now.or(newest).unwrap_or(Time { seconds: 0 }),
                })
            }
            Some(old) => Start::Settled(old),
        }
    }
}

fn name(workspace: &Workspace, file: FileId) -> Option<&str> {
    workspace.file(file).map(|file| &*file.name)
}

/// The last DaemonSet of this name among the files that are asked for.
fn stated<'a>(
    workspace: &'a Workspace,
    judged: &JudgedDaemonSet,
    of: impl Fn(&str) -> bool,
) -> Option<(Origin, &'a DaemonSet)> {
    let metadata = &judged.daemon_set.metadata;
    let asked = (metadata.namespace.as_str(), metadata.name.as_str());
    let objects = workspace
        .objects_by_id()
        .map(|(_, object)| object)
        .filter(|object| {
            key(object) == asked && name(workspace, object.place.file).is_some_and(&of)
        });
    let daemon_sets = objects.filter_map(|object| match &object.typed {
        Typed::DaemonSet(daemon_set) => Some((object.origin, &**daemon_set)),
        _ => None,
    });
    daemon_sets.last()
}
