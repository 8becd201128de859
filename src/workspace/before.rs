//! The DaemonSets that those under review replace.

use super::{Cluster, ObjectId, Workspace};
use crate::apiserver::default_daemon_set;
use crate::controller::{DaemonPodRules, Eligibility};
use crate::lint::{Given, JudgedRef, Replaced};
use crate::manifest::Typed;
use crate::model::{DaemonSet, Defaulted};
use crate::source::{FileId, Place};

/// A DaemonSet that is replaced.
pub(super) struct Before {
    /// The place of the one that replaces it.
    by: Place,
    object: ObjectId,
    daemon_set: Defaulted<DaemonSet>,
    eligibility: Eligibility,
}

impl Workspace {
    /// Whether the objects of an open text are as they were before, because somebody says so.
    pub(super) fn is_old(&self, file: FileId) -> bool {
        let slot = self.slots.get(file.0 as usize).and_then(Option::as_ref);
        slot.is_some_and(|open| open.is_old)
    }

    /// What each proposed DaemonSet replaces, in the order of the input: the recorded one of its name. Where one old text has one
    /// DaemonSet that nothing replaces, and one is proposed that replaces nothing, it was probably given another name.
    pub(super) fn before(&self, cluster: &Cluster) -> Vec<Before> {
        let mut found = Vec::new();
        let (mut left, mut new) = (Vec::new(), Vec::new());
        for judged in &cluster.daemon_sets {
            let is_old = self.is_old(judged.object.file);
            match judged.recorded {
                Some(recorded) => found.extend(self.pair(cluster, judged.object, recorded)),
                None if is_old => left.push(judged.object),
                None => new.push(judged.object),
            }
        }
        if let ([left], [new]) = (left.as_slice(), new.as_slice()) {
            found.extend(self.pair(cluster, *new, *left));
        }
        found
    }

    fn pair(&self, cluster: &Cluster, by: ObjectId, object: ObjectId) -> Option<Before> {
        let Typed::DaemonSet(daemon_set) = &self.object(object)?.typed else {
            return None;
        };
        let daemon_set = default_daemon_set((**daemon_set).clone());
        let rules = DaemonPodRules::new(&daemon_set, self.gates());
        Some(Before {
            by: self.object(by)?.place,
            object,
            eligibility: rules.judge_all(&cluster.snapshot.nodes),
            daemon_set,
        })
    }
}

impl Before {
    /// The same as a review takes it.
    pub(super) fn replaced<'a>(&'a self, workspace: &'a Workspace) -> Option<Replaced<'a>> {
        let file = workspace.file(self.object.file)?;
        Some(Replaced {
            by: self.by,
            old: Given {
                object: workspace.object(self.object)?,
                file: &file.name,
                text: &file.text,
                judged: Some(JudgedRef {
                    daemon_set: &self.daemon_set,
                    eligibility: &self.eligibility,
                }),
            },
        })
    }
}
