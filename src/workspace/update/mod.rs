//! A DaemonSet before and after: what is asked for, what becomes of it, and why it may be refused.

mod make;
mod patch;

use super::surroundings::key;
use super::{Cluster, JudgedDaemonSet, ObjectId, Workspace};
use crate::apiserver::{Change, PatchType, changes, default_daemon_set, refusals};
use crate::cluster::ClusterNodes;
use crate::controller::{DaemonPodRules, NodeClass};
use crate::diagnostic::Diagnostic;
use crate::manifest::{Origin, Typed};
use crate::model::{DaemonSet, Defaulted, FeatureGates, Json, Time};
use crate::simulation::{Propagation, RecordedStart, Start};
use crate::source::FileId;
pub use patch::{PATCH, Patched, apply_patch};

/// How somebody updates a DaemonSet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asked<'a> {
    /// `kubectl apply` of a manifest.
    #[default]
    Apply,
    /// `kubectl rollout restart`.
    Restart,
    /// `kubectl patch`, with its text.
    Patch(&'a str, PatchType),
    /// `kubectl set image`: containers and their images; `*` is every container, an empty name the only one.
    SetImage(&'a [(String, String)]),
    /// `kubectl rollout undo`, to a revision; 0 is the one before.
    Undo(i64),
    /// `kubectl delete daemonset`.
    Delete(Propagation),
}

/// Who refuses an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusedBy {
    /// The client, which sends nothing then.
    Kubectl,
    /// The server, which stores nothing then.
    ApiServer,
}

/// Why an update does not happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Who says so.
    pub by: RefusedBy,
    /// The field of the DaemonSet that it is about; empty where it is about none.
    pub path: String,
    /// One line; Kubernetes' own where it is one of its own.
    pub message: String,
}

/// A DaemonSet before and after.
#[derive(Clone, Debug)]
pub struct Update {
    /// As it was; `None`: there was none.
    pub old: Option<Defaulted<DaemonSet>>,
    /// A cluster printed the old one, with its Pods.
    pub recorded: bool,
    /// What it becomes; the old one where the update is refused and there is one.
    pub new: Defaulted<DaemonSet>,
    /// The same as the API server stores it, fields included that nobody judges.
    pub stored: Json,
    /// What differs between what is stored before and after.
    pub changes: Vec<Change>,
    /// What kubectl says where an update leaves the template as it is and has a word for that.
    pub unchanged: Option<String>,
    /// Why it does not happen; empty where it does.
    pub refused: Vec<Refused>,
    /// What was found in a patch; places are of the file [`PATCH`].
    pub diagnostics: Vec<Diagnostic>,
}

impl Update {
    /// The update of a judged DaemonSet.
    ///
    /// The old one is that of the files `from`, or else the recorded one of the input. What is asked for besides a
    /// manifest is done to the new one; without an old one, the DaemonSet itself is what is there before.
    #[must_use]
    pub fn find(
        workspace: &Workspace,
        cluster: &Cluster,
        judged: &JudgedDaemonSet,
        from: &[String],
        asked: Asked<'_>,
    ) -> Self {
        make::update(workspace, cluster, judged, from, asked)
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

    /// Whether new Pods replace those of before: whether the template is another one.
    #[must_use]
    pub fn makes_new_pods(&self) -> bool {
        self.refused.is_empty() && self.changes.iter().any(Change::is_of_template)
    }

    /// Positions of the Nodes that get a Pod at once because they were not eligible, and of those that lose theirs at
    /// once. Neither waits for the budget.
    #[must_use]
    pub fn nodes(&self, nodes: &ClusterNodes, gates: FeatureGates) -> (Vec<usize>, Vec<usize>) {
        let Some(old) = self.old.as_ref().filter(|_| self.refused.is_empty()) else {
            return Default::default();
        };
        let judge = |daemon_set| DaemonPodRules::new(daemon_set, gates).judge_all(nodes);
        let (before, after) = (judge(old), judge(&self.new));
        let differ = |differs: fn(NodeClass, NodeClass) -> bool| {
            let classes = |at| before.class(at).zip(after.class(at));
            let all =
                (0..nodes.len()).filter(|at| classes(*at).is_some_and(|(a, b)| differs(*a, *b)));
            all.collect()
        };
        let gains = differ(|before, after| !before.should_run && after.should_run);
        let loses = differ(|before, after| before.should_run && !after.should_continue_running);
        (gains, loses)
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
) -> Option<(ObjectId, Origin, &'a DaemonSet)> {
    let metadata = &judged.daemon_set.metadata;
    let asked = (metadata.namespace.as_str(), metadata.name.as_str());
    let objects = workspace.objects_by_id().filter(|(_, object)| {
        key(object) == asked && name(workspace, object.place.file).is_some_and(&of)
    });
    let daemon_sets = objects.filter_map(|(id, object)| match &object.typed {
        Typed::DaemonSet(daemon_set) => Some((id, object.origin, &**daemon_set)),
        _ => None,
    });
    daemon_sets.last()
}
