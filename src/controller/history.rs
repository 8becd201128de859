use super::claim::{Claim, claim};
use crate::cluster::Snapshot;
use crate::matching::Selector;
use crate::model::{ControllerRevision, DaemonSet, Defaulted, Pod};
use crate::order::sort_by_key;

const HASH_LABEL: &str = "controller-revision-hash";
const GENERATION_LABEL: &str = "pod-template-generation";
const GENERATION_ANNOTATION: &str = "deprecated.daemonset.template.generation";

/// Which revision of its template a DaemonSet is at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CurrentRevision {
    /// A ControllerRevision holds the template.
    Found {
        /// Its name.
        name: String,
        /// What Pods of it carry as `controller-revision-hash`.
        hash: String,
        /// Its number.
        revision: i64,
    },
    /// There are ControllerRevisions, and none holds the template: the controller makes a new one, of which no Pod is
    /// yet.
    New,
    /// There is no ControllerRevision, or the template is a manifest's, without the server's defaults. The hash
    /// cannot be computed from a manifest.
    Unknown,
}

/// Finds the revision of a DaemonSet's template. Of several that hold it, the one with the greatest number counts.
///
/// DIFFERENCE: hashes are never computed, because they depend on Go's memory layout of the template.
///
/// Upstream: pkg/controller/daemon/update.go constructHistory (v1.36.3)
#[must_use]
pub fn current_revision(daemon_set: &Defaulted<DaemonSet>, snapshot: &Snapshot) -> CurrentRevision {
    let template = &daemon_set.spec.template.canonical;
    let selector = Selector::from_label_selector(daemon_set.spec.selector.as_ref());
    let (Ok(selector), true) = (selector, daemon_set.spec.template.stored) else {
        return CurrentRevision::Unknown;
    };
    let mut any = false;
    let mut current: Option<&ControllerRevision> = None;
    for revision in snapshot.revisions(&daemon_set.metadata.namespace) {
        if !claim(&daemon_set.metadata, &selector, &revision.metadata).holds() {
            continue;
        }
        any = true;
        let newest = current.is_none_or(|current| revision.revision >= current.revision);
        if revision.template == *template && newest {
            current = Some(revision);
        }
    }
    match current {
        Some(revision) => CurrentRevision::Found {
            name: revision.metadata.name.clone(),
            // The controller gives the label to a revision that has none.
            hash: revision
                .metadata
                .labels
                .get(HASH_LABEL)
                .unwrap_or(&revision.metadata.name)
                .to_owned(),
            revision: revision.revision,
        },
        None if any => CurrentRevision::New,
        None => CurrentRevision::Unknown,
    }
}

/// The revisions of a DaemonSet's template, the oldest first: those that it controls.
///
/// Upstream: staging/src/k8s.io/kubectl/pkg/polymorphichelpers/history.go daemonSetHistory (v1.36.3)
#[must_use]
pub fn history<'s>(
    daemon_set: &Defaulted<DaemonSet>,
    snapshot: &'s Snapshot,
) -> Vec<&'s ControllerRevision> {
    let selector = Selector::from_label_selector(daemon_set.spec.selector.as_ref());
    let Ok(selector) = selector else {
        return Vec::new();
    };
    let revisions = snapshot.revisions(&daemon_set.metadata.namespace);
    let mut history: Vec<&ControllerRevision> = revisions
        .filter(|revision| {
            let claim = claim(&daemon_set.metadata, &selector, &revision.metadata);
            claim == Claim::Owned && !revision.template.is_empty()
        })
        .collect();
    sort_by_key(&mut history, |revision| revision.revision);
    history
}

/// Whether a Pod is of the current revision: by its hash, or by the generation of the template that it carries.
/// `None`: the input cannot tell.
///
/// DIFFERENCE: where the revision is unknown, a Pod that carries another generation of the template counts as not
/// updated, although its hash might be the current one after a rollback.
///
/// Upstream: pkg/controller/daemon/util/daemonset_util.go IsPodUpdated (v1.36.3)
#[must_use]
pub fn is_pod_updated(
    daemon_set: &Defaulted<DaemonSet>,
    revision: &CurrentRevision,
    pod: &Pod,
) -> Option<bool> {
    let labels = &pod.metadata.labels;
    let annotation = daemon_set.metadata.annotations.get(GENERATION_ANNOTATION);
    let generation = annotation.and_then(|text| text.parse::<i64>().ok());
    let same_generation = generation
        .zip(labels.get(GENERATION_LABEL))
        .map(|(generation, label)| label == generation.to_string());
    match revision {
        _ if same_generation == Some(true) => Some(true),
        CurrentRevision::Found { hash, .. } => {
            Some(!hash.is_empty() && labels.get(HASH_LABEL) == Some(hash))
        }
        CurrentRevision::New => Some(false),
        CurrentRevision::Unknown => same_generation,
    }
}
