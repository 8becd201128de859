use super::surroundings::{Key, Pair, key};
use super::{ObjectId, Surroundings, Workspace};
use crate::apiserver::{default_daemon_set, makes_the_same_pods};
use crate::controller::{DaemonPodRules, Eligibility, StatusJudgement, daemon_set_status};
use crate::diagnostic::Diagnostic;
use crate::manifest::{Object, Typed};
use crate::model::{DaemonSet, Defaulted, FeatureGates, StringMap, Time};
use crate::order::{OrderedMap, sort_by_key};
use crate::source::FileId;
use std::ops::Deref;
use std::rc::Rc;

/// The annotation by which the API server counts changes of the template.
const GENERATION_ANNOTATION: &str = "deprecated.daemonset.template.generation";
/// The name of a DaemonSet that has none. A second one gets a number, as second parts of manifests do.
const UNNAMED: &str = "unnamed";

/// All that the open texts hold, as one cluster, and every DaemonSet judged against it.
///
/// An object that a cluster printed is recorded, one that somebody wrote is proposed, and both of one name are a pair,
/// old and new. Of several of one kind the last one counts. Of DaemonSets and Nodes the proposed one is judged, with
/// what only a cluster knows (uid, age, status) taken from the recorded one; of Pods the recorded one counts.
#[derive(Clone, Debug, Default)]
pub struct Cluster {
    /// What DaemonSets are judged against.
    pub surroundings: Rc<Surroundings>,
    /// In the order of the input.
    pub daemon_sets: Vec<JudgedDaemonSet>,
}

/// A DaemonSet, and what the controller makes of it.
#[derive(Clone, Debug)]
pub struct JudgedDaemonSet {
    /// The object that was judged.
    pub object: ObjectId,
    /// The recorded one of the pair, where the proposed one was judged.
    pub recorded: Option<ObjectId>,
    /// As the API server would store it.
    pub daemon_set: Defaulted<DaemonSet>,
    /// What its template says about Nodes.
    pub rules: DaemonPodRules,
    /// What follows for each Node.
    pub eligibility: Eligibility,
    /// What follows from the Pods that are there.
    pub status: StatusJudgement,
}

impl Cluster {
    /// Brings all DaemonSets together and judges them.
    pub(super) fn assemble(
        workspace: &Workspace,
        surroundings: Rc<Surroundings>,
        now: Option<Time>,
        gates: FeatureGates,
    ) -> Self {
        let mut found = Found::default();
        for (id, object) in workspace.objects_by_id() {
            found.take(id, object);
        }
        let snapshot = &surroundings.snapshot;
        let daemon_sets = found.daemon_sets();
        let judged = daemon_sets
            .into_iter()
            .map(|(object, recorded, daemon_set)| {
                let rules = DaemonPodRules::new(&daemon_set, gates);
                let eligibility = rules.judge_all(&snapshot.nodes);
                let status = daemon_set_status(&daemon_set, &eligibility, snapshot, now);
                JudgedDaemonSet {
                    object,
                    recorded,
                    daemon_set,
                    rules,
                    eligibility,
                    status,
                }
            });
        let daemon_sets = judged.collect();
        Self {
            surroundings,
            daemon_sets,
        }
    }
}

impl Deref for Cluster {
    type Target = Surroundings;

    fn deref(&self) -> &Surroundings {
        &self.surroundings
    }
}

#[derive(Default)]
struct Found<'a> {
    daemon_sets: OrderedMap<Key<'a>, Pair<'a, DaemonSet>>,
    /// Those without a name of their own.
    unnamed: Vec<(ObjectId, &'a DaemonSet)>,
}

impl<'a> Found<'a> {
    fn take(&mut self, id: ObjectId, object: &'a Object) {
        let name = object.metadata.name.as_str();
        match &object.typed {
            Typed::DaemonSet(daemon_set) if name.is_empty() || object.fragment.is_some() => {
                self.unnamed.push((id, daemon_set));
            }
            Typed::DaemonSet(daemon_set) => {
                let pair = self.daemon_sets.or_insert_with(key(object), Pair::default);
                pair.put(id, object.origin, daemon_set);
            }
            _ => {}
        }
    }

    /// In the order of the input, with the recorded one of each pair.
    fn daemon_sets(&self) -> Vec<(ObjectId, Option<ObjectId>, Defaulted<DaemonSet>)> {
        let pairs = self.daemon_sets.values().filter_map(|pair| {
            let (id, judged) = pair.proposed.or(pair.recorded)?;
            let mut judged = judged.clone();
            let recorded = pair.recorded.filter(|(recorded, _)| *recorded != id);
            if let Some((_, recorded)) = recorded {
                apply(&mut judged, recorded);
            }
            Some((id, recorded.map(|(id, _)| id), judged))
        });
        let mut seen: OrderedMap<&str, u32> = OrderedMap::new();
        let unnamed = self.unnamed.iter().map(|&(id, daemon_set)| {
            let mut judged = daemon_set.clone();
            let name = match daemon_set.metadata.name.as_str() {
                "" => UNNAMED,
                name => name,
            };
            let number = seen.or_insert_with(name, || 0);
            *number += 1;
            judged.metadata.name = match number {
                1 => name.to_owned(),
                number => format!("{name}-{number}"),
            };
            (id, None, judged)
        });
        let mut all: Vec<_> = pairs.chain(unnamed).collect();
        sort_by_key(&mut all, |(id, ..)| *id);
        all.into_iter()
            .map(|(id, recorded, judged)| (id, recorded, default_daemon_set(judged)))
            .collect()
    }
}

/// What the server keeps of a recorded DaemonSet when a proposed one is applied to it.
pub(super) fn apply(proposed: &mut DaemonSet, recorded: &DaemonSet) {
    let (new, old) = (&mut proposed.metadata, &recorded.metadata);
    new.uid.clone_from(&old.uid);
    new.creation_timestamp = old.creation_timestamp;
    new.deletion_timestamp = old.deletion_timestamp;
    new.generation = old.generation;
    proposed.status.clone_from(&recorded.status);
    // It counts the templates of another object, unless the template is the same.
    let pairs = new.annotations.iter();
    let others: StringMap = pairs
        .filter(|(key, _)| *key != GENERATION_ANNOTATION)
        .collect();
    new.annotations = others;
    let (template, before) = (&mut proposed.spec.template, &recorded.spec.template);
    if makes_the_same_pods(template, before) {
        // The server fills in the same defaults, so that the recorded text is the stored one.
        template.canonical.clone_from(&before.canonical);
        template.stored = before.stored;
        if let Some(generation) = old.annotations.get(GENERATION_ANNOTATION) {
            let pairs = new.annotations.iter();
            let others = pairs.filter(|(key, _)| *key != GENERATION_ANNOTATION);
            let one = std::iter::once((GENERATION_ANNOTATION, generation));
            let annotations: StringMap = others.chain(one).collect();
            new.annotations = annotations;
        }
    }
}

/// What the questions share until a text or an option changes.
#[derive(Debug, Default)]
pub(super) struct Assembled {
    cluster: Option<Rc<Cluster>>,
    /// Of the last cluster: an edit of a DaemonSet leaves them as they are.
    surroundings: Option<Rc<Surroundings>>,
    /// Objects that say they are the same one.
    duplicates: Option<Vec<Diagnostic>>,
}

impl Assembled {
    pub(super) fn forget(&mut self) {
        self.cluster = None;
        self.duplicates = None;
    }

    pub(super) fn get(&self) -> Option<Rc<Cluster>> {
        self.cluster.clone()
    }

    /// Those that were gathered of these very texts. Others are given up before new ones take their room.
    pub(super) fn surroundings(&mut self, texts: &[(FileId, u64)]) -> Option<Rc<Surroundings>> {
        self.surroundings.take().filter(|kept| kept.texts == texts)
    }

    pub(super) fn duplicates(&mut self, find: impl FnOnce() -> Vec<Diagnostic>) -> &[Diagnostic] {
        self.duplicates.get_or_insert_with(find)
    }

    pub(super) fn keep(&mut self, cluster: Cluster) -> Rc<Cluster> {
        self.surroundings = Some(Rc::clone(&cluster.surroundings));
        Rc::clone(self.cluster.insert(Rc::new(cluster)))
    }
}
